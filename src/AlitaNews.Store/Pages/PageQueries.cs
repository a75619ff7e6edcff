using AlitaNews.Newsroom.Site;
using Dapper;

namespace AlitaNews.Store.Pages;

/// <summary>Reads standing pages, and what stands around every page. Thread-safe.</summary>
public sealed class PageQueries(NewsDatabase database)
{
    private const string FindSql = """
        select max(number) from edition;

        select d.id, d.path, d.name, d.updated, d.piece, d.body from dossier d where d.kind = 'page' and d.id = @name;

        select s.claim, c.merged_into, s.piece, null::text as was, 0::bigint as articles
        from dossier d
        join claim_state s on s.claim = any(d.links) and s.from_at <= @now and s.until_at > @now
        join claim c on c.id = s.claim
        where d.kind = 'page' and d.id = @name;

        select t.kind, t.id, t.name, t.piece from dossier d join dossier t on t.kind in ('topic', 'source') and t.id = any(d.links)
        where d.kind = 'page' and d.id = @name;

        select k.key, link_target(k.key, @now) as address from dossier d cross join unnest(d.links) as k (key)
        where d.kind = 'page' and d.id = @name and k.key like '%:%';

        select m.path, m.hash, m.format, m.width, m.height, m.colour, m.embedded, c.facts as sidecar
        from dossier d join media m on m.path = any(d.media) left join sidecar c on c.picture = m.path
        where d.kind = 'page' and d.id = @name;
        """;

    /// <summary>A standing page, or null.</summary>
    /// <param name="name">Its address without the slash.</param>
    /// <param name="now">The moment of the page.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<ContentPage?> FindAsync(string name, DateTimeOffset now, CancellationToken cancel)
    {
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(FindSql, new { name, now }, cancellationToken: cancel));
        var edition = await results.ReadSingleAsync<long>();
        if (await DossierReader.FindAsync(results) is not { } dossier)
            return null;
        return new ContentPage
        {
            Edition = edition,
            Name = dossier.Id,
            Title = dossier.Name,
            StandfirstHtml = dossier.Piece.Page?.StandfirstHtml,
            BodyHtml = dossier.BodyHtml,
            Material = dossier.Material,
            Updated = dossier.Updated,
            Description = dossier.Piece.Page?.Description,
            NoIndex = dossier.Piece.Page?.NoIndex == true,
        };
    }

    private const string FrameSql = """
        select number, at from edition order by number desc limit 1;

        select piece from site;

        select s.id, coalesce(d.name, initcap(replace(s.id, '-', ' '))) as title
        from hub_ids('section:', @now) as s (id)
        left join dossier d on d.kind = 'section' and d.id = s.id
        order by title, s.id;

        select id, name as title from dossier where kind = 'page' order by id;
        """;

    /// <summary>What every page of the current edition shows around its content; the public origin is for the caller to add.</summary>
    public async Task<SiteFrame> ReadFrameAsync(DateTimeOffset now, CancellationToken cancel)
    {
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(FrameSql, new { now }, cancellationToken: cancel));
        var edition = await results.ReadFirstOrDefaultAsync<EditionRow>();
        var piece = await results.ReadFirstOrDefaultAsync<string?>();
        var site = piece is null ? SiteFile.Default : Pieces.Read(piece, Pieces.Default.SiteFile);
        return new SiteFrame
        {
            Edition = edition?.Number ?? 0,
            At = edition?.At ?? DateTimeOffset.UnixEpoch,
            Site = site,
            Zone = SiteZone.Find(site.TimeZone) ?? SiteZone.Utc,
            Sections = [.. (await results.ReadAsync<FrameRow>()).Select(static row => new NamedPage(row.Id, row.Title))],
            StandingPages = [.. (await results.ReadAsync<FrameRow>()).Select(static row => new NamedPage(row.Id, row.Title))],
        };
    }

    private sealed record EditionRow
    {
        public long Number { get; init; }

        public DateTimeOffset At { get; init; }
    }

    private sealed record FrameRow
    {
        public required string Id { get; init; }

        public required string Title { get; init; }
    }
}
