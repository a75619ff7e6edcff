using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Sources;
using AlitaNews.Store.Articles;

namespace AlitaNews.Store.Claims;

/// <summary>Everything that the page of a claim shows. Immutable.</summary>
public sealed record ClaimPage
{
    /// <summary>The edition that this was read from.</summary>
    public required long Edition { get; init; }

    /// <summary>The claim as lists show it.</summary>
    public required ClaimSummary Claim { get; init; }

    /// <summary>Its whole state now.</summary>
    public required ClaimState State { get; init; }

    /// <summary>What the banner says, seen from the day on which the claim was first printed.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Why it stands as it does, in the words of the article that decided it or of the editor's lock; or null.</summary>
    public string? Reason { get; init; }

    /// <summary>All that was said of it and happened to it, the newest first.</summary>
    public IReadOnlyList<ClaimMoment> Account { get; init; } = [];

    /// <summary>Who has which part in it, in the order in which they were first heard.</summary>
    public IReadOnlyList<HeardVoice> Voices { get; init; } = [];

    /// <summary>How such claims from such people ended here, beside an open claim that rests on unnamed ones; or null.</summary>
    public BaseRate? BaseRate { get; init; }

    /// <summary>Every article that carries it, the first first.</summary>
    public IReadOnlyList<Carrier> Carriers { get; init; } = [];

    /// <summary>Claims that replace it.</summary>
    public IReadOnlyList<ClaimSummary> SupersededBy { get; init; } = [];

    /// <summary>Claims that it replaces.</summary>
    public IReadOnlyList<ClaimSummary> Supersedes { get; init; } = [];

    /// <summary>Claims of which it is a part.</summary>
    public IReadOnlyList<ClaimSummary> PartOf { get; init; } = [];

    /// <summary>Claims that cannot be true together with it.</summary>
    public IReadOnlyList<ClaimSummary> Contradicts { get; init; } = [];

    /// <summary>Its topics.</summary>
    public IReadOnlyList<Tag> Topics { get; init; } = [];

    /// <summary>The body of its own file as stored: safe HTML with markers; or null.</summary>
    public string? ContextHtml { get; init; }

    /// <summary>What fills the markers.</summary>
    public BodyMaterial Material { get; init; } = BodyMaterial.None;
}

/// <summary>Something that was said of a claim or happened to it.</summary>
public sealed record ClaimMoment
{
    /// <summary>When readers saw it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was displayed before.</summary>
    public ClaimDisplay Was { get; init; }

    /// <summary>The folded status before.</summary>
    public ClaimStatus? WasStatus { get; init; }

    /// <summary>What is displayed since.</summary>
    public ClaimDisplay Display { get; init; }

    /// <summary>The folded status since.</summary>
    public ClaimStatus? Status { get; init; }

    /// <summary>What an article said; null: the clock or another claim brought the change.</summary>
    public ClaimEntry? Said { get; init; }

    /// <summary>The article, or null.</summary>
    public Carrier? By { get; init; }

    /// <summary>Whether what the article says waits for evidence.</summary>
    public bool Held { get; init; }

    /// <summary>Whether the display changed.</summary>
    public bool Moved => Was != Display;
}

/// <summary>A source's part in a claim, and where it was first heard.</summary>
/// <param name="Source">The source as an article cites it.</param>
/// <param name="Role">Its part.</param>
/// <param name="At">When readers first heard of it.</param>
/// <param name="By">The article that first told.</param>
public sealed record HeardVoice(ShownSource Source, SourceRole Role, DateTimeOffset At, Carrier By);

/// <summary>An article that carries a claim.</summary>
/// <param name="Slug">The last part of its address.</param>
/// <param name="Title">Its headline, without a label.</param>
/// <param name="Published">When it was published.</param>
/// <param name="Gone">Whether only a note stands at its address.</param>
public sealed record Carrier(string Slug, string Title, DateTimeOffset Published, bool Gone = false);

/// <summary>How claims of a type, made by classes of unnamed people, ended here.</summary>
/// <param name="Type">The type, a slug; null: any.</param>
/// <param name="Classes">The names of the classes.</param>
/// <param name="Record">How often they came true.</param>
public sealed record BaseRate(string? Type, IReadOnlyList<string> Classes, TrackRecord Record);
