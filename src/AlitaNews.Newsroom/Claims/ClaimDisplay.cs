namespace AlitaNews.Newsroom.Claims;

/// <summary>What readers are shown of a claim at an instant: its status, or what follows from dates, relations and conflicts.</summary>
public enum ClaimDisplay
{
    /// <summary>Nothing: no article has given the claim a status yet.</summary>
    None,

    /// <summary>An open rumour.</summary>
    Rumour,

    /// <summary>Open, on the record, not yet checked.</summary>
    Unverified,

    /// <summary>Settled: it is so.</summary>
    Confirmed,

    /// <summary>Settled: the essence is so.</summary>
    Partly,

    /// <summary>Settled: it is not so.</summary>
    Debunked,

    /// <summary>Settled: the date passed and it did not happen.</summary>
    Missed,

    /// <summary>Taken back.</summary>
    Withdrawn,

    /// <summary>Open, and its due period with the days of grace is over.</summary>
    Overdue,

    /// <summary>Open, and replaced by a newer claim.</summary>
    Superseded,

    /// <summary>Two articles gave different verdicts on one day.</summary>
    Disputed,
}
