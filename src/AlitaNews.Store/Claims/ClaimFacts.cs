using AlitaNews.Newsroom.Claims;

namespace AlitaNews.Store.Claims;

/// <summary>A claim as the open data tells of it. Immutable.</summary>
public sealed record ClaimFacts
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its state now.</summary>
    public required ClaimState State { get; init; }

    /// <summary>Counts up whenever readers are told something else.</summary>
    public long Version { get; init; }

    /// <summary>What articles said of it, in the order in which they became public.</summary>
    public IReadOnlyList<ClaimEvent> Said { get; init; } = [];

    /// <summary>The slugs of the articles that carry it, the first first.</summary>
    public IReadOnlyList<string> Articles { get; init; } = [];

    /// <summary>Claims that it replaces.</summary>
    public IReadOnlyList<string> Supersedes { get; init; } = [];
}

/// <summary>A page of claims. Immutable.</summary>
/// <param name="Edition">The edition that this was read from.</param>
/// <param name="Claims">The claims.</param>
/// <param name="More">Whether there is a page after this one.</param>
public sealed record ClaimFactsPage(long Edition, IReadOnlyList<ClaimFacts> Claims, bool More);

/// <summary>What stands at the address of a claim's data.</summary>
/// <param name="Edition">The edition that this was read from.</param>
/// <param name="Claim">The claim; null: it was merged.</param>
/// <param name="MovedTo">The claim into which it was merged (301), or null.</param>
public sealed record FoundFacts(long Edition, ClaimFacts? Claim, string? MovedTo);
