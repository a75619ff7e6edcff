namespace AlitaNews.Newsroom.Site;

/// <summary>What <c>site.yaml</c> says, with its defaults (<c>content.md</c>, section 4). Immutable.</summary>
public sealed record SiteFile
{
    // Stands above Default: static members are set in the order of the text.
    private static Dictionary<string, string> DefaultPolicies { get; } = new()
    {
        ["ethics"] = "ethics",
        ["corrections"] = "corrections-policy",
        ["unnamed-sources"] = "unnamed-sources",
        ["verification"] = "how-we-verify",
        ["ownership"] = "ownership",
        ["feedback"] = "contact",
        ["masthead"] = "masthead",
        ["ai"] = "ai-use",
    };

    /// <summary>A site without the file.</summary>
    public static SiteFile Default { get; } = new();

    /// <summary>Whether files compile to the same with another site file: if not, all are compiled again.</summary>
    public bool CompilesLike(SiteFile other) =>
        Language == other.Language && TimeZone == other.TimeZone && Author == other.Author && BaseUrl == other.BaseUrl
        && PandocFigures == other.PandocFigures && Typography == other.Typography && WikiLinks == other.WikiLinks
        && RemovedIsSilent == other.RemovedIsSilent && LintCredit == other.LintCredit && Grace == other.Grace
        && Features.SequenceEqual(other.Features) && AdWords.SequenceEqual(other.AdWords) && MediaRoots.SequenceEqual(other.MediaRoots);

    /// <summary>The site's name.</summary>
    public string Title { get; init; } = "AlitaNews";

    /// <summary>One sentence about the site, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The public origin, without a slash at its end, or null.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>A BCP 47 language tag.</summary>
    public string Language { get; init; } = "en";

    /// <summary>An IANA time zone that exists.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Who publishes, or null: the title.</summary>
    public Publisher? Publisher { get; init; }

    /// <summary>The id of the author of articles that name none.</summary>
    public string Author { get; init; } = "newsroom";

    /// <summary>An SPDX id or URL, or null.</summary>
    public string? License { get; init; }

    /// <summary>Policy pages by role: ethics, corrections, unnamed-sources, verification, ownership, feedback, masthead, ai.</summary>
    public IReadOnlyDictionary<string, string> Policies { get; init; } = DefaultPolicies;

    /// <summary>Site-ownership tokens by service (google, bing …), written as meta tags.</summary>
    public IReadOnlyDictionary<string, string> Verification { get; init; } = new Dictionary<string, string>();

    /// <summary>A mail address or URL for reports of mistakes, or null.</summary>
    public string? Report { get; init; }

    /// <summary>The contact of <c>security.txt</c>, or null.</summary>
    public string? SecurityContact { get; init; }

    /// <summary>When <c>security.txt</c> expires, or null.</summary>
    public DateTimeOffset? SecurityExpires { get; init; }

    /// <summary>Rules of <c>robots.txt</c> by agent.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Robots { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Whether <c>/llms.txt</c> is served.</summary>
    public bool Llms { get; init; }

    /// <summary>Folders in which pictures of other generators lie.</summary>
    public IReadOnlyList<string> MediaRoots { get; init; } = ["static", "assets", "public", "images", "uploads", "wp-content/uploads"];

    /// <summary>Whether an expired page is gone (410) instead of archived.</summary>
    public bool ExpiredIsGone { get; init; }

    /// <summary>Whether captions are written as in Pandoc: in the description.</summary>
    public bool PandocFigures { get; init; }

    /// <summary>Whether a picture's kind implies its digital source type.</summary>
    public bool GuessSourceType { get; init; } = true;

    /// <summary>Whether quotes and dashes are made typographic.</summary>
    public bool Typography { get; init; }

    /// <summary>Whether <c>[[wiki]]</c> links are understood.</summary>
    public bool WikiLinks { get; init; }

    /// <summary>Further features that are switched on, for example <c>math</c>.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>How many days the label CONFIRMED is shown.</summary>
    public int ConfirmedLabelDays { get; init; } = 30;

    /// <summary>Days between the end of a due period and the overdue flag.</summary>
    public int Grace { get; init; }

    /// <summary>Whether claim pages may carry ClaimReview: states that the publisher is no political body.</summary>
    public bool ClaimReview { get; init; }

    /// <summary>Whether feeds carry summaries instead of full content.</summary>
    public bool FeedsAreSummaries { get; init; }

    /// <summary>The provider of advertisements, or null: none.</summary>
    public string? AdProvider { get; init; }

    /// <summary>Words that mark an advertisement slot when they stand alone.</summary>
    public IReadOnlyList<string> AdWords { get; init; } = ["Advertisement"];

    /// <summary>Whether pages of removed pieces keep the reason to themselves.</summary>
    public bool RemovedIsSilent { get; init; }

    /// <summary>Whether a missing credit is reported.</summary>
    public bool LintCredit { get; init; } = true;

    /// <summary>The IndexNow key, or null: off.</summary>
    public string? IndexNowKey { get; init; }
}

/// <summary>Who publishes the site.</summary>
/// <param name="Name">The name.</param>
/// <param name="Url">Its address, or null.</param>
/// <param name="Logo">Its logo, as written, or null.</param>
/// <param name="SameAs">Addresses of the same body elsewhere.</param>
public sealed record Publisher(string Name, string? Url, string? Logo, IReadOnlyList<string> SameAs);
