using AlitaNews.Newsroom.Sources;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Claims;

/// <summary>What one article says about one claim (<c>content.md</c>, section 8, "Entry in an article"). Immutable.</summary>
public sealed record ClaimEntry
{
    /// <summary>The claim's global id.</summary>
    public required string Id { get; init; }

    /// <summary>The sentence that is claimed, or null.</summary>
    public string? Text { get; init; }

    /// <summary>What the article says of it; null: a mention only.</summary>
    public ClaimStatus? Status { get; init; }

    /// <summary>Whether it drives banner and label; at most one entry of an article has it set, after the default rule was applied.</summary>
    public bool Primary { get; init; }

    /// <summary>Whether it was made from the article itself because a rumour listed no claim.</summary>
    public bool Implicit { get; init; }

    /// <summary>When the status became true in the world; null: the article's date.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The period by whose end it should have happened, as written and valid (<c>none</c> included); null: nothing said.</summary>
    public string? Due { get; init; }

    /// <summary>Days of grace; null: the site's.</summary>
    public int? Grace { get; init; }

    /// <summary>What would settle it, or null.</summary>
    public string? Test { get; init; }

    /// <summary>Its type, a slug that feeds base rates, or null.</summary>
    public string? Type { get; init; }

    /// <summary>Who says so.</summary>
    public IReadOnlyList<SourceMention> Sources { get; init; } = [];

    /// <summary>What proves the status.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>What is known, plain text.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    /// <summary>What is not known, plain text.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>An editorial estimate from 0 to 1, or null.</summary>
    public double? Likelihood { get; init; }

    /// <summary>Ids of articles whose verdicts this one overrules.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>Claims that this one replaces.</summary>
    public IReadOnlyList<string> Supersedes { get; init; } = [];

    /// <summary>Claims of which this one is a part.</summary>
    public IReadOnlyList<string> PartOf { get; init; } = [];

    /// <summary>Claims that cannot be true together with this one.</summary>
    public IReadOnlyList<string> Contradicts { get; init; } = [];

    /// <summary>Why the status changed, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Where the entry stands in the article's file.</summary>
    public TextSpan Span { get; init; }

    /// <summary>Where the value of <c>text</c> stands, else the entry.</summary>
    public TextSpan TextSpan { get; init; }

    /// <summary>Where the value of <c>status</c> stands, else the entry.</summary>
    public TextSpan StatusSpan { get; init; }
}

/// <summary>What proves a claim's status.</summary>
/// <param name="Url">Where it can be seen.</param>
/// <param name="Title">What it is, or null.</param>
/// <param name="Kind">official, document, on-record, footage or outlet; or null.</param>
/// <param name="Archived">An archived copy, or null.</param>
/// <param name="Quote">The words that matter, or null.</param>
public sealed record Evidence(string Url, string? Title = null, string? Kind = null, string? Archived = null, string? Quote = null);
