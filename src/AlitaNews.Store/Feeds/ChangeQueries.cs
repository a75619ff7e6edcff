using AlitaNews.Newsroom.Claims;
using Dapper;

namespace AlitaNews.Store.Feeds;

/// <summary>Reads what has changed since publication: displayed states, and corrections. Thread-safe.</summary>
public sealed class ChangeQueries(NewsDatabase database)
{
    private const string StatusSql = """
        select max(number) from edition;

        select s.claim, s.from_at as at, s.was, s.piece,
               (select e.piece from claim_event e
                where e.claim = s.claim and e.article = s.piece::jsonb ->> 'decidedBy' and e.publish <= s.from_at
                order by e.position desc limit 1) as said,
               array(select a.slug || '|' || a.title from article a
                     where a.id = any(newest('claim:' || s.claim, @now, 20)) and a.primary_claim = s.claim
                     order by a.publish desc, a.id) as articles
        from claim_state s
        where s.from_at = s.displayed_since and s.was is not null and not s.alias and s.display <> 'none' and s.from_at <= @now
        order by s.from_at desc, s.claim
        limit @size;
        """;

    /// <summary>The newest changes of displayed states.</summary>
    /// <returns>The edition, and the changes, newest first.</returns>
    public async Task<(long Edition, IReadOnlyList<StatusChange> Changes)> ListStatusAsync(int size, DateTimeOffset now, CancellationToken cancel)
    {
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(StatusSql, new { size, now }, cancellationToken: cancel));
        var edition = await results.ReadSingleAsync<long>();
        return (edition, [.. (await results.ReadAsync<StatusRow>()).Select(Read)]);
    }

    private const string CorrectionSql = """
        select max(number) from edition;

        select k.teller, k.article, k.at, k.piece, a.slug, a.title,
               (select count(*) from correction o where o.teller = k.teller and o.article = k.article and o.at = k.at and o.place < k.place)::integer as nth
        from correction k
        join article a on a.id = k.article
        where k.at <= @now and not a.draft and a.removed is null and not a.unlisted and a.publish <= @now
        order by k.at desc, k.article, k.place
        limit @size;
        """;

    /// <summary>The newest corrections.</summary>
    /// <returns>The edition, and the corrections, newest first.</returns>
    public async Task<(long Edition, IReadOnlyList<CorrectedArticle> Corrections)> ListCorrectionsAsync(int size, DateTimeOffset now, CancellationToken cancel)
    {
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(CorrectionSql, new { size, now }, cancellationToken: cancel));
        var edition = await results.ReadSingleAsync<long>();
        return (edition, [.. (await results.ReadAsync<CorrectionRecord>()).Select(Read)]);
    }

    private static StatusChange Read(StatusRow row)
    {
        var state = Pieces.Read(row.Piece, Pieces.Default.ClaimState);
        var said = row.Said is null ? null : Pieces.Read(row.Said, Pieces.Default.ClaimEvent).Entry;
        return new StatusChange
        {
            Claim = row.Claim,
            Text = state.Wording.Text ?? row.Claim,
            At = row.At,
            Was = Enum.Parse<ClaimDisplay>(row.Was, ignoreCase: true),
            Display = state.Display,
            Note = said?.Note,
            Evidence = said?.Evidence ?? [],
            Articles = [.. row.Articles.Select(static one => one.Split('|', 2)).Select(static parts => new TouchedArticle(parts[0], parts[1]))],
        };
    }

    private static CorrectedArticle Read(CorrectionRecord row)
    {
        var written = row.Teller.StartsWith("article:", StringComparison.Ordinal) ? Pieces.Read(row.Piece, Pieces.Default.Correction) : null;
        return new CorrectedArticle
        {
            Article = row.Article,
            Slug = row.Slug,
            Title = row.Title,
            At = row.At,
            Key = $"{row.Article}/correction/{row.At.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}-{(row.Teller.StartsWith("claim:", StringComparison.Ordinal) ? "verdict" : "text")}-{row.Nth}",
            Text = written?.Text ?? VerdictWords.Correction(Pieces.Read(row.Piece, Pieces.Default.WrongVerdict)),
            Was = written?.Was,
            Now = written?.Now,
        };
    }

    private sealed record StatusRow
    {
        public required string Claim { get; init; }

        public DateTimeOffset At { get; init; }

        public required string Was { get; init; }

        public required string Piece { get; init; }

        public string? Said { get; init; }

        public required string[] Articles { get; init; }
    }

    private sealed record CorrectionRecord
    {
        public required string Teller { get; init; }

        public required string Article { get; init; }

        public int Nth { get; init; }

        public DateTimeOffset At { get; init; }

        public required string Piece { get; init; }

        public required string Slug { get; init; }

        public required string Title { get; init; }
    }
}
