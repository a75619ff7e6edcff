using AlitaNews.Store.Pages;

namespace AlitaNews.Store.Claims;

/// <summary>A page of the rumour tracker. Immutable.</summary>
public sealed record TrackerPage
{
    /// <summary>The edition that this was read from.</summary>
    public required long Edition { get; init; }

    /// <summary>What was asked for.</summary>
    public required ClaimFilter Filter { get; init; }

    /// <summary>The page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>How many pages there are, at least 1.</summary>
    public required int Pages { get; init; }

    /// <summary>The claims, the last changed first (at most 20).</summary>
    public IReadOnlyList<ClaimSummary> Claims { get; init; } = [];

    /// <summary>How many claims stand in which state, whatever state was asked for, with all else that was.</summary>
    public IReadOnlyList<ClaimCount> Balance { get; init; } = [];

    /// <summary>How many claims match.</summary>
    public int Total { get; init; }

    /// <summary>Topics to choose from, by name.</summary>
    public IReadOnlyList<NamedPage> Topics { get; init; } = [];

    /// <summary>Sources to choose from, by name.</summary>
    public IReadOnlyList<NamedPage> Sources { get; init; } = [];
}
