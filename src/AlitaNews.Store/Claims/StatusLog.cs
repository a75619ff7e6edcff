namespace AlitaNews.Store.Claims;

/// <summary>A page of the log of all changes of what is displayed. Immutable.</summary>
public sealed record StatusLog
{
    /// <summary>The edition that this was read from.</summary>
    public required long Edition { get; init; }

    /// <summary>The page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>How many pages there are, at least 1.</summary>
    public required int Pages { get; init; }

    /// <summary>The changes, the newest first (at most 20).</summary>
    public IReadOnlyList<StatusChange> Changes { get; init; } = [];
}

/// <summary>That readers are shown another state of a claim than before.</summary>
/// <param name="Claim">The claim's id.</param>
/// <param name="Text">Its sentence.</param>
/// <param name="Moment">What happened, and who said so.</param>
/// <param name="Articles">Our articles that carry the claim, the first first (at most 50).</param>
public sealed record StatusChange(string Claim, string Text, ClaimMoment Moment, IReadOnlyList<Carrier> Articles);
