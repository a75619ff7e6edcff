using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Site;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Claims;
using AlitaNews.Store.Pages;
using Dapper;

namespace AlitaNews.Store.FrontPage;

/// <summary>Reads the front page. Thread-safe.</summary>
public sealed class FrontPageQueries(NewsDatabase database)
{
    private const int ItemsAPage = 20;

    // "open", "settled" and "due" are short walks over indexes: the newest changes first, until there are six.
    private const string FindSql = """
        select max(number) from edition;

        select count(*) from listing where list = 'all' and publish <= @now and until > @now;

        select c.id, c.slug, c.title, c.kind, c.section, c.section_name, c.publish, c.updated, c.own_status, c.authors, c.card, c.claim_state, c.path,
               c.picture, c.picture_hash, c.picture_format, c.picture_width, c.picture_height, c.picture_colour, c.picture_embedded, c.picture_sidecar
        from card(array(
            with pinned as materialized (
                select p.id as article, p.publish, p.pinned from article p join listing l on l.list = 'all' and l.article = p.id
                where p.pinned > 0 and p.pinned_until > @now and l.publish <= @now and l.until > @now
            )
            select article from (
                select p.article, p.publish, p.pinned from pinned p
                union all
                (select l.article, l.publish, 0 from listing l
                 where l.list = 'all' and l.publish <= @now and l.until > @now and not exists (select from pinned p where p.article = l.article)
                 order by l.publish desc, l.article limit @through)
            ) front
            order by pinned desc, publish desc, article
            offset @first limit 20), @now) c;

        select k.claim, k.merged_into, k.piece, k.was, k.articles
        from claim_page(@now, states => array['rumour', 'unverified', 'overdue', 'disputed'], most => 6) k where @first = 0;

        select k.claim, k.merged_into, k.piece, k.was, k.articles
        from claim_page(@now, states => array['confirmed', 'partly', 'debunked', 'missed', 'withdrawn'], most => 6) k where @first = 0;

        select s.claim, null::text as merged_into, s.piece, s.was,
               (select count(*) from listing l where l.list = 'claim:' || s.claim and l.publish <= @now) as articles
        from claim_state s
        where @first = 0 and s.display in ('rumour', 'unverified', 'overdue') and not s.alias and s.from_at <= @now and s.until_at > @now and s.due_ends <= @soon
        order by s.due_ends desc, s.claim limit 6;

        select b.display, b.count from claim_balance(@now) b where @first = 0;

        select d.id, d.name, d.piece from dossier d where @first = 0 and d.kind = 'source';
        """;

    /// <summary>A page of the front page.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="site">What <c>site.yaml</c> says.</param>
    /// <param name="now">The moment of the page.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The page, or null past the end.</returns>
    public async Task<FrontPageContent?> FindAsync(int page, SiteFile site, DateTimeOffset now, CancellationToken cancel)
    {
        var rules = ClaimRules.Of(site);
        var first = PageStart.Of(page, ItemsAPage);
        var soon = rules.DueSoonUntil(now);
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(FindSql, new { now, first, through = first + (long)ItemsAPage, soon }, cancellationToken: cancel));
        var edition = await results.ReadSingleAsync<long>();
        var total = await results.ReadSingleAsync<long>();
        var pages = PageCount.Of(total, ItemsAPage);
        if (page > pages)
            return null;
        var cards = (await results.ReadAsync<CardRow>()).Select(row => row.Show(now, rules)).ToList();
        var open = (await results.ReadAsync<StateRow>()).ToList();
        var settled = (await results.ReadAsync<StateRow>()).ToList();
        var due = (await results.ReadAsync<StateRow>()).ToList();
        var balance = await results.ReadAsync<BalanceRow>();
        var claims = new ClaimReader(await results.ReadAsync<SourceRow>());
        return new FrontPageContent
        {
            Edition = edition,
            Page = page,
            Pages = pages,
            Lead = page == 1 ? cards.FirstOrDefault() : null,
            Latest = page == 1 ? [.. cards.Skip(1)] : cards,
            Open = [.. open.Select(claims.Read)],
            Settled = [.. settled.Select(claims.Read)],
            DueSoon = [.. due.Select(claims.Read)],
            Balance = BalanceRow.Read(balance),
        };
    }
}
