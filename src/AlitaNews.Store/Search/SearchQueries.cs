using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Markdown.Summaries;
using AlitaNews.Newsroom.Search;
using AlitaNews.Newsroom.Site;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Editions;
using AlitaNews.Store.Pages;
using Dapper;
using Npgsql;

namespace AlitaNews.Store.Search;

/// <summary>Searches the stories. Thread-safe.</summary>
public sealed class SearchQueries(NewsDatabase database)
{
    /// <summary>The most stories that a search ranks: the newest that match.</summary>
    public const int MostHits = 500;

    // Phrases are looked for among the newest stories that have all their words.
    private const int MostCandidatesOfPhrase = 2000;
    private const int ItemsAPage = 20;

    private const string FindSql = """
        select max(number) from edition;

        select extract(year from min(publish))::int from listing where list = 'all' and publish <= @now;

        select one.kind, one.id, one.name, ''::text as piece from (
            (select kind, id, name from dossier where kind = 'topic' order by id limit 200)
            union all
            (select kind, id, name from dossier where kind = 'source' order by id limit 200)
        ) one order by lower(one.name), one.id;

        select c.id, c.slug, c.title, c.kind, c.section, c.section_name, c.publish, c.updated, c.own_status, c.authors, c.card, c.claim_state, c.path,
               c.picture, c.picture_hash, c.picture_format, c.picture_width, c.picture_height, c.picture_colour, c.picture_embedded, c.picture_sidecar,
               hit.total, hit.exactly, hit.meant, a.piece, a.body
        from (
            select f.article, f.rank, f.publish, f.meant, count(*) over ()::int as total, count(*) filter (where f.meant is null) over ()::int as exactly
            from (
                select distinct on (s.article) s.article, s.rank, s.publish, s.meant
                from find_stories(websearch_to_tsquery('news', @loose), case when @exact <> '' then websearch_to_tsquery('news', @exact) end, @marks::tsquery,
                                  @words, @now, @since, @before, @display, @most) s
                order by s.article, s.meant nulls first
            ) f
            order by f.meant nulls first, f.rank desc, f.publish desc, f.article
            offset @first limit 20
        ) hit
        cross join lateral card(array[hit.article], @now) c
        join article a on a.id = hit.article
        order by hit.meant nulls first, hit.rank desc, hit.publish desc, hit.article;
        """;

    /// <summary>A page of what a search finds; a search for nothing finds nothing.</summary>
    /// <param name="request">What is looked for.</param>
    /// <param name="site">What <c>site.yaml</c> says.</param>
    /// <param name="now">The moment of the page.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The page, or null past the end.</returns>
    public async Task<SearchResults?> FindAsync(SearchRequest request, SiteFile site, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            return await RunAsync(request, site, now, cancel);
        }
        catch (Exception e) when (IsTooMuch(e))
        {
            return new SearchResults { Edition = 0, Request = request, GivenUp = true };
        }
    }

    // What the server says of a query that is too deep or too long, or that it was told to give up.
    private static bool IsTooMuch(Exception e) => e switch
    {
        PostgresException { SqlState: "XX000" or "54001" or PostgresErrorCodes.QueryCanceled } => true,
        NpgsqlException { InnerException: TimeoutException } => true,
        _ => false,
    };

    private async Task<SearchResults?> RunAsync(SearchRequest request, SiteFile site, DateTimeOffset now, CancellationToken cancel)
    {
        var rules = ClaimRules.Of(site);
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(FindSql, Parameters(request, rules.Zone, now), cancellationToken: cancel));
        await reader.ReadAsync(cancel);
        var edition = reader.GetInt64(0);
        await reader.NextResultAsync(cancel);
        await reader.ReadAsync(cancel);
        var firstYear = await reader.IsDBNullAsync(0, cancel) ? (int?)null : reader.GetInt32(0);
        await reader.NextResultAsync(cancel);
        var named = new List<NamedRow>();
        for (var read = reader.GetRowParser<NamedRow>(); await reader.ReadAsync(cancel);)
            named.Add(read(reader));

        // A row is a card, as everywhere, and what only a search needs beside it.
        await reader.NextResultAsync(cancel);
        var hits = new List<SearchHit>();
        var extra = reader.GetOrdinal("total");
        var readCard = reader.GetRowParser<CardRow>(length: extra);
        var readHit = reader.GetRowParser<HitRow>(startIndex: extra);
        HitRow? hit = null;
        while (await reader.ReadAsync(cancel))
        {
            hit = readHit(reader);
            var words = hit.Meant is null ? request.Words.Wanted : hit.Meant.Split(' ');
            hits.Add(new SearchHit(readCard(reader).Show(now, rules), hit.FindSnippet(words)));
        }

        var total = hit?.Total ?? 0;
        if (hits.Count == 0 && request.Page > 1)
            return null;
        return new SearchResults
        {
            Edition = edition,
            Request = request,
            Hits = hits,
            Total = total,
            Exactly = hit?.Exactly ?? 0,
            Pages = PageCount.Of(total, ItemsAPage),
            Meant = hit?.Meant,
            Topics = [.. named.Where(static one => one.Kind == "topic").Select(static one => new NamedPage(one.Id, one.Name))],
            Sources = [.. named.Where(static one => one.Kind == "source").Select(static one => new NamedPage(one.Id, one.Name))],
            FirstYear = firstYear,
        };
    }

    private static object Parameters(SearchRequest request, SiteZone zone, DateTimeOffset now)
    {
        var marks = new List<string>();
        if (request.Topic is { } topic)
            marks.Add(SearchMark.Topic(topic));
        if (request.Source is { } source)
            marks.Add(SearchMark.Source(source));

        // Without a word to begin with, the index must be told to begin with everything.
        if (marks.Count == 0 && (request.Words.HasExclusion || request.Words.Loose.Length == 0))
            marks.Add(SearchMark.All);
        return new
        {
            now,
            loose = request.Words.Loose,
            exact = request.Words.Exact,
            marks = SearchMark.Query(marks),
            words = request.Words.Wanted.ToArray(),
            since = request.Year is { } year ? zone.StartOf(new DateOnly(year, 1, 1)) : DateTimeOffset.MinValue,
            before = request.Year is { } end ? zone.StartOf(new DateOnly(end + 1, 1, 1)) : DateTimeOffset.MaxValue,
            display = request.Display?.Word(),
            most = request.IsEmpty ? 0 : request.Words.HasPhrase ? MostCandidatesOfPhrase : MostHits,
            first = PageStart.Of(request.Page, ItemsAPage),
        };
    }

    private sealed record HitRow
    {
        public int Total { get; init; }

        public int Exactly { get; init; }

        public string? Meant { get; init; }

        public required string Piece { get; init; }

        public required string Body { get; init; }

        public Snippet? FindSnippet(IReadOnlyCollection<string> words) =>
            words.Count == 0 || Pieces.Read(Piece, Pieces.Default.ArticlePiece).Article.Spoiler == "major" ? null : Snippet.Of(PlainText.Of(Body), words);
    }
}
