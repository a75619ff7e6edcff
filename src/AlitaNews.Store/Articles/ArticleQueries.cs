using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Site;
using AlitaNews.Store.Claims;
using AlitaNews.Store.Corrections;
using AlitaNews.Store.Pictures;
using AlitaNews.Store.Sources;
using Dapper;

namespace AlitaNews.Store.Articles;

/// <summary>Reads articles. Thread-safe.</summary>
public sealed class ArticleQueries(NewsDatabase database, RecordShelf records)
{
    // Related: whatever shares a claim, then a topic, then a tag; of each list only its newest, so the cost is that of a few short index scans.
    private const string FindSql = """
        select max(number) as number, (select e.records from edition e order by e.number desc limit 1) as records from edition;

        select a.id, a.slug, a.path, a.publish, a.expires, a.updated, a.own_status, a.primary_claim, a.claims, a.noindex, a.draft, a.removed, a.vanished, a.title,
               a.piece, a.body,
               (select s.piece from claim_state s where s.claim = a.primary_claim and s.from_at <= a.publish and s.until_at > a.publish) as shown_then
        from article a where a.slug = @slug
        order by a.vanished, a.removed nulls first limit 1;

        select s.claim, c.merged_into, s.piece,
               (select w.display from claim_state w where w.claim = s.claim and w.until_at = s.displayed_since limit 1) as was,
               (select count(*) from listing l where l.list = 'claim:' || s.claim and l.publish <= @now) as articles,
               f.publish as first_said, f.slug as first_in
        from article a
        join claim_state s on s.from_at <= @now and s.until_at > @now
         and s.claim = any(a.claims || array(select f.facts::jsonb ->> 'claim' from sidecar f where f.picture = any(a.media) and f.facts like '%"claim"%'))
        join claim c on c.id = s.claim
        left join lateral (
            select o.publish, o.slug
            from claim m join listing l on l.list = 'claim:' || m.id and l.publish <= @now join article o on o.id = l.article
            where m.id = coalesce(c.merged_into, c.id) or m.merged_into = coalesce(c.merged_into, c.id)
            order by o.publish, o.slug limit 1
        ) f on true
        where a.slug = @slug and not a.vanished;

        select d.id, d.name, d.piece from article a
        join dossier d on d.kind = 'source'
         and (d.id = any(a.sources) or d.aliases && a.sources
              -- asked once, not once for every source there is
              or d.id = any(array(select said.source from article o join claim c on c.id = any(o.claims) cross join unnest(c.sources) as said (source) where o.slug = @slug and not o.vanished)))
        where a.slug = @slug and not a.vanished
        union select d.id, d.name, d.piece from dossier d where d.kind = 'source' and records_wanted(@slug, @known);

        select d.kind, d.id, d.name, d.piece from article a
        join dossier d on (d.kind = 'topic' and (d.id = any(a.topics) or 'topic:' || d.id = any(a.links)))
                       or (d.kind = 'author' and (d.id = any(a.authors) or 'author:' || d.id = any(a.links)))
                       or (d.kind = 'section' and d.id = a.section)
        where a.slug = @slug and not a.vanished;

        select k.key, link_target(k.key, @now) as address from article a cross join unnest(a.links) as k (key)
        where a.slug = @slug and not a.vanished and k.key not like 'topic:%' and k.key not like 'author:%';

        select m.path, m.hash, m.format, m.width, m.height, m.colour, m.embedded, c.facts as sidecar
        from article a join media m on m.path = any(a.media) left join sidecar c on c.picture = m.path
        where a.slug = @slug and not a.vanished;

        select c.id, c.slug, c.title, c.kind, c.section, c.section_name, c.publish, c.updated, c.own_status, c.authors, c.card, c.claim_state, c.path,
               c.picture, c.picture_hash, c.picture_format, c.picture_width, c.picture_height, c.picture_colour, c.picture_embedded, c.picture_sidecar
        from card((
            -- materialized: otherwise the function is asked again for every story that may be near
            with chosen as materialized (select chosen_by_editor(@slug, @now) as ids)
            select chosen.ids || array(
            select near.article
            from article a
            join listing mine on mine.article = a.id and (mine.list like 'claim:%' or mine.list like 'topic:%' or mine.list like 'tag:%')
            cross join lateral (
                select l.article, l.publish from listing l
                where l.list = mine.list and l.publish <= @now and l.until > @now and l.article <> a.id
                order by l.publish desc, l.article desc limit 6
            ) near
            where a.slug = @slug and not a.vanished and near.article <> all(chosen.ids)
            group by near.article
            order by sum(case left(mine.list, 3) when 'cla' then 100 when 'top' then 10 else 3 end) desc, max(near.publish) desc, near.article
            limit greatest(0, 4 - cardinality(chosen.ids)))
            from chosen), @now) c;

        select c.id, c.slug, c.title, c.kind, c.section, c.section_name, c.publish, c.updated, c.own_status, c.authors, c.card, c.claim_state, c.path,
               c.picture, c.picture_hash, c.picture_format, c.picture_width, c.picture_height, c.picture_colour, c.picture_embedded, c.picture_sidecar
        from card(array(
            select l.article from article a
            join listing mine on mine.article = a.id and mine.list like 'series:%'
            join listing l on l.list = mine.list and l.publish <= @now and l.until > @now
            where a.slug = @slug and not a.vanished
            order by (select (p.piece::jsonb -> 'article' ->> 'part')::integer from article p where p.id = l.article) nulls last, l.publish, l.article limit 50), @now) c;

        select k.teller, k.piece, k.article from article a join correction k on k.article = a.id and k.teller like 'claim:%' and k.at <= @now
        where a.slug = @slug and not a.vanished;

        select t.block, t.at, t.claim, t.text, t.display, t.note from article a cross join lateral body_timelines(a.body, @now) t
        where a.slug = @slug and not a.vanished;

        select s.claim, s.type, s.outcome, s.decided_at from scored_claim s where s.from_at <= @now and s.until_at > @now and records_wanted(@slug, @known);

        select a.claim, a.source, a.article, a.role, a.at from assertion a where a.publish <= @now and records_wanted(@slug, @known);
        """;

    /// <summary>The page of an article.</summary>
    /// <param name="slug">The last part of its address.</param>
    /// <param name="site">What <c>site.yaml</c> says.</param>
    /// <param name="now">The moment of the page.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The page, what stands where it stood, or null where nothing does or it is not public.</returns>
    public Task<FoundArticle?> FindAsync(string slug, SiteFile site, DateTimeOffset now, CancellationToken cancel) => FindAsync(slug, site, now, preview: null, cancel);

    /// <summary>The same for editors: drafts are shown too, and of some claims the states that will come of them.</summary>
    internal async Task<FoundArticle?> FindAsync(string slug, SiteFile site, DateTimeOffset now, FoldedClaims? preview, CancellationToken cancel)
    {
        await using var connection = await database.OpenReaderAsync(cancel);
        var known = records.Moved;
        var kept = records.Find(known);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(FindSql, new { slug, now, known = kept is null ? 0 : known }, cancellationToken: cancel));
        var (edition, moved) = await RecordReader.ReadEditionAsync(results);
        if (await results.ReadFirstOrDefaultAsync<ArticleRecord>() is not { } row || (preview is null && (row.Draft || row.Publish > now)))
            return null;

        var rules = ClaimRules.Of(site);
        var states = (await results.ReadAsync<StateRow>()).ToList();
        if (preview is not null)
            states = [.. preview.States, .. states.ExceptBy(preview.States.Select(static one => one.Claim), static one => one.Claim)];
        var claims = new ClaimReader(await results.ReadAsync<SourceRow>());
        var named = (await results.ReadAsync<NamedRow>()).ToList();
        var links = (await results.ReadAsync<LinkRow>()).Where(static link => link.Address is not null).ToDictionary(static link => link.Key, static link => link.Address!, StringComparer.Ordinal);
        var shelf = new PictureShelf(await results.ReadAsync<MediaRow>());
        var related = (await results.ReadAsync<CardRow>()).Select(card => card.Show(now, rules)).ToList();
        var series = (await results.ReadAsync<CardRow>()).Select(card => card.Show(now, rules)).ToList();
        var reversals = (await results.ReadAsync<CorrectionPieceRow>()).Select(static correction => correction.Read()).ToList();
        var timelines = TimelineRow.Gather(await results.ReadAsync<TimelineRow>());
        var book = await RecordReader.FindAsync(results, records, moved, moved == known ? kept : null, claims);

        if (row.Vanished)
            return new FoundArticle { Vanished = true, Removed = new RemovedPage(edition, row.Title, new Removal(row.Removed, null, null, site.RemovedIsSilent), []) };
        var piece = Pieces.Read(row.Piece, Pieces.Default.ArticlePiece);
        List<ClaimSummary> Outliving() => [.. ArticleReader.ListOwn(row, states).Select(claims.Read).DistinctBy(static claim => claim.Id).OrderByDescending(claim => claim.Id == row.PrimaryClaim)];
        if (piece.Article.Removed is { } removal)
            return new FoundArticle { Removed = new RemovedPage(edition, row.Title, removal, Outliving()) };
        if (piece.Article.RedirectTo is { } elsewhere)
            return new FoundArticle { RedirectTo = elsewhere };
        if (row.Expires <= now && site.ExpiredIsGone)
            return new FoundArticle { Removed = new RemovedPage(edition, row.Title, new Removal(row.Expires, null, null, true), Outliving()) };
        var reader = new ArticleReader(rules, now, claims, states, named, links, shelf) { Timelines = preview?.Over(timelines) ?? timelines, Records = book };
        var page = reader.Read(edition, row, piece) with { Related = related, SeriesParts = series };
        return new FoundArticle { Page = page.CorrectedBy(reversals) };
    }

    private const string RemovedSql = """
        select max(number) from edition;

        select title, removed, vanished, piece from article where id = @id and removed is not null;

        select s.claim, c.merged_into, s.piece, null::text as was, 0::bigint as articles
        from claim_event e
        join claim_state s on s.claim = e.claim and s.from_at <= @now and s.until_at > @now
        join claim c on c.id = s.claim
        where e.article = @id and e.publish <= @now;
        """;

    /// <summary>What is said where an article stood, or null where it stands.</summary>
    /// <param name="id">The article's id.</param>
    /// <param name="site">What <c>site.yaml</c> says.</param>
    /// <param name="now">The moment of the page.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<RemovedPage?> FindRemovedAsync(string id, SiteFile site, DateTimeOffset now, CancellationToken cancel)
    {
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(RemovedSql, new { id, now }, cancellationToken: cancel));
        var edition = await results.ReadSingleAsync<long>();
        if (await results.ReadFirstOrDefaultAsync<RemovedRecord>() is not { } row)
            return null;
        var claims = (await results.ReadAsync<StateRow>()).Select(new ClaimReader([]).Read).DistinctBy(static claim => claim.Id).ToList();
        var removal = row.Vanished ? null : Pieces.Read(row.Piece, Pieces.Default.ArticlePiece).Article.Removed;
        return new RemovedPage(edition, row.Title, removal ?? new Removal(row.Removed, null, null, site.RemovedIsSilent), claims);
    }

    private const string ListNewestSql = "select '/news/' || slug from article where id = any(newest('all', @now, @most)) order by publish desc, id";

    /// <summary>The addresses of the articles published last, the newest first.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<string>> ListNewestAsync(int most, DateTimeOffset now, CancellationToken cancel)
    {
        await using var connection = await database.OpenReaderAsync(cancel);
        return [.. await connection.QueryAsync<string>(new CommandDefinition(ListNewestSql, new { most, now }, cancellationToken: cancel))];
    }

    private sealed record RemovedRecord
    {
        public required string Title { get; init; }

        public DateTimeOffset Removed { get; init; }

        public bool Vanished { get; init; }

        public required string Piece { get; init; }
    }
}

/// <summary>What stands at an article's address: one of the three is set.</summary>
public sealed record FoundArticle
{
    /// <summary>The article.</summary>
    public ArticlePage? Page { get; init; }

    /// <summary>What is said where it stood (410).</summary>
    public RemovedPage? Removed { get; init; }

    /// <summary>Whether its file went without a tombstone: what an editor says of the address counts more then.</summary>
    public bool Vanished { get; init; }

    /// <summary>Where it sends its readers (301).</summary>
    public string? RedirectTo { get; init; }
}

/// <summary>A topic, author or section by name.</summary>
internal sealed record NamedRow
{
    public required string Kind { get; init; }

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Piece { get; init; }
}

/// <summary>Where the key of an internal link leads.</summary>
internal sealed record LinkRow
{
    public required string Key { get; init; }

    public string? Address { get; init; }
}
