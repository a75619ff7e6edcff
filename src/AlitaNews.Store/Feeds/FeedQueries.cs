using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Site;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Claims;
using AlitaNews.Store.Corrections;
using AlitaNews.Store.Pictures;
using Dapper;

namespace AlitaNews.Store.Feeds;

/// <summary>Reads the articles of a feed, whole. Thread-safe.</summary>
public sealed class FeedQueries(NewsDatabase database)
{
    private const string FindSql = """
        select max(number) from edition;

        select d.id, d.name from dossier d
        where d.kind = @kind and (d.id = @id or d.aliases @> array[@id])
        order by d.id = @id desc limit 1;

        select s.claim, c.merged_into, s.piece, null::text as was, 0::bigint as articles
        from claim c
        join claim_state s on s.claim = c.id and s.from_at <= @now and s.until_at > @now
        where @kind = 'claim' and c.id = @id;

        select a.id, a.slug, a.path, a.publish, a.expires, a.updated, a.own_status, a.primary_claim, a.claims, a.noindex, a.draft, a.removed, a.vanished, a.title,
               a.piece, a.body,
               (select s.piece from claim_state s where s.claim = a.primary_claim and s.from_at <= a.publish and s.until_at > a.publish) as shown_then
        from article a where a.id = any(newest(@list, @now, @size))
        order by a.publish desc, a.id;

        select s.claim, c.merged_into, s.piece, null::text as was, 0::bigint as articles
        from (select distinct unnest(a.claims) as claim from article a where a.id = any(newest(@list, @now, @size))) named
        join claim_state s on s.claim = named.claim and s.from_at <= @now and s.until_at > @now
        join claim c on c.id = s.claim;

        select d.id, d.name, d.piece from dossier d
        where d.kind = 'source' and exists (
            select from article a
            where a.id = any(newest(@list, @now, @size))
              and (d.id = any(a.sources) or d.aliases && a.sources or exists (select from claim c where c.id = any(a.claims) and d.id = any(c.sources))));

        select d.kind, d.id, d.name, d.piece from dossier d
        where d.kind in ('topic', 'author', 'section') and exists (
            select from article a
            where a.id = any(newest(@list, @now, @size))
              and case d.kind
                      when 'topic' then d.id = any(a.topics) or 'topic:' || d.id = any(a.links)
                      when 'author' then d.id = any(a.authors)
                      else d.id = a.section end);

        select k.key, link_target(k.key, @now) as address
        from (select distinct unnest(a.links) as key from article a where a.id = any(newest(@list, @now, @size))) k
        where k.key not like 'topic:%';

        select m.path, m.hash, m.format, m.width, m.height, m.colour, m.embedded, c.facts as sidecar
        from (select distinct unnest(a.media) as path from article a where a.id = any(newest(@list, @now, @size))) shown
        join media m on m.path = shown.path
        left join sidecar c on c.picture = m.path;

        select k.teller, k.piece, k.article from correction k
        where k.article = any(newest(@list, @now, @size)) and k.teller like 'claim:%' and k.at <= @now;

        select a.id, a.publish as published, a.removed from article a
        where a.removed is not null and not a.draft and a.publish <= @now and a.removed <= @now
          and case @kind
                  when '' then true
                  when 'section' then a.section = @id
                  when 'topic' then @id = any(a.topics)
                  when 'author' then @id = any(a.authors)
                  when 'source' then @id = any(a.sources)
                  when 'claim' then @id = any(a.claims)
                  else false end
        order by a.removed desc, a.id limit 100;
        """;

    /// <summary>The articles of a feed.</summary>
    /// <param name="kind">section, topic, tag, author, source or claim; empty: the whole site.</param>
    /// <param name="id">Which of them; empty for the site.</param>
    /// <param name="size">How many articles at most, or null: all.</param>
    /// <param name="site">What <c>site.yaml</c> says.</param>
    /// <param name="now">The moment of the feed.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The feed, or null where there is nothing of that name.</returns>
    public async Task<FeedContent?> FindAsync(string kind, string id, int? size, SiteFile site, DateTimeOffset now, CancellationToken cancel)
    {
        var list = kind.Length == 0 ? "all" : $"{kind}:{id}";
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(FindSql, new { kind, id, list, size, now }, cancellationToken: cancel));
        var edition = await results.ReadSingleAsync<long>();
        var about = await results.ReadFirstOrDefaultAsync<AboutRow>();
        var claim = await results.ReadFirstOrDefaultAsync<StateRow>();
        var rows = (await results.ReadAsync<ArticleRecord>()).ToList();
        var states = (await results.ReadAsync<StateRow>()).ToList();
        var claims = new ClaimReader(await results.ReadAsync<SourceRow>());
        var named = (await results.ReadAsync<NamedRow>()).ToList();
        var links = (await results.ReadAsync<LinkRow>()).Where(static link => link.Address is not null).ToDictionary(static link => link.Key, static link => link.Address!, StringComparer.Ordinal);
        var shelf = new PictureShelf(await results.ReadAsync<MediaRow>());
        var reversals = (await results.ReadAsync<CorrectionPieceRow>()).ToLookup(static row => row.Article, static row => row.Read());
        var pulled = (await results.ReadAsync<PulledRow>()).Select(static row => new PulledArticle(row.Id, row.Published, row.Removed)).ToList();
        if (kind.Length > 0 && about is null && claim is null && rows.Count == 0)
            return null;

        var reader = new ArticleReader(ClaimRules.Of(site), now, claims, states, named, links, shelf);
        var articles = rows.Select(row => reader.Read(edition, row, Pieces.Read(row.Piece, Pieces.Default.ArticlePiece)).CorrectedBy([.. reversals[row.Id]])).ToList();
        var today = claim?.MergedInto ?? about?.Id ?? id;
        return new FeedContent
        {
            Edition = edition,
            MovedTo = today == id ? null : today,
            Name = claim is not null ? claims.Read(claim).Text
                : about?.Name ?? articles.SelectMany(static article => article.Tags).FirstOrDefault(tag => kind == "tag" && tag.Id == id)?.Name ?? (kind.Length == 0 ? null : id),
            Articles = articles,
            Pulled = pulled,
        };
    }

    private sealed record AboutRow
    {
        public required string Id { get; init; }

        public required string Name { get; init; }
    }

    private sealed record PulledRow
    {
        public required string Id { get; init; }

        public DateTimeOffset Published { get; init; }

        public DateTimeOffset Removed { get; init; }
    }
}
