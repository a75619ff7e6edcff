namespace AlitaNews.Store.Claims;

/// <summary>A claim as lists, cards and banners show it. Computed when read: nothing of it is stored text. Immutable.</summary>
public sealed record ClaimSummary
{
    /// <summary>The claim's id.</summary>
    public required string Id { get; init; }

    /// <summary>The sentence that is claimed.</summary>
    public required string Text { get; init; }

    /// <summary>Its display state, as pages carry it: <c>rumour</c>, <c>unverified</c>, <c>confirmed</c> … <c>disputed</c>.</summary>
    public required string Display { get; init; }

    /// <summary>The display state before the last change, or null where it never changed.</summary>
    public string? Was { get; init; }

    /// <summary>Flags in words of the contract: <c>slipped</c>, <c>reversed</c>, <c>reopened</c>, <c>stale</c> …</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>When it was first heard.</summary>
    public required DateTimeOffset First { get; init; }

    /// <summary>When its display last changed.</summary>
    public required DateTimeOffset Changed { get; init; }

    /// <summary>The period in which it should happen, as written (<c>2023-Q3</c>), or null.</summary>
    public string? Due { get; init; }

    /// <summary>The first instant after that period, or null.</summary>
    public DateTimeOffset? DueEnds { get; init; }

    /// <summary>What is known, plain text.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    /// <summary>What is not known, plain text.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>Who says so, the first first.</summary>
    public IReadOnlyList<ClaimVoice> Voices { get; init; } = [];

    /// <summary>How many articles carry it.</summary>
    public int Articles { get; init; }
}

/// <summary>One source's part in a claim.</summary>
/// <param name="SourceId">The source.</param>
/// <param name="Name">The name readers see.</param>
/// <param name="Role">origin, relay, corroborates or denies.</param>
/// <param name="Anonymous">Whether it is a class of people who are not named.</param>
/// <param name="Anonymity">Why it is not named, or null.</param>
public sealed record ClaimVoice(string SourceId, string Name, string Role, bool Anonymous, string? Anonymity);
