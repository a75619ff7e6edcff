using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Store.Claims;
using AlitaNews.Store.Pictures;

namespace AlitaNews.Store.Articles;

/// <summary>Everything that the page of an article shows. Immutable.</summary>
public sealed record ArticlePage
{
    /// <summary>The edition that this was read from.</summary>
    public required long Edition { get; init; }

    /// <summary>The article's stable id.</summary>
    public required string Id { get; init; }

    /// <summary>What its card shows: slug, title, label, dates, picture.</summary>
    public required ArticleCard Card { get; init; }

    /// <summary>The section's id; empty where it has none.</summary>
    public string Section { get; init; } = "";

    /// <summary>The section's name, or null.</summary>
    public string? SectionName { get; init; }

    /// <summary>The standfirst as inline HTML, or null.</summary>
    public string? StandfirstHtml { get; init; }

    /// <summary>The byline.</summary>
    public IReadOnlyList<ShownAuthor> Authors { get; init; } = [];

    /// <summary>Who else worked on it: editor, reviewer, translator.</summary>
    public IReadOnlyList<StaffLine> Staff { get; init; } = [];

    /// <summary>The title for social networks, without its label, or null.</summary>
    public string? SocialTitle { get; init; }

    /// <summary>The description for social networks, or null.</summary>
    public string? SocialDescription { get; init; }

    /// <summary>The picture for social networks instead of the generated card, or null.</summary>
    public ShownPicture? SocialPicture { get; init; }

    /// <summary>The body as stored: safe HTML with markers.</summary>
    public required string BodyHtml { get; init; }

    /// <summary>What fills the markers.</summary>
    public BodyMaterial Material { get; init; } = BodyMaterial.None;

    /// <summary>Its second-level headings, for the table of contents.</summary>
    public IReadOnlyList<ArticleHeading> Headings { get; init; } = [];

    /// <summary>Reading time in minutes, at least 1.</summary>
    public int Minutes { get; init; } = 1;

    /// <summary>The picture at the top, also where the card hides it; null where there is none or the body already shows it.</summary>
    public ShownPicture? Hero { get; init; }

    /// <summary>The claim that drives banner and label, or null.</summary>
    public ClaimSummary? Primary { get; init; }

    /// <summary>Banner and label.</summary>
    public Verdict Verdict { get; init; } = Verdict.None;

    /// <summary>Every claim that the article names, the primary first.</summary>
    public IReadOnlyList<ClaimSummary> Claims { get; init; } = [];

    /// <summary>Whom the article relies on.</summary>
    public IReadOnlyList<ShownSource> Sources { get; init; } = [];

    /// <summary>What was corrected, newest first.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>The correction by which the whole story was taken back, or null.</summary>
    public Correction? Retraction => Corrections.FirstOrDefault(static correction => correction.Type == CorrectionType.Retraction);

    /// <summary>What its claims are shown by.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>What moved <see cref="ArticleCard.Updated"/> last: <c>text</c>, <c>correction</c> or <c>status</c>; null where nothing did.</summary>
    public string? UpdatedBy { get; init; }

    /// <summary>How we know, as HTML, or null.</summary>
    public string? BackstoryHtml { get; init; }

    /// <summary>The ownership token, or null.</summary>
    public string? Verification { get; init; }

    /// <summary>none, mild, major, or the editor's own words.</summary>
    public string Spoiler { get; init; } = "none";

    /// <summary>A warning about what is shown, or null.</summary>
    public string? ContentWarning { get; init; }

    /// <summary>Who paid for it, or null.</summary>
    public Sponsor? Sponsor { get; init; }

    /// <summary>Whether AI was used, in the contract's or the editor's words; null: not said.</summary>
    public string? AiUse { get; init; }

    /// <summary>Its licence as written, or null.</summary>
    public string? License { get; init; }

    /// <summary>Its topics.</summary>
    public IReadOnlyList<Tag> Topics { get; init; } = [];

    /// <summary>Its tags.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>The name of its series, or null.</summary>
    public string? Series { get; init; }

    /// <summary>The series in order, this piece included.</summary>
    public IReadOnlyList<ArticleCard> SeriesParts { get; init; } = [];

    /// <summary>Related articles, those that share a claim first.</summary>
    public IReadOnlyList<ArticleCard> Related { get; init; } = [];

    /// <summary>Since when the page is only kept for the record, or null.</summary>
    public DateTimeOffset? ArchivedOn { get; init; }

    /// <summary>The page title for search engines, or null.</summary>
    public string? SeoTitle { get; init; }

    /// <summary>The text of the description meta tag, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The canonical address at another site, or null.</summary>
    public string? Canonical { get; init; }

    /// <summary>Not for search engines.</summary>
    public bool NoIndex { get; init; }

    /// <summary>The page with corrections that nobody wrote: they follow from a verdict that was reversed, and move its date as any correction does.</summary>
    internal ArticlePage CorrectedBy(IReadOnlyCollection<Correction> reversals)
    {
        if (reversals.Count == 0)
            return this;
        var newest = reversals.Max(static reversal => reversal.Date);
        return this with
        {
            Corrections = [.. Corrections.Concat(reversals).OrderByDescending(static correction => correction.Date)],
            Card = newest > Card.Updated ? Card with { Updated = newest } : Card,
            UpdatedBy = newest > Card.Updated ? "correction" : UpdatedBy,
        };
    }
}

/// <summary>One name of a byline, as shown.</summary>
/// <param name="Id">The author's id.</param>
/// <param name="Name">The name.</param>
/// <param name="Role">The role, or null.</param>
public sealed record ShownAuthor(string Id, string Name, string? Role);

/// <summary>One who worked on it and did not write it.</summary>
/// <param name="Part">The part, for example "Edited by".</param>
/// <param name="Person">The person.</param>
public sealed record StaffLine(string Part, ShownAuthor Person);

/// <summary>A heading of the body.</summary>
/// <param name="Anchor">The id of the element.</param>
/// <param name="Text">Its plain text.</param>
public sealed record ArticleHeading(string Anchor, string Text);

/// <summary>A source that an article relies on, as the box at its end shows it. Immutable.</summary>
public sealed record ShownSource
{
    /// <summary>The source's id.</summary>
    public required string Id { get; init; }

    /// <summary>The name readers see.</summary>
    public required string Name { get; init; }

    /// <summary>The kind in words, for example "anonymous", "on the record", "official".</summary>
    public required string Standing { get; init; }

    /// <summary>Whether it said so first, or is whom the story repeats.</summary>
    public bool IsOrigin { get; init; }

    /// <summary>Whether it is not named.</summary>
    public bool Anonymous { get; init; }

    /// <summary>Why it is not named, or null.</summary>
    public string? Anonymity { get; init; }

    /// <summary>Its words, or null.</summary>
    public string? Quote { get; init; }

    /// <summary>Where it said so, or null.</summary>
    public string? Url { get; init; }

    /// <summary>When it said so, or null.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Its track record in one sentence, as <c>content.md</c> section 11 words it, or null.</summary>
    public string? Record { get; init; }
}
