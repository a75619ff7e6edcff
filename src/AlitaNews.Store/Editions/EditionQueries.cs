using AlitaNews.Newsroom.Site;
using Dapper;

namespace AlitaNews.Store.Editions;

/// <summary>The edition that is current, and what every page of it needs.</summary>
/// <param name="Number">Its number.</param>
/// <param name="At">When it was made.</param>
/// <param name="NextTick">The first instant behind the edition at which a page changes by itself, midnights not counted, or null. It may have passed: then an edition is due.</param>
/// <param name="Site">What <c>site.yaml</c> says.</param>
public sealed record EditionState(EditionNumber Number, DateTimeOffset At, DateTimeOffset? NextTick, SiteFile Site);

/// <summary>Reads editions. Thread-safe.</summary>
public sealed class EditionQueries(NewsDatabase database)
{
    private const string CurrentSql = """
        select number, at from edition order by number desc limit 1;
        select min(at) from tick;
        select piece from site;
        """;

    // A server that is silent is given up, and asked again on another connection.
    private const int Patience = 5;

    /// <summary>The current edition, or null before the first round. Asked of the primary: a standby may lag behind the notice.</summary>
    public async Task<EditionState?> FindCurrentAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenWriterAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(CurrentSql, commandTimeout: Patience, cancellationToken: cancel));
        var edition = await results.ReadFirstOrDefaultAsync<EditionRow>();
        var nextTick = await results.ReadFirstOrDefaultAsync<DateTimeOffset?>();
        var site = await results.ReadFirstOrDefaultAsync<string?>();
        return edition is null
            ? null
            : new EditionState(new EditionNumber(edition.Number), edition.At, nextTick, site is null ? SiteFile.Default : Pieces.Read(site, Pieces.Default.SiteFile));
    }

    private sealed record EditionRow
    {
        public long Number { get; init; }

        public DateTimeOffset At { get; init; }
    }
}
