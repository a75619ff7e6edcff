namespace AlitaNews.Newsroom.Claims;

/// <summary>A claim's own file, <c>claims/&lt;id&gt;.md</c> (<c>content.md</c>, section 8). Immutable.</summary>
public sealed record ClaimFile
{
    /// <summary>The file, relative to the content folder.</summary>
    public required string Path { get; init; }

    /// <summary>The claim's id: the file's name.</summary>
    public required string Id { get; init; }

    /// <summary>The canonical wording, or null: the earliest article's.</summary>
    public string? Text { get; init; }

    /// <summary>Other ids that mean this claim.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Claims that were found to be this one.</summary>
    public IReadOnlyList<string> Merges { get; init; } = [];

    /// <summary>Claims into which this one was split.</summary>
    public IReadOnlyList<string> SplitInto { get; init; } = [];

    /// <summary>Claims that this one replaces.</summary>
    public IReadOnlyList<string> Supersedes { get; init; } = [];

    /// <summary>A status set by an editor above all articles, or null.</summary>
    public ClaimStatus? StatusLock { get; init; }

    /// <summary>Why the status is locked, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Topics of the claim.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];
}
