using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Site;
using AlitaNews.Store.Pages;
using Dapper;

namespace AlitaNews.Store.Claims;

/// <summary>Reads the open data about claims. Thread-safe.</summary>
public sealed class ClaimDataQueries(NewsDatabase database)
{
    private const int ItemsAPage = 100;

    // One claim or a page of them: the rows are the same. One more than a page is asked for, to know whether there is another.
    private const string ListSql = """
        select max(number) from edition;

        select c.merged_into from claim c where c.id = @id;

        select k.claim, s.piece, s.version,
               array(select e.piece from claim_event e where e.claim = k.claim and e.publish <= @now order by e.publish, e.article, e.position) as said,
               array(select a.slug
                     from claim m join listing l on l.list = 'claim:' || m.id and l.publish <= @now join article a on a.id = l.article
                     where m.id = k.claim or m.merged_into = k.claim
                     group by a.publish, a.slug order by a.publish, a.slug) as articles,
               array(select o.claim
                     from claim c cross join lateral jsonb_array_elements_text(c.piece::jsonb -> 'supersedes') as old (id)
                     join claim_state o on o.claim = old.id and o.from_at <= @now and o.until_at > @now
                     where c.id = k.claim and o.piece::jsonb -> 'supersededBy' ? k.claim
                     order by o.claim) as supersedes
        from (
            select p.claim, p.place
            from claim_page(@now, states => @states, topic => @topic, source => @source, kind => @type, due => @due, soon => @soon,
                            due_before => @dueBefore::timestamptz, updated_since => @updatedSince::timestamptz, sort => 'updated', first => @first, most => @most) p
            where @id is null
            union all
            select @id, 1 where @id is not null
        ) k
        join claim_state s on s.claim = k.claim and s.from_at <= @now and s.until_at > @now
        order by k.place;
        """;

    /// <summary>A page of claims, those updated last first, then by id.</summary>
    /// <param name="filter">Which claims are wanted.</param>
    /// <param name="page">From 1.</param>
    /// <param name="site">What <c>site.yaml</c> says.</param>
    /// <param name="now">The moment of the page.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<ClaimFactsPage> ListAsync(ClaimFilter filter, int page, SiteFile site, DateTimeOffset now, CancellationToken cancel)
    {
        var (edition, _, claims) = await ReadAsync(null, filter, page, site, now, cancel);
        return new ClaimFactsPage(edition, [.. claims.Take(ItemsAPage)], claims.Count > ItemsAPage);
    }

    /// <summary>One claim; null where nothing is public of it.</summary>
    /// <param name="id">Its id, or one that was merged into it.</param>
    /// <param name="now">The moment of the page.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<FoundFacts?> FindAsync(string id, DateTimeOffset now, CancellationToken cancel)
    {
        var (edition, movedTo, claims) = await ReadAsync(id, new ClaimFilter(), 1, SiteFile.Default, now, cancel);
        return claims.Count == 0 ? null : new FoundFacts(edition, movedTo is null ? claims[0] : null, movedTo);
    }

    private async Task<(long Edition, string? MovedTo, IReadOnlyList<ClaimFacts> Claims)> ReadAsync(
        string? id, ClaimFilter filter, int page, SiteFile site, DateTimeOffset now, CancellationToken cancel)
    {
        var of = new
        {
            id,
            now,
            states = filter.States,
            topic = filter.Topic,
            source = filter.Source,
            type = filter.Type,
            due = filter.DueWord,
            soon = ClaimRules.Of(site).DueSoonUntil(now),
            dueBefore = filter.DueBefore,
            updatedSince = filter.UpdatedSince,
            first = PageStart.Of(page, ItemsAPage),
            most = ItemsAPage + 1,
        };
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(ListSql, of, cancellationToken: cancel));
        var edition = await results.ReadSingleAsync<long>();
        var movedTo = await results.ReadFirstOrDefaultAsync<string?>();
        return (edition, movedTo, [.. (await results.ReadAsync<FactsRow>()).Select(static row => row.Read())]);
    }

    private const string DueSql = """
        select max(number) from edition;

        (select k.claim, k.piece from claim_page(@now, states => array['rumour', 'unverified'], due => 'any', sort => 'due', most => 1000) k)
        union all
        (select k.claim, k.piece from claim_page(@now, states => array['overdue'], most => 1000) k);
        """;

    /// <summary>Open claims with a due date: those to come, the nearest first, and those overdue, the latest first; of each at most 1000.</summary>
    /// <param name="now">The moment of the page.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<ClaimFactsPage> ListDueAsync(DateTimeOffset now, CancellationToken cancel)
    {
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(DueSql, new { now }, cancellationToken: cancel));
        var edition = await results.ReadSingleAsync<long>();
        var rows = await results.ReadAsync<FactsRow>();
        return new ClaimFactsPage(edition, [.. rows.Select(static row => row.Read())], More: false);
    }

    private sealed record FactsRow
    {
        public required string Claim { get; init; }

        public required string Piece { get; init; }

        public long Version { get; init; }

        public string[] Said { get; init; } = [];

        public string[] Articles { get; init; } = [];

        public string[] Supersedes { get; init; } = [];

        public ClaimFacts Read() => new()
        {
            Id = Claim,
            State = Pieces.Read(Piece, Pieces.Default.ClaimState),
            Version = Version,
            Said = [.. Said.Select(static piece => Pieces.Read(piece, Pieces.Default.ClaimEvent))],
            Articles = Articles,
            Supersedes = Supersedes,
        };
    }
}
