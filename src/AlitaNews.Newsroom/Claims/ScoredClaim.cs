namespace AlitaNews.Newsroom.Claims;

/// <summary>What a claim's state at an instant means for the track records of those who made it.</summary>
public enum ClaimOutcome
{
    /// <summary>Not counted: withdrawn, disputed, superseded, or never given a status.</summary>
    LeftOut,

    /// <summary>Not settled yet.</summary>
    Open,

    /// <summary>Open more than 90 days after its first due date: a miss, listed apart.</summary>
    Expired,

    /// <summary>Settled: it was so.</summary>
    True,

    /// <summary>Settled: half a hit.</summary>
    Half,

    /// <summary>Settled: it was not so, or not in time.</summary>
    False,
}

/// <summary>A claim as the track records see it at one instant.</summary>
/// <param name="Claim">The claim's id.</param>
/// <param name="Type">Its type, or null.</param>
/// <param name="Outcome">How it ended, if it did.</param>
/// <param name="Decided">The instant that an assertion must precede by a day; null while open or left out.</param>
public readonly record struct ScoredClaim(string Claim, string? Type, ClaimOutcome Outcome, DateTimeOffset? Decided)
{
    /// <summary>Reads a state. The first due date is the one that counts: a claim whose date was moved and that came true after the first one is a miss.</summary>
    public static ScoredClaim Of(string claim, ClaimState state)
    {
        var outcome = state.Display switch
        {
            ClaimDisplay.None or ClaimDisplay.Withdrawn or ClaimDisplay.Superseded or ClaimDisplay.Disputed => ClaimOutcome.LeftOut,
            ClaimDisplay.Debunked or ClaimDisplay.Missed => ClaimOutcome.False,
            ClaimDisplay.Confirmed or ClaimDisplay.Partly when state.Flags.HasFlag(ClaimFlags.Slipped) && state.SettledAt >= state.FirstDueEnds => ClaimOutcome.False,
            ClaimDisplay.Confirmed => ClaimOutcome.True,
            ClaimDisplay.Partly => ClaimOutcome.Half,
            _ => state.ExpiredUnsettled ? ClaimOutcome.Expired : ClaimOutcome.Open,
        };
        return new ScoredClaim(claim, state.Wording.Type, outcome, outcome switch
        {
            ClaimOutcome.LeftOut or ClaimOutcome.Open => null,
            ClaimOutcome.Expired => state.FirstDueEnds,
            _ => state.SettledAt,
        });
    }
}
