using AlitaNews.Newsroom.Claims;

namespace AlitaNews.Store.Claims;

/// <summary>Which claims a list is to hold: those to which everything that is set applies. Immutable.</summary>
public sealed record ClaimFilter
{
    /// <summary>What readers are shown of them.</summary>
    public ClaimDisplay? Status { get; init; }

    /// <summary>A topic's id.</summary>
    public string? Topic { get; init; }

    /// <summary>A source's id.</summary>
    public string? Source { get; init; }

    /// <summary>The type, a slug.</summary>
    public string? Type { get; init; }

    /// <summary>How the due date stands.</summary>
    public DueFilter? Due { get; init; }

    /// <summary>The due period is over at this instant or before.</summary>
    public DateTimeOffset? DueBefore { get; init; }

    /// <summary>Something was said of them, or changed, at this instant or later.</summary>
    public DateTimeOffset? UpdatedSince { get; init; }

    /// <summary>The states as the store's functions take them.</summary>
    internal string[]? States => Status is { } status ? [status.Word()] : null;

    /// <summary>The word of <see cref="Due"/>, or null.</summary>
    public string? DueWord => Due?.ToString().ToLowerInvariant();
}

/// <summary>How the due date of a claim stands.</summary>
public enum DueFilter
{
    /// <summary>It is over, and nobody has confirmed the claim.</summary>
    Overdue,

    /// <summary>The claim is open, and its last day is at most 30 days away.</summary>
    Soon,
}
