using AlitaNews.Newsroom.Claims;
using AlitaNews.Store.Pages;
using Dapper;

namespace AlitaNews.Store.Claims;

/// <summary>Reads the log of changes: every moment of the past at which readers were shown another state than before. Thread-safe.</summary>
public sealed class StatusLogQueries(NewsDatabase database)
{
    private const int ItemsAPage = 20;

    private const string ListSql = """
        select max(number) from edition;

        select count(*)::integer from claim_state s
        where s.from_at = s.displayed_since and s.was is not null and not s.alias and s.display <> 'none' and s.from_at <= @now;

        select s.claim, s.from_at, s.was, s.display, s.status, s.piece,
               (select w.status from claim_state w where w.claim = s.claim and w.until_at = s.from_at) as was_status,
               (select e.piece from claim_event e where e.claim = s.claim and e.publish = s.from_at
                order by (e.piece::jsonb -> 'entry' ->> 'status') is null, e.article desc, e.position desc limit 1) as said,
               array(select a.slug from listing l join article a on a.id = l.article
                     where l.list = 'claim:' || s.claim and l.publish <= @now order by l.publish, l.article limit 50) as slugs,
               array(select a.title from listing l join article a on a.id = l.article
                     where l.list = 'claim:' || s.claim and l.publish <= @now order by l.publish, l.article limit 50) as titles,
               array(select l.publish from listing l join article a on a.id = l.article
                     where l.list = 'claim:' || s.claim and l.publish <= @now order by l.publish, l.article limit 50) as publishes,
               (select a.title from claim_event e join article a on a.id = e.article where e.claim = s.claim and e.publish = s.from_at
                order by (e.piece::jsonb -> 'entry' ->> 'status') is null, e.article desc, e.position desc limit 1) as title
        from (
            select s.claim, s.from_at from claim_state s
            where s.from_at = s.displayed_since and s.was is not null and not s.alias and s.display <> 'none' and s.from_at <= @now
            order by s.from_at desc, s.claim offset @first limit 20
        ) k
        join claim_state s on s.claim = k.claim and s.from_at = k.from_at
        order by s.from_at desc, s.claim;
        """;

    /// <summary>A page of the log, or null past the end.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="now">The moment of the page.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<StatusLog?> FindAsync(int page, DateTimeOffset now, CancellationToken cancel)
    {
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(ListSql, new { now, first = PageStart.Of(page, ItemsAPage) }, cancellationToken: cancel));
        var edition = await results.ReadSingleAsync<long>();
        var pages = PageCount.Of(await results.ReadSingleAsync<int>(), ItemsAPage);
        return page > pages ? null : new StatusLog
        {
            Edition = edition,
            Page = page,
            Pages = pages,
            Changes = [.. (await results.ReadAsync<ChangeRow>()).Select(static row => row.Read())],
        };
    }

    private sealed record ChangeRow
    {
        public required string Claim { get; init; }

        public DateTimeOffset FromAt { get; init; }

        public required string Was { get; init; }

        public required string Display { get; init; }

        public string? Status { get; init; }

        public string? WasStatus { get; init; }

        public required string Piece { get; init; }

        public string? Said { get; init; }

        public string? Title { get; init; }

        public required string[] Slugs { get; init; }

        public required string[] Titles { get; init; }

        public required DateTime[] Publishes { get; init; }

        public StatusChange Read()
        {
            var said = Said is null ? null : Pieces.Read(Said, Pieces.Default.ClaimEvent);
            var moment = new ClaimMoment
            {
                At = FromAt,
                Was = Enum.Parse<ClaimDisplay>(Was, ignoreCase: true),
                WasStatus = WasStatus is null ? null : Enum.Parse<ClaimStatus>(WasStatus, ignoreCase: true),
                Display = Enum.Parse<ClaimDisplay>(Display, ignoreCase: true),
                Status = Status is null ? null : Enum.Parse<ClaimStatus>(Status, ignoreCase: true),
                Said = said?.Entry,
                By = said is null ? null : new Carrier(said.Slug, Title ?? said.Slug, said.Publish),
            };
            var text = Pieces.Read(Piece, Pieces.Default.ClaimState).Wording.Text ?? Claim;
            return new StatusChange(Claim, text, moment, [.. Slugs.Select((slug, i) => new Carrier(slug, Titles[i], new DateTimeOffset(DateTime.SpecifyKind(Publishes[i], DateTimeKind.Utc))))]);
        }
    }
}
