using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Pictures;
using AlitaNews.Newsroom.Sources;
using AlitaNews.Store.Claims;
using AlitaNews.Store.Editions;
using AlitaNews.Store.Pictures;

namespace AlitaNews.Store.Articles;

/// <summary>Turns rows into articles as pages and feeds show them: one for all articles of a query.</summary>
internal sealed class ArticleReader(
    ClaimRules rules, DateTimeOffset now, ClaimReader claims, IReadOnlyList<StateRow> states, List<NamedRow> named, Dictionary<string, string> links, PictureShelf shelf)
{
    private const int WordsAMinute = 230;

    /// <summary>What timeline blocks show.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ClaimChange>> Timelines { get; init; } = new Dictionary<string, IReadOnlyList<ClaimChange>>();

    /// <summary>The track records, or null where none are shown.</summary>
    public TrackRecordBook? Records { get; init; }

    /// <summary>The article of a row, without what stands beside it.</summary>
    /// <param name="edition">The edition that was read.</param>
    /// <param name="row">The row.</param>
    /// <param name="piece">Its document.</param>
    public ArticlePage Read(long edition, ArticleRecord row, ArticlePiece piece)
    {
        var article = piece.Article;
        var own = ListOwn(row, states);
        var read = own.DistinctBy(static one => one.Claim).ToDictionary(static one => one.Claim, claims.Read, StringComparer.Ordinal);
        var shown = own.Select(one => read[one.Claim]).DistinctBy(static claim => claim.Id).OrderByDescending(claim => claim.Id == row.PrimaryClaim).ToList();
        var state = own.Find(one => one.Claim == row.PrimaryClaim) is { } primary ? Pieces.Read(primary.Piece, Pieces.Default.ClaimState) : null;
        var said = row.OwnStatus is null ? (ClaimStatus?)null : Enum.Parse<ClaimStatus>(row.OwnStatus, ignoreCase: true);
        var verdict = Verdict.Of(said, row.Publish, row.ShownThen is null ? null : Pieces.Read(row.ShownThen, Pieces.Default.ClaimState), state, now, rules);
        var sources = article.Sources.Concat(article.Claims.SelectMany(static claim => claim.Sources)).DistinctBy(static source => source.Id).Select(source => Rate(SourceReader.Show(source, claims))).ToList();
        var updated = verdict.ChangedAt > row.Updated ? verdict.ChangedAt.Value : row.Updated;
        var section = named.Find(one => one.Kind == "section" && one.Id == article.Section)?.Name;
        var figures = piece.Figures.Select(Picture).ToList();
        var hero = piece.Hero is { } lead ? Picture(lead) : null;
        var bodyShowsHero = piece.Hero is { } at && piece.Figures.Any(figure => figure.Src == at.Src && figure.Span == at.Span);
        return new ArticlePage
        {
            Edition = edition,
            Id = row.Id,
            Card = new ArticleCard
            {
                Slug = row.Slug,
                Title = row.Title,
                ShortTitle = article.ShortTitle ?? row.Title,
                Kicker = article.Kicker ?? section,
                Kind = article.Kind,
                Summary = article.Spoiler == "major" ? null : article.Summary,
                Published = row.Publish,
                Updated = updated,
                Authors = [.. article.Authors.Select(author => Show(author, named).Name)],
                Display = verdict.Display,
                Label = verdict.Label,
                Hero = article.Spoiler == "major" ? null : hero,
                Sponsor = article.Sponsor?.Name,
                Language = article.Language,
            },
            Section = article.Section,
            SectionName = section,
            StandfirstHtml = article.StandfirstHtml,
            Authors = [.. article.Authors.Select(author => Show(author, named))],
            BodyHtml = row.Body,
            Material = new BodyMaterial
            {
                Claims = read,
                Sources = sources.Concat(claims.ListFiles().Select(SourceReader.Show).Select(Rate)).DistinctBy(static source => source.Id).ToDictionary(static source => source.Id, StringComparer.Ordinal),
                Topics = named.Where(static one => one.Kind == "topic").ToDictionary(static one => one.Id, static one => one.Name, StringComparer.Ordinal),
                Links = links,
                Figures = figures,
                Timelines = Timelines,
            },
            Headings = [.. piece.Headings.Where(static heading => heading.Level == 2).Select(static heading => new ArticleHeading(heading.Id, heading.Text))],
            Minutes = Math.Max(1, (int)Math.Round(piece.WordCount / (double)WordsAMinute)),
            Hero = bodyShowsHero ? null : hero,
            Primary = shown.Find(claim => claim.Id == row.PrimaryClaim || own.Exists(one => one.Claim == row.PrimaryClaim && one.MergedInto == claim.Id)),
            Verdict = verdict,
            Claims = shown,
            Sources = sources,
            Evidence = [.. article.Claims.SelectMany(static claim => claim.Evidence).DistinctBy(static one => one.Url)],
            Corrections = [.. article.Corrections.Where(correction => correction.Date <= now).OrderByDescending(static correction => correction.Date)],
            UpdatedBy = updated <= row.Publish ? null : verdict.ChangedAt == updated ? "status" : article.Corrections.Any(correction => correction.Date == updated) ? "correction" : "text",
            BackstoryHtml = article.BackstoryHtml,
            Verification = article.Verification,
            Spoiler = article.Spoiler,
            ContentWarning = article.ContentWarning,
            Sponsor = article.Sponsor,
            AiUse = article.AiUse,
            License = article.License,
            Topics = [.. article.Topics.Select(id => new Tag(id, named.Find(one => one.Kind == "topic" && one.Id == id)?.Name ?? id))],
            Tags = article.Tags,
            Series = article.Series,
            ArchivedOn = row.Expires <= now ? row.Expires : null,
            SeoTitle = article.SeoTitle,
            Description = article.Description,
            Canonical = article.Canonical,
            NoIndex = row.Noindex,
            Staff = [.. new[] { ("Edited by", article.Editor), ("Reviewed by", article.ReviewedBy), ("Translated by", article.Translator) }
                .Where(static one => one.Item2 is not null).Select(one => new StaffLine(one.Item1, Show(new Byline(one.Item2!), named)))],
            SocialTitle = article.SocialTitle,
            SocialDescription = article.SocialDescription,
            SocialPicture = piece.Social is { } social && Picture(social) is { Url: not null } shared ? shared : null,
        };

        ShownPicture Picture(Figure figure) => shelf.Show(figure, row.Path, row.Slug, FindDisplay);

        ClaimDisplay? FindDisplay(string id) => states.FirstOrDefault(one => one.Claim == id) is { } about ? Pieces.Read(about.Piece, Pieces.Default.ClaimState).Display : null;

        ShownSource Rate(ShownSource source) => Records is null ? source : source with { Record = Records.WordsOf(source.Id, claims.SourceOf(source.Id).File?.Kind) };
    }

    /// <summary>Of some states those of the claims that an article lists; it may list more than a thousand.</summary>
    public static List<StateRow> ListOwn(ArticleRecord row, IReadOnlyList<StateRow> states)
    {
        var own = row.Claims.ToHashSet(StringComparer.Ordinal);
        return [.. states.Where(one => own.Contains(one.Claim))];
    }

    private static ShownAuthor Show(Byline author, List<NamedRow> named)
    {
        var file = named.Find(one => one.Kind == "author" && one.Id == author.Id);
        var role = author.Role ?? (file is null ? null : Pieces.Read(file.Piece, Pieces.Default.DossierPiece).Author?.Role);
        return new ShownAuthor(author.Id, file?.Name ?? author.Name ?? author.Id, role);
    }
}

/// <summary>An article's row.</summary>
internal sealed record ArticleRecord
{
    public required string Id { get; init; }

    public required string Slug { get; init; }

    public required string Path { get; init; }

    public required string Title { get; init; }

    public DateTimeOffset Publish { get; init; }

    public DateTimeOffset Expires { get; init; }

    public DateTimeOffset Updated { get; init; }

    public string? OwnStatus { get; init; }

    public string? PrimaryClaim { get; init; }

    public required string[] Claims { get; init; }

    /// <summary>The state of its primary claim when it was published, or null.</summary>
    public string? ShownThen { get; init; }

    public bool Noindex { get; init; }

    public bool Draft { get; init; }

    public DateTimeOffset? Removed { get; init; }

    public bool Vanished { get; init; }

    public required string Piece { get; init; }

    public required string Body { get; init; }
}
