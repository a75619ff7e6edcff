using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Site;
using AlitaNews.Store.Pages;
using Dapper;

namespace AlitaNews.Store.Claims;

/// <summary>Reads the rumour tracker. Thread-safe.</summary>
public sealed class TrackerQueries(NewsDatabase database)
{
    private const int ItemsAPage = 20;

    // What one may choose from is bounded; what was chosen is always among it.
    private const string FindSql = """
        select max(number) from edition;

        select b.display, b.count from claim_balance(@now, topic => @topic, source => @source, due => @due, soon => @soon) b;

        select k.claim, k.merged_into, k.piece, k.was, k.articles
        from claim_page(@now, states => @states, topic => @topic, source => @source, due => @due, soon => @soon, first => @first) k
        order by k.place;

        select distinct d.id, d.name, d.piece
        from claim_page(@now, states => @states, topic => @topic, source => @source, due => @due, soon => @soon, first => @first) k
        join claim c on c.id = k.claim
        join dossier d on d.kind = 'source' and (d.id = any(c.sources) or d.aliases && c.sources);

        select d.kind, d.id, d.name as title
        from (values ('topic', @topic), ('source', @source)) as wanted (kind, id)
        cross join lateral (
            (select n.kind, n.id, n.name from dossier n where n.kind = wanted.kind order by n.name, n.id limit 200)
            union
            select n.kind, n.id, n.name from dossier n where n.kind = wanted.kind and n.id = wanted.id
        ) d
        order by d.kind, d.name, d.id;
        """;

    /// <summary>A page of the tracker, or null past the end.</summary>
    /// <param name="filter">Which claims are wanted; type, due date and time of change are not looked at here.</param>
    /// <param name="page">From 1.</param>
    /// <param name="site">What <c>site.yaml</c> says.</param>
    /// <param name="now">The moment of the page.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<TrackerPage?> FindAsync(ClaimFilter filter, int page, SiteFile site, DateTimeOffset now, CancellationToken cancel)
    {
        var of = new
        {
            now,
            states = filter.States,
            topic = filter.Topic,
            source = filter.Source,
            due = filter.DueWord,
            soon = ClaimRules.Of(site).DueSoonUntil(now),
            first = PageStart.Of(page, ItemsAPage),
        };
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(FindSql, of, cancellationToken: cancel));
        var edition = await results.ReadSingleAsync<long>();
        var balance = BalanceRow.Read(await results.ReadAsync<BalanceRow>());
        var rows = (await results.ReadAsync<StateRow>()).ToList();
        var claims = new ClaimReader(await results.ReadAsync<SourceRow>());
        var choices = (await results.ReadAsync<ChoiceRow>()).ToLookup(static row => row.Kind, static row => new NamedPage(row.Id, row.Title));
        var total = balance.Where(count => filter.Status is null || count.Display == filter.Status).Sum(static count => count.Count);
        var pages = PageCount.Of(total, ItemsAPage);
        return page > pages ? null : new TrackerPage
        {
            Edition = edition,
            Filter = filter,
            Page = page,
            Pages = pages,
            Claims = [.. rows.Select(claims.Read)],
            Balance = balance,
            Total = total,
            Topics = [.. choices["topic"]],
            Sources = [.. choices["source"]],
        };
    }

    private sealed record ChoiceRow
    {
        public required string Kind { get; init; }

        public required string Id { get; init; }

        public required string Title { get; init; }
    }
}
