using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Pictures;
using AlitaNews.Newsroom.Site;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Pictures;
using Dapper;

namespace AlitaNews.Store.Sitemaps;

/// <summary>
/// Reads what search engines are told of: only what answers 200, stands at its own address and may be indexed. Rows are passed on as they come,
/// so a sitemap of any size takes the memory of a few. Thread-safe.
/// </summary>
public sealed class SitemapQueries(NewsDatabase database)
{
    /// <summary>Addresses in one file; the limit of the protocol is ten times that.</summary>
    public const int EntriesAPart = 5_000;

    // Months are those of UTC: a name for a heap of addresses, nothing that readers see. Each is counted by one scan of an index that holds all it
    // needs. Only a claim that was shown differently before can have changed a story since its own text did.
    private const string PartsSql = """
        select max(number) from edition;

        select 'articles-' || to_char(m.month at time zone 'UTC', 'YYYY-MM') as name, c.count::integer as count, greatest(c.updated, s.changed, r.changed) as updated
        from (
            select generate_series(date_trunc('month', min(publish), 'UTC') at time zone 'UTC', @now at time zone 'UTC', interval '1 month') at time zone 'UTC' as month
            from article where indexable
        ) m
        cross join lateral (
            select count(*) as count, max(a.updated) as updated from article a
            where a.indexable and a.publish >= m.month and a.publish < (m.month at time zone 'UTC' + interval '1 month') at time zone 'UTC'
              and a.publish <= @now and a.expires > @now
        ) c
        left join (
            select date_trunc('month', a.publish, 'UTC') as month, max(s.changed_at) as changed
            from claim_state s join article a on a.primary_claim = s.claim
            where s.was is not null and s.from_at <= @now and s.until_at > @now and a.indexable and a.publish <= @now and a.expires > @now
            group by 1
        ) s on s.month = m.month
        left join (
            select date_trunc('month', a.publish, 'UTC') as month, max(k.at) as changed
            from correction k join article a on a.id = k.article
            where k.teller like 'claim:%' and k.at <= @now and a.indexable and a.publish <= @now and a.expires > @now
            group by 1
        ) r on r.month = m.month
        where c.count > 0
        order by m.month desc;

        select 'claims' as name, count(*)::integer as count, max(s.updated) as updated
        from claim_state s where not s.alias and s.display <> 'none' and s.from_at <= @now and s.until_at > @now;

        select 'sources' as name, count(*)::integer as count, null::timestamptz as updated
        from (select d.id from dossier d where d.kind = 'source' union select h.id from hub_ids('source:', @now) h (id)) known
        where not exists (select from dossier o where o.kind = 'source' and o.aliases @> array[known.id] and o.id <> known.id);

        select 'hubs' as name, count(*)::integer as count, null::timestamptz as updated
        from (
            select 'section' as kind, h.id from hub_ids('section:', @now) h (id)
            union select 'topic', h.id from hub_ids('topic:', @now) h (id)
            union select 'author', h.id from hub_ids('author:', @now) h (id)
            union select d.kind, d.id from dossier d where d.kind in ('section', 'topic', 'author')
            union all select 'tag', h.id from hub_ids('tag:', @now) h (id)
            where exists (select from listing l where l.list = 'tag:' || h.id and l.publish <= @now and l.until > @now offset 2)
        ) known;

        select 'pages' as name, count(*)::integer + cardinality(@lists) + (select count(*)::integer from
               (select from unnest(@addresses, @starts, @ends) as m (address, starts, ends)
                where exists (select from listing l where l.list = 'all' and l.publish >= m.starts and l.publish < m.ends and l.publish <= @now and l.until > @now)) shown) as count,
               max(d.updated) as updated
        from dossier d where d.kind = 'page' and d.piece::jsonb #>> '{page,noIndex}' is distinct from 'true';
        """;

    /// <summary>The parts that have addresses, and the edition they are of.</summary>
    /// <param name="site">What <c>site.yaml</c> says.</param>
    /// <param name="now">The moment of the page.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<(long Edition, IReadOnlyList<SitemapPart> Parts)> ListPartsAsync(SiteFile site, DateTimeOffset now, CancellationToken cancel)
    {
        var of = ListPages.Of(site, now);
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(PartsSql, new { now, lists = ListPages.Fixed, addresses = of.Addresses, starts = of.Starts, ends = of.Ends }, commandTimeout: Patience, cancellationToken: cancel));
        var edition = await results.ReadSingleAsync<long>();
        var parts = new List<PartRow>();
        for (var set = 0; set < 5; set++)
            parts.AddRange(await results.ReadAsync<PartRow>());
        return (edition, [.. parts.Where(static part => part.Count > 0).Select(static part => new SitemapPart(part.Name, part.Count, part.Updated))]);
    }

    private const string ArticlesSql = """
        select max(number) from edition;

        select '/news/' || a.slug as address, a.path, a.slug, greatest(a.updated, s.changed_at, r.at) as updated,
               array(select m.path
                     from unnest(a.media) with ordinality as shown (path, place)
                     join media m on m.path = shown.path
                     left join sidecar c on c.picture = m.path
                     where c.facts is null or c.facts not similar to '%"(noIndex|spoiler)":true%'
                     order by shown.place) as pictures,
               case when a.piece similar to '%"(noIndex|spoiler)":true%' then a.piece end as piece
        from article a
        left join claim_state s on s.claim = a.primary_claim and s.from_at <= @now and s.until_at > @now
        left join (select k.article, max(k.at) as at from correction k where k.teller like 'claim:%' and k.at <= @now group by k.article) r on r.article = a.id
        where a.indexable and a.publish >= @first and a.publish < @last and a.publish <= @now and a.expires > @now
        order by a.publish, a.id
        offset @skip limit @most
        """;

    /// <summary>Reads articles that were published in a month of UTC, the oldest first.</summary>
    /// <param name="month">Its first day.</param>
    /// <param name="part">Which file of the month, from 1.</param>
    /// <param name="now">The moment of the page.</param>
    /// <param name="take">Takes each address as it comes.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The edition that was read.</returns>
    public async Task<long> ReadArticlesAsync(DateOnly month, int part, DateTimeOffset now, Func<SitemapEntry, Task> take, CancellationToken cancel)
    {
        var first = new DateTimeOffset(month.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var of = new { now, first, last = first.AddMonths(1), skip = (part - 1L) * EntriesAPart, most = EntriesAPart };
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(ArticlesSql, of, commandTimeout: Patience, cancellationToken: cancel));
        var edition = await results.ReadSingleAsync<long>();
        await foreach (var row in results.ReadUnbufferedAsync<ArticleAddress>().WithCancellation(cancel))
            await take(new SitemapEntry(row.Address, row.Updated, [.. ListShown(row).Select(picture => MediaAddress.Of(picture, row.Path, row.Slug))]));
        return edition;
    }

    private const string ClaimsSql = """
        select max(number) from edition;

        select '/claims/' || s.claim as address, s.updated
        from claim_state s where not s.alias and s.display <> 'none' and s.from_at <= @now and s.until_at > @now
        order by s.claim offset @skip limit @most
        """;

    private const string SourcesSql = """
        select max(number) from edition;

        select '/sources/' || known.id as address, greatest(d.updated, said.changed, stories.changed) as updated
        from (select d.id from dossier d where d.kind = 'source' union select h.id from hub_ids('source:', @now) h (id)) known
        left join dossier d on d.kind = 'source' and d.id = known.id
        left join known_changed_of_all(true, @now) said on said.id = known.id
        cross join lateral (
            select max(stories_changed('source:' || name.id, @now)) as changed from unnest(array[known.id] || coalesce(d.aliases, '{}')) as name (id)
        ) stories
        where not exists (select from dossier o where o.kind = 'source' and o.aliases @> array[known.id] and o.id <> known.id)
        order by known.id offset @skip limit @most
        """;

    private const string HubsSql = """
        select max(number) from edition;

        select '/' || hub.kind || 's/' || hub.id as address,
               greatest(d.updated, known.changed, stories_changed(hub.kind || ':' || hub.id, @now)) as updated
        from (
            select 'section' as kind, h.id from hub_ids('section:', @now) h (id)
            union select 'topic', h.id from hub_ids('topic:', @now) h (id)
            union select 'author', h.id from hub_ids('author:', @now) h (id)
            union select d.kind, d.id from dossier d where d.kind in ('section', 'topic', 'author')
            union all select 'tag', h.id from hub_ids('tag:', @now) h (id)
            where exists (select from listing l where l.list = 'tag:' || h.id and l.publish <= @now and l.until > @now offset 2)
        ) hub
        left join dossier d on d.kind = hub.kind and d.id = hub.id
        left join known_changed_of_all(false, @now) known on hub.kind = 'topic' and known.id = hub.id
        order by hub.kind, hub.id offset @skip limit @most
        """;

    private const string PagesSql = """
        select max(number) from edition;

        select fixed.address, null::timestamptz as updated from unnest(@lists) as fixed (address)
        union all
        select m.address, null
        from unnest(@addresses, @starts, @ends) as m (address, starts, ends)
        where exists (select from listing l where l.list = 'all' and l.publish >= m.starts and l.publish < m.ends and l.publish <= @now and l.until > @now)
        union all
        select '/' || d.id, d.updated from dossier d where d.kind = 'page' and d.piece::jsonb #>> '{page,noIndex}' is distinct from 'true'
        order by 1 offset @skip limit @most
        """;

    /// <summary>Reads the addresses of another part.</summary>
    /// <param name="name"><c>claims</c>, <c>sources</c>, <c>hubs</c> or <c>pages</c>.</param>
    /// <param name="part">Which file of it, from 1.</param>
    /// <param name="site">What <c>site.yaml</c> says.</param>
    /// <param name="now">The moment of the page.</param>
    /// <param name="take">Takes each address as it comes.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The edition that was read.</returns>
    public async Task<long> ReadAsync(string name, int part, SiteFile site, DateTimeOffset now, Func<SitemapEntry, Task> take, CancellationToken cancel)
    {
        var sql = name switch { "claims" => ClaimsSql, "sources" => SourcesSql, "hubs" => HubsSql, _ => PagesSql };
        var months = name == "pages" ? ListPages.Of(site, now) : ListPages.None;
        var of = new { now, skip = (part - 1L) * EntriesAPart, most = EntriesAPart, lists = ListPages.Fixed, addresses = months.Addresses, starts = months.Starts, ends = months.Ends };
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(sql, of, commandTimeout: Patience, cancellationToken: cancel));
        var edition = await results.ReadSingleAsync<long>();
        await foreach (var row in results.ReadUnbufferedAsync<PlainAddress>().WithCancellation(cancel))
            await take(new SitemapEntry(row.Address, row.Updated, []));
        return edition;
    }

    private const string NewsSql = """
        select max(number) from edition;

        select c.id, c.slug, c.title, c.kind, c.section, c.section_name, c.publish, c.updated, c.own_status, c.authors, c.card, c.claim_state, c.path,
               c.picture, c.picture_hash, c.picture_format, c.picture_width, c.picture_height, c.picture_colour, c.picture_embedded, c.picture_sidecar
        from card(array(
            select a.id from article a
            where a.indexable and a.publish > @since and a.publish <= @now and a.expires > @now and a.kind not in ('sponsored', 'satire', 'correction')
            order by a.publish desc, a.id limit 1000), @now) c;
        """;

    /// <summary>What was first published within the last two days, newest first, and the edition.</summary>
    public async Task<(long Edition, IReadOnlyList<ArticleCard> News)> ListNewsAsync(SiteFile site, DateTimeOffset now, CancellationToken cancel)
    {
        var rules = ClaimRules.Of(site);
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(NewsSql, new { now, since = now.AddHours(-48) }, cancellationToken: cancel));
        var edition = await results.ReadSingleAsync<long>();
        return (edition, [.. (await results.ReadAsync<CardRow>()).Select(row => row.Show(now, rules))]);
    }

    // A crawler waits; a reader's page would not.
    private const int Patience = 30;

    private static IEnumerable<string> ListShown(ArticleAddress row)
    {
        if (row.Piece is null)
            return row.Pictures;
        var piece = Pieces.Read(row.Piece, Pieces.Default.ArticlePiece);
        var hidden = piece.Figures.Append(piece.Hero).OfType<Figure>().Where(static figure => figure.NoIndex || figure.Spoiler).SelectMany(static figure => figure.Candidates).ToHashSet(StringComparer.Ordinal);
        return row.Pictures.Where(picture => !hidden.Contains(picture));
    }

    private sealed record PartRow
    {
        public required string Name { get; init; }

        public int Count { get; init; }

        public DateTimeOffset? Updated { get; init; }
    }

    private sealed record PlainAddress
    {
        public required string Address { get; init; }

        public DateTimeOffset? Updated { get; init; }
    }

    private sealed record ArticleAddress
    {
        public required string Address { get; init; }

        public required string Path { get; init; }

        public required string Slug { get; init; }

        public DateTimeOffset? Updated { get; init; }

        public required string[] Pictures { get; init; }

        public string? Piece { get; init; }
    }
}
