using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Site;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Claims;
using AlitaNews.Store.Pages;
using Dapper;

namespace AlitaNews.Store.Hubs;

/// <summary>Reads sections, topics, tags and authors. Thread-safe.</summary>
public sealed class HubQueries(NewsDatabase database)
{
    private const int ItemsAPage = 20;

    // What is known of a topic is the query of TopicClaimQueries, here in the page's one trip.
    private const string FindSql = """
        select max(number) from edition;

        select d.id, d.path, d.name, d.updated, d.piece, d.body from dossier d where d.kind = @kind and d.id = @id;

        select s.claim, c.merged_into, s.piece, null::text as was, 0::bigint as articles
        from dossier d
        join claim_state s on s.claim = any(d.links) and s.from_at <= @now and s.until_at > @now
        join claim c on c.id = s.claim
        where d.kind = @kind and d.id = @id;

        select t.kind, t.id, t.name, t.piece from dossier d join dossier t on t.kind in ('topic', 'source') and t.id = any(d.links)
        where d.kind = @kind and d.id = @id;

        select k.key, link_target(k.key, @now) as address from dossier d cross join unnest(d.links) as k (key)
        where d.kind = @kind and d.id = @id and k.key like '%:%';

        select m.path, m.hash, m.format, m.width, m.height, m.colour, m.embedded, c.facts as sidecar
        from dossier d join media m on m.path = any(d.media) left join sidecar c on c.picture = m.path
        where d.kind = @kind and d.id = @id;

        select count(*) from listing where list = @list and publish <= @now and until > @now;

        select k.claim, k.merged_into, k.piece, k.was, k.articles
        from (values (array['rumour', 'unverified', 'disputed']), (array['overdue']), (array['confirmed', 'partly']), (array['debunked', 'missed'])) as part (states)
        cross join lateral claim_page(@now, states => part.states, topic => @id, most => 6) k
        where @kind = 'topic' and @first = 0;

        select b.display, b.count from claim_balance(@now, topic => @id) b where @kind = 'topic' and @first = 0;

        select distinct d.id, d.name, d.piece
        from (values (array['rumour', 'unverified', 'disputed']), (array['overdue']), (array['confirmed', 'partly']), (array['debunked', 'missed'])) as part (states)
        cross join lateral claim_page(@now, states => part.states, topic => @id, most => 6) k
        join claim c on c.id = k.claim
        join dossier d on d.kind = 'source' and (d.id = any(c.sources) or d.aliases && c.sources)
        where @kind = 'topic' and @first = 0;

        select c.id, c.slug, c.title, c.kind, c.section, c.section_name, c.publish, c.updated, c.own_status, c.authors, c.card, c.claim_state, c.path,
               c.picture, c.picture_hash, c.picture_format, c.picture_width, c.picture_height, c.picture_colour, c.picture_embedded, c.picture_sidecar
        from card(array(
            select article from listing where list = @list and publish <= @now and until > @now
            order by publish desc, article offset @first limit 20), @now) c;

        select a.piece from listing l join article a on a.id = l.article
        where l.list = @list and @kind in ('tag', 'author') and l.publish <= @now and l.until > @now
        order by l.publish desc, l.article desc limit 1;

        select greatest(
            (select d.updated from dossier d where d.kind = @kind and d.id = @id),
            stories_changed(@list, @now),
            case when @kind = 'topic' then topic_changed(@id, @now) end)
        where @first = 0;
        """;

    /// <summary>A page of a hub.</summary>
    /// <param name="kind">What sort of hub.</param>
    /// <param name="id">The id in its address.</param>
    /// <param name="page">From 1.</param>
    /// <param name="site">What <c>site.yaml</c> says.</param>
    /// <param name="now">The moment of the page.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The page; null past the end, and where it lists nothing and has no file.</returns>
    public async Task<HubPage?> FindAsync(HubKind kind, string id, int page, SiteFile site, DateTimeOffset now, CancellationToken cancel)
    {
        var rules = ClaimRules.Of(site);
        var word = Word(kind);
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(
            FindSql, new { kind = word, id, list = $"{word}:{id}", now, first = PageStart.Of(page, ItemsAPage) }, cancellationToken: cancel));
        var edition = await results.ReadSingleAsync<long>();
        var dossier = await DossierReader.FindAsync(results);
        var total = (int)await results.ReadSingleAsync<long>();
        var states = (await results.ReadAsync<StateRow>()).ToList();
        var balance = BalanceRow.Read(await results.ReadAsync<BalanceRow>());
        var claims = new ClaimReader(await results.ReadAsync<SourceRow>());
        var known = kind == HubKind.Topic && page == 1 ? WhatWeKnow.Of(id, [.. states.Select(claims.Read)], balance) : null;
        var cards = (await results.ReadAsync<CardRow>()).Select(card => card.Show(now, rules)).ToList();
        var newest = await results.ReadFirstOrDefaultAsync<string?>();
        var changed = await results.ReadFirstOrDefaultAsync<DateTimeOffset?>();
        var pages = PageCount.Of(total, ItemsAPage);
        if ((dossier is null && total == 0 && known is not { Total: > 0 }) || page > pages)
            return null;
        return new HubPage
        {
            Edition = edition,
            Kind = kind,
            Id = id,
            Name = dossier?.Name ?? FindWrittenName(kind, id, newest) ?? id,
            Page = page,
            Pages = pages,
            Total = total,
            Cards = cards,
            StandfirstHtml = dossier?.Piece.Section?.StandfirstHtml,
            BodyHtml = dossier?.BodyHtml ?? "",
            Material = dossier?.Material ?? BodyMaterial.None,
            Picture = dossier?.Picture,
            Topic = dossier?.Piece.Topic,
            Author = dossier?.Piece.Author,
            Known = known,
            Updated = changed ?? cards.Select(static card => card.Updated).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(),
        };
    }

    private const string ListSql = """
        select max(number) from edition;

        select count(*) from (
            select h.id from hub_ids(@kind || ':', @now) as h (id) union select d.id from dossier d where d.kind = @kind) one;

        select one.id, one.name, s.stories, n.publish as newest
        from (
            select h.id, coalesce(d.name, h.id) as name
            from (select i.id from hub_ids(@kind || ':', @now) as i (id) union select f.id from dossier f where f.kind = @kind) h
            left join dossier d on d.kind = @kind and d.id = h.id
            order by lower(coalesce(d.name, h.id)), h.id
            offset @first limit 20
        ) one
        cross join lateral (
            select count(*) as stories from listing l where l.list = @kind || ':' || one.id and l.publish <= @now and l.until > @now
        ) s
        left join lateral (
            select l.publish from listing l where l.list = @kind || ':' || one.id and l.publish <= @now and l.until > @now order by l.publish desc limit 1
        ) n on true
        order by lower(one.name), one.id;
        """;

    /// <summary>A page of the list of hubs of one kind: those that list something or have a file.</summary>
    /// <returns>The page, or null past the end.</returns>
    public async Task<HubList?> ListAsync(HubKind kind, int page, DateTimeOffset now, CancellationToken cancel)
    {
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(
            ListSql, new { kind = Word(kind), now, first = PageStart.Of(page, ItemsAPage) }, cancellationToken: cancel));
        var edition = await results.ReadSingleAsync<long>();
        var pages = PageCount.Of(await results.ReadSingleAsync<long>(), ItemsAPage);
        if (page > pages)
            return null;
        var hubs = (await results.ReadAsync<HubEntry>()).ToList();
        return new HubList { Edition = edition, Kind = kind, Page = page, Pages = pages, Hubs = hubs, Newest = hubs.Max(static hub => hub.Newest) };
    }

    private static string Word(HubKind kind) => kind.ToString().ToLowerInvariant();

    // A tag, or an author without a file, is called what the newest story calls it.
    private static string? FindWrittenName(HubKind kind, string id, string? newest)
    {
        if (newest is null)
            return null;
        var article = Pieces.Read(newest, Pieces.Default.ArticlePiece).Article;
        return kind == HubKind.Tag
            ? article.Tags.FirstOrDefault(tag => tag.Id == id)?.Name
            : article.Authors.FirstOrDefault(author => author.Id == id)?.Name;
    }
}
