using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Sources;

namespace AlitaNews.Store.Claims;

/// <summary>A claim as lists, cards and banners show it. Computed when read: nothing of it is stored text. Immutable.</summary>
public sealed record ClaimSummary
{
    /// <summary>The claim's id.</summary>
    public required string Id { get; init; }

    /// <summary>The sentence that is claimed.</summary>
    public required string Text { get; init; }

    /// <summary>What readers are shown.</summary>
    public required ClaimDisplay Display { get; init; }

    /// <summary>The folded status; null: only mentioned.</summary>
    public ClaimStatus? Status { get; init; }

    /// <summary>What was shown before the last change, or null where it never changed.</summary>
    public ClaimDisplay? Was { get; init; }

    /// <summary>What else is true of it.</summary>
    public ClaimFlags Flags { get; init; }

    /// <summary>When its display last changed.</summary>
    public required DateTimeOffset Changed { get; init; }

    /// <summary>The due period as written (<c>2023-Q3</c>), or null.</summary>
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

    /// <summary>When an article first carried it; null where that was not asked for.</summary>
    public DateTimeOffset? FirstSaid { get; init; }

    /// <summary>The slug of that article.</summary>
    public string? FirstIn { get; init; }
}

/// <summary>One source's part in a claim.</summary>
/// <param name="SourceId">The source.</param>
/// <param name="Name">The name readers see.</param>
/// <param name="Role">Its part.</param>
/// <param name="Kind">What sort of source it is.</param>
public sealed record ClaimVoice(string SourceId, string Name, SourceRole Role, SourceKind Kind);
