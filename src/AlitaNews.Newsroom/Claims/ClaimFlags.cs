namespace AlitaNews.Newsroom.Claims;

/// <summary>What else is true of a claim, in the order in which the web contract lists it.</summary>
[Flags]
public enum ClaimFlags
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Open, and its due period with the days of grace is over.</summary>
    Overdue = 1,

    /// <summary>Its due period was moved at some time.</summary>
    Slipped = 2,

    /// <summary>A verdict was replaced by another.</summary>
    Reversed = 4,

    /// <summary>It was settled and then opened again.</summary>
    Reopened = 8,

    /// <summary>Two articles give different verdicts on one day, and no editor has decided.</summary>
    Disputed = 16,

    /// <summary>A newer claim replaces it.</summary>
    Superseded = 32,

    /// <summary>Open, without a due date, and nothing was heard of it for a year.</summary>
    Stale = 64,
}
