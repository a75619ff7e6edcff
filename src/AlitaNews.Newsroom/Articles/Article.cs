using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Sources;

namespace AlitaNews.Newsroom.Articles;

/// <summary>
/// What the front matter of an article says, after defaults, aliases and tolerance (<c>content.md</c>, section 4).
/// Instants are UTC. Nothing here depends on another file, on the clock or on a claim's state. Immutable.
/// </summary>
public sealed record Article
{
    /// <summary>The file, relative to the content folder.</summary>
    public required string Path { get; init; }

    /// <summary>The stable identity; survives renames and moves.</summary>
    public required string Id { get; init; }

    /// <summary>The last part of the address <c>/news/{slug}</c>.</summary>
    public required string Slug { get; init; }

    /// <summary>The headline, without any legacy RUMOUR prefix.</summary>
    public required string Title { get; init; }

    /// <summary>A shorter headline for tight places; null: the title.</summary>
    public string? ShortTitle { get; init; }

    /// <summary>The page title for search engines, or null.</summary>
    public string? SeoTitle { get; init; }

    /// <summary>The text of the description meta tag, or null: the summary.</summary>
    public string? Description { get; init; }

    /// <summary>The canonical address at another site, or null.</summary>
    public string? Canonical { get; init; }

    /// <summary>Where the address answers 301 to, or null.</summary>
    public string? RedirectTo { get; init; }

    /// <summary>Old root-relative addresses.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What sort of piece it is.</summary>
    public ArticleKind Kind { get; init; }

    /// <summary>The id of its section; empty for an article directly below the articles folder.</summary>
    public string Section { get; init; } = "";

    /// <summary>Ids of the works, people, companies and subjects it is about.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Tags, as slugs, with the words as written.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>The series it belongs to, or null.</summary>
    public string? Series { get; init; }

    /// <summary>Its place in the series, or null.</summary>
    public int? Part { get; init; }

    /// <summary>Ids of articles that an editor wants beside it.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>Order among pinned pieces: higher is earlier.</summary>
    public int Weight { get; init; }

    /// <summary>Whether it is pinned to the top.</summary>
    public bool Featured { get; init; }

    /// <summary>When the pin ends; null: it does not end by itself.</summary>
    public DateTimeOffset? PinnedUntil { get; init; }

    /// <summary>The article date.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Whether <see cref="Date"/> is only the moment the file was first seen.</summary>
    public bool DateIsFirstSeen { get; init; }

    /// <summary>The instant from which it is public.</summary>
    public required DateTimeOffset Publish { get; init; }

    /// <summary>The last change, as the editor gave it; null: observed.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The instant from which it is archived or gone, or null.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Not public, whatever its dates say.</summary>
    public bool Draft { get; init; }

    /// <summary>Public at its address, in no list.</summary>
    public bool Unlisted { get; init; }

    /// <summary>Not for search engines.</summary>
    public bool NoIndex { get; init; }

    /// <summary>Set: the file is a tombstone.</summary>
    public Removal? Removed { get; init; }

    /// <summary>The byline.</summary>
    public IReadOnlyList<Byline> Authors { get; init; } = [];

    /// <summary>The id of the editor, or null.</summary>
    public string? Editor { get; init; }

    /// <summary>The id of the reviewer, or null.</summary>
    public string? ReviewedBy { get; init; }

    /// <summary>The id of the translator, or null.</summary>
    public string? Translator { get; init; }

    /// <summary>The line above the headline; null: the section's name.</summary>
    public string? Kicker { get; init; }

    /// <summary>The standfirst as inline HTML, or null.</summary>
    public string? StandfirstHtml { get; init; }

    /// <summary>A plain-text summary of at most 300 characters, or null where neither front matter nor body has one.</summary>
    public string? Summary { get; init; }

    /// <summary>How we know, as HTML, or null.</summary>
    public string? BackstoryHtml { get; init; }

    /// <summary>Title for share cards, or null.</summary>
    public string? SocialTitle { get; init; }

    /// <summary>Description for share cards, or null.</summary>
    public string? SocialDescription { get; init; }

    /// <summary>Picture for share cards, as written, or null.</summary>
    public string? SocialImage { get; init; }

    /// <summary>What it says about claims, in the order written.</summary>
    public IReadOnlyList<ClaimEntry> Claims { get; init; } = [];

    /// <summary>Whom it relies on.</summary>
    public IReadOnlyList<SourceMention> Sources { get; init; } = [];

    /// <summary>What was corrected, in the order written.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>The opaque ownership token, or null.</summary>
    public string? Verification { get; init; }

    /// <summary>How much it gives away: none, mild, major, or the editor's own words.</summary>
    public string Spoiler { get; init; } = "none";

    /// <summary>A warning about what is shown, or null.</summary>
    public string? ContentWarning { get; init; }

    /// <summary>Who paid for it, or null.</summary>
    public Sponsor? Sponsor { get; init; }

    /// <summary>Whether AI was used: none, assisted, generated, or the editor's own words; null: not said.</summary>
    public string? AiUse { get; init; }

    /// <summary>A BCP 47 language tag; null: the site's.</summary>
    public string? Language { get; init; }

    /// <summary>An SPDX id or URL; null: the site's.</summary>
    public string? License { get; init; }

    /// <summary>Every other key, verbatim, as a JSON object.</summary>
    public string ParamsJson { get; init; } = "{}";
}

/// <summary>A tag.</summary>
/// <param name="Id">Its slug.</param>
/// <param name="Name">The word as written.</param>
public sealed record Tag(string Id, string Name);

/// <summary>One name of a byline.</summary>
/// <param name="Id">The author's id, also when no file describes them.</param>
/// <param name="Name">The name as written; null: the author file's, else the id.</param>
/// <param name="Url">An address given with the name, or null.</param>
/// <param name="Role">The role given with the name, or null.</param>
public sealed record Byline(string Id, string? Name = null, string? Url = null, string? Role = null);

/// <summary>Makes a file a tombstone (<c>web.md</c> section 1, Removal).</summary>
/// <param name="Date">When the piece went; null: not said.</param>
/// <param name="Reason">Why, or null.</param>
/// <param name="By">Who took it down, or null.</param>
/// <param name="Silent">Whether the page keeps the reason to itself.</param>
public sealed record Removal(DateTimeOffset? Date, string? Reason, string? By, bool Silent);

/// <summary>Who paid for a piece.</summary>
/// <param name="Name">The sponsor's name.</param>
/// <param name="Url">Where it leads, or null.</param>
/// <param name="Scope">For example <c>underwritten</c>: then the piece is not an advertisement; or null.</param>
public sealed record Sponsor(string Name, string? Url, string? Scope);

/// <summary>A visible correction.</summary>
/// <param name="Date">Its instant (a bare date is the start of that day).</param>
/// <param name="Type">What sort of correction it is.</param>
/// <param name="Text">What was wrong, plain text.</param>
/// <param name="Was">The wrong value, or null.</param>
/// <param name="Now">The right value, or null.</param>
/// <param name="Claim">The claim it concerns, or null.</param>
public sealed record Correction(DateTimeOffset Date, CorrectionType Type, string Text, string? Was, string? Now, string? Claim);

/// <summary>The closed list of correction types.</summary>
public enum CorrectionType
{
    /// <summary>A mistake mended.</summary>
    Correction,

    /// <summary>Something made clearer.</summary>
    Clarification,

    /// <summary>News since publication.</summary>
    Update,

    /// <summary>A word from the editor.</summary>
    EditorsNote,

    /// <summary>The piece is taken back; it also stamps the page.</summary>
    Retraction,
}

/// <summary>The closed list of article kinds.</summary>
public enum ArticleKind
{
    /// <summary>The default.</summary>
    News,

    /// <summary>About something nobody has confirmed.</summary>
    Rumour,

    /// <summary>A review.</summary>
    Review,

    /// <summary>An opinion.</summary>
    Opinion,

    /// <summary>An analysis.</summary>
    Analysis,

    /// <summary>An interview.</summary>
    Interview,

    /// <summary>A feature.</summary>
    Feature,

    /// <summary>A fact check.</summary>
    Factcheck,

    /// <summary>A round-up.</summary>
    Roundup,

    /// <summary>A live blog.</summary>
    Liveblog,

    /// <summary>Paid for.</summary>
    Sponsored,

    /// <summary>Not meant seriously.</summary>
    Satire,

    /// <summary>A piece that only corrects another.</summary>
    Correction,
}
