using AlitaNews.Newsroom;
using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Markdown;
using AlitaNews.Newsroom.Pictures;

namespace AlitaNews.Store.Editions;

/// <summary>What the store held of an article before a round replaces it.</summary>
internal sealed record ArticleBefore
{
    public required string Id { get; init; }

    public required string Slug { get; init; }

    public required string Path { get; init; }

    public DateTimeOffset? TextChanged { get; init; }

    public required byte[] TextHash { get; init; }
}

/// <summary>What lists show of an article, apart from what depends on other files.</summary>
internal sealed record CardPiece
{
    public string? Kicker { get; init; }

    public string? ShortTitle { get; init; }

    public string? Summary { get; init; }

    public string? Sponsor { get; init; }

    public string? Language { get; init; }

    public bool Retracted { get; init; }

    public Figure? Hero { get; init; }
}

/// <summary>What only the page of an article shows.</summary>
internal sealed record ArticlePiece
{
    public required Article Article { get; init; }

    public IReadOnlyList<Figure> Figures { get; init; } = [];

    public Figure? Hero { get; init; }

    public Figure? Social { get; init; }

    public IReadOnlyList<Heading> Headings { get; init; } = [];

    public int WordCount { get; init; }

    public IReadOnlyList<string> Known { get; init; } = [];

    public IReadOnlyList<string> Unknown { get; init; } = [];
}

/// <summary>An article as its row stands in the store.</summary>
internal sealed record ArticleRow
{
    public required Article Article { get; init; }

    public required DateTimeOffset Updated { get; init; }

    public DateTimeOffset? TextChanged { get; init; }

    public string? PrimaryClaim { get; init; }

    public string? OwnStatus { get; init; }

    public required string[] Claims { get; init; }

    public required string[] Sources { get; init; }

    public required string[] Links { get; init; }

    public required string[] Media { get; init; }

    public required string[] Hero { get; init; }

    public required string Card { get; init; }

    public required string Piece { get; init; }

    public required byte[] TextHash { get; init; }

    public required string Body { get; init; }

    /// <summary>Makes the row of a compiled article.</summary>
    /// <param name="file">The file; its article is set.</param>
    /// <param name="before">What the store held of it, or null.</param>
    /// <param name="now">The site's clock: the moment at which a change of the text was seen.</param>
    public static ArticleRow Of(CompiledFile file, ArticleBefore? before, DateTimeOffset now)
    {
        var article = file.Article!;
        var body = file.Body;
        var changed = before is not null && !file.Untouched && !file.TextHash.AsSpan().SequenceEqual(before.TextHash) && now > article.Publish ? now : before?.TextChanged;
        var primary = article.Claims.FirstOrDefault(static claim => claim.Primary);
        var givesAway = article.Spoiler == "major";
        return new ArticleRow
        {
            Article = article,
            TextChanged = changed,
            Updated = Newest(article, changed),
            PrimaryClaim = primary?.Id,
            OwnStatus = primary?.Status?.ToString().ToLowerInvariant(),
            Claims = Ids(article.Claims.Select(static claim => claim.Id).Concat(file.Hero?.Facts.Claim is { Length: > 0 } about ? [about] : []), body, ReferenceKind.Claim),
            Sources = Ids(article.Sources.Concat(article.Claims.SelectMany(static claim => claim.Sources)).Select(static source => source.Id), body, ReferenceKind.Source),
            Links = Ids(body.References.Where(static named => named.Kind == ReferenceKind.Topic).Select(static named => "topic:" + named.Target).Concat(new[] { article.Editor, article.ReviewedBy, article.Translator }.OfType<string>().Select(static id => "author:" + id)), body, ReferenceKind.Link),
            Media = [.. body.Figures.Append(file.Hero).Append(file.Social).OfType<Figure>().SelectMany(static figure => figure.Candidates).Distinct(StringComparer.Ordinal)],
            Hero = [.. file.Hero?.Candidates ?? []],
            Card = Pieces.Write(new CardPiece
            {
                Kicker = article.Kicker,
                ShortTitle = article.ShortTitle,
                Summary = givesAway ? null : article.Summary ?? body.Excerpt ?? body.FirstParagraph,
                Sponsor = article.Sponsor?.Name,
                Language = article.Language,
                Retracted = article.Corrections.Any(static correction => correction.Type == CorrectionType.Retraction),
                Hero = givesAway || file.Hero is { Spoiler: true } ? null : file.Hero,
            }),
            Piece = Pieces.Write(new ArticlePiece
            {
                Article = article,
                Figures = body.Figures,
                Hero = file.Hero,
                Social = file.Social,
                Headings = body.Headings,
                WordCount = body.WordCount,
                Known = body.Known,
                Unknown = body.Unknown,
            }),
            TextHash = file.TextHash,
            Body = body.Html,
        };
    }

    /// <summary>Whether a sitemap may name it: public, wanted by its editor, and at home here.</summary>
    public bool Indexable => Article is { Draft: false, Unlisted: false, NoIndex: false, Removed: null, Canonical: null, RedirectTo: null };

    /// <summary>The lists in which it stands.</summary>
    public IEnumerable<string> ListLists()
    {
        if (Article.Draft || Article.Unlisted || Article.Removed is not null || Article.RedirectTo is not null)
            return [];
        IEnumerable<string> lists = ["all"];
        if (Article.Section.Length > 0)
            lists = lists.Append("section:" + Article.Section);
        if (Article.Series is { } series)
            lists = lists.Append("series:" + series);
        return lists
            .Concat(Article.Topics.Select(static id => "topic:" + id))
            .Concat(Article.Tags.Select(static tag => "tag:" + tag.Id))
            .Concat(Article.Authors.Select(static author => "author:" + author.Id))
            .Concat(Sources.Select(static id => "source:" + id))
            .Concat(Claims.Select(static id => "claim:" + id))
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>The instants of the future at which it changes a page by itself.</summary>
    public IEnumerable<(DateTimeOffset At, string Subject)> ListTicks(DateTimeOffset now)
    {
        if (Article.Draft)
            return [];
        DateTimeOffset?[] instants = [Article.Publish, Article.Expires, Article.PinnedUntil, Article.Publish.AddHours(48)];
        return instants.OfType<DateTimeOffset>().Where(at => at > now).Distinct().Select(at => (at, "article:" + Article.Id));
    }

    private static DateTimeOffset Newest(Article article, DateTimeOffset? textChanged)
    {
        var newest = article.Publish;
        foreach (var at in article.Corrections.Select(static correction => correction.Date).Append(article.Updated ?? textChanged ?? newest))
            newest = at > newest ? at : newest;
        return newest;
    }

    private static string[] Ids(IEnumerable<string> listed, CompiledBody body, ReferenceKind kind) =>
        [.. listed.Concat(body.References.Where(reference => reference.Kind == kind).Select(static reference => reference.Target)).Distinct(StringComparer.Ordinal)];
}
