namespace AlitaNews.Newsroom.Claims;

/// <summary>What an editor may say of a claim (<c>content.md</c>, section 8).</summary>
public enum ClaimStatus
{
    /// <summary>Attributed to someone we cannot name or check.</summary>
    Rumour,

    /// <summary>On the record or documented, not yet checked by us.</summary>
    Unverified,

    /// <summary>A primary source, official word, or two independent on-record sources.</summary>
    Confirmed,

    /// <summary>The essence holds, a material part does not.</summary>
    Partly,

    /// <summary>Shown to be untrue or invented.</summary>
    Debunked,

    /// <summary>Had a due date, the date passed, it did not happen.</summary>
    Missed,

    /// <summary>Taken back, or without meaning now.</summary>
    Withdrawn,
}
