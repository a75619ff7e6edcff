using AlitaNews.Newsroom;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Site;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Claims;
using AlitaNews.Store.Editions;
using AlitaNews.Store.Pictures;
using Dapper;

namespace AlitaNews.Store.Desk;

/// <summary>Reads articles as they will look once they are public: a draft's own word on its claims is folded with what was said before. Thread-safe.</summary>
public sealed class PreviewQueries(NewsDatabase database, ArticleQueries articles)
{
    private const string FindSql = """
        select id, slug, path, publish, draft, piece from article where path = @path and not vanished;

        select c.id, c.merged_into, c.piece from article a join claim c on c.id = any(a.claims) where a.path = @path and not a.vanished;

        select e.piece from article a
        join claim c on c.id = any(a.claims)
        join claim_event e on e.claim = coalesce(c.merged_into, c.id)
        where a.path = @path and not a.vanished;

        select s.claim, s.from_at, s.piece from article a
        join claim c on c.id = any(a.claims)
        join claim_state s on s.claim = coalesce(c.merged_into, c.id)
        where a.path = @path and not a.vanished
        order by s.from_at;

        select d.id, d.name, d.piece from article a join dossier d on d.kind = 'source' and (d.id = any(a.sources) or d.aliases && a.sources) where a.path = @path and not a.vanished;
        """;

    /// <summary>The page that a file in the edition is, or will be.</summary>
    /// <param name="path">The file, relative to the content folder.</param>
    /// <param name="site">What <c>site.yaml</c> says.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The page, or null where the file is no article of the edition.</returns>
    public async Task<FoundArticle?> FindAsync(string path, SiteFile site, DateTimeOffset now, CancellationToken cancel)
    {
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(FindSql, new { path }, cancellationToken: cancel));
        if (await results.ReadFirstOrDefaultAsync<FileRow>() is not { } file)
            return null;
        var fold = await PreviewFold.ReadAsync(results);

        // On the day it is meant for, or today where that has passed.
        var moment = file.Publish > now ? file.Publish : now;
        var article = Pieces.Read(file.Piece, Pieces.Default.ArticlePiece).Article with { Id = file.Id, Slug = file.Slug, Path = file.Path, Publish = file.Publish };
        var folded = file.Draft ? fold.Fold(article, moment, ClaimRules.Of(site)) : new FoldedClaims([], new Dictionary<string, IReadOnlyList<ClaimChange>>());
        return await articles.FindAsync(file.Slug, site, moment, folded, cancel);
    }

    // What a stored article is joined with, by the keys of one that is not stored.
    private const string HeldSql = """
        select max(number) from edition;

        select id, merged_into, piece from claim where id = any(@claims);

        select e.piece from claim c join claim_event e on e.claim = coalesce(c.merged_into, c.id) where c.id = any(@claims);

        select s.claim, s.from_at, s.piece from claim c join claim_state s on s.claim = coalesce(c.merged_into, c.id) where c.id = any(@claims) order by s.from_at;

        select d.id, d.name, d.piece from dossier d
        where d.kind = 'source'
          and (d.id = any(@sources) or d.aliases && @sources or d.id = any(array(select said.source from claim c cross join unnest(c.sources) as said (source) where c.id = any(@claims))));

        select s.claim, c.merged_into, s.piece, null::text as was, 0::bigint as articles
        from claim_state s join claim c on c.id = s.claim
        where s.claim = any(@claims) and s.from_at <= @moment and s.until_at > @moment;

        select d.kind, d.id, d.name, d.piece from dossier d
        where (d.kind = 'topic' and (d.id = any(@topics) or 'topic:' || d.id = any(@links)))
           or (d.kind = 'author' and (d.id = any(@authors) or 'author:' || d.id = any(@links)))
           or (d.kind = 'section' and d.id = @section);

        select k.key, link_target(k.key, @moment) as address from unnest(@links) as k (key) where k.key not like 'topic:%' and k.key not like 'author:%';

        select m.path, m.hash, m.format, m.width, m.height, m.colour, m.embedded, c.facts as sidecar
        from media m left join sidecar c on c.picture = m.path where m.path = any(@media);

        select t.block, t.at, t.claim, t.text, t.display, t.note from body_timelines(@body, @moment) t;
        """;

    /// <summary>The page that a file will be which an error keeps out of the edition; without what lists say beside it.</summary>
    /// <param name="file">The file, compiled for a preview; its article is set.</param>
    /// <param name="site">What <c>site.yaml</c> says.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<ArticlePage> ReadHeldAsync(CompiledFile file, SiteFile site, DateTimeOffset now, CancellationToken cancel)
    {
        var article = file.Article!;
        var row = ArticleRow.Of(file, before: null, now);
        var moment = article.Publish > now ? article.Publish : now;
        var keys = new
        {
            moment,
            claims = row.Claims,
            sources = row.Sources,
            topics = article.Topics.ToArray(),
            authors = article.Authors.Select(static author => author.Id).ToArray(),
            section = article.Section,
            links = row.Links,
            media = row.Media,
            body = row.Body,
        };
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(HeldSql, keys, cancellationToken: cancel));
        var edition = await results.ReadSingleAsync<long>();
        var fold = await PreviewFold.ReadAsync(results);
        var rules = ClaimRules.Of(site);
        var own = fold.Fold(article, moment, rules);
        var states = own.States.Concat((await results.ReadAsync<StateRow>()).ExceptBy(own.States.Select(static one => one.Claim), static one => one.Claim)).ToList();
        var named = (await results.ReadAsync<NamedRow>()).ToList();
        var links = (await results.ReadAsync<LinkRow>()).Where(static link => link.Address is not null).ToDictionary(static link => link.Key, static link => link.Address!, StringComparer.Ordinal);
        var shelf = new PictureShelf(await results.ReadAsync<MediaRow>());
        var reader = new ArticleReader(rules, moment, fold.Sources, states, named, links, shelf) { Timelines = own.Over(TimelineRow.Gather(await results.ReadAsync<TimelineRow>())) };
        var record = new ArticleRecord
        {
            Id = article.Id,
            Slug = article.Slug,
            Path = article.Path,
            Title = article.Title,
            Publish = article.Publish,
            Expires = article.Expires ?? DateTimeOffset.MaxValue,
            Updated = row.Updated,
            OwnStatus = row.OwnStatus,
            PrimaryClaim = row.PrimaryClaim,
            Claims = row.Claims,
            Noindex = article.NoIndex,
            Draft = article.Draft,
            Piece = row.Piece,
            Body = row.Body,
        };
        return reader.Read(edition, record, Pieces.Read(row.Piece, Pieces.Default.ArticlePiece));
    }

    private sealed record FileRow
    {
        public required string Id { get; init; }

        public required string Slug { get; init; }

        public required string Path { get; init; }

        public DateTimeOffset Publish { get; init; }

        public bool Draft { get; init; }

        public required string Piece { get; init; }
    }
}
