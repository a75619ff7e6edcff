namespace AlitaNews.Web.Articles;

/// <summary>Links that pass a story on or complain about it: plain addresses, no scripts, no trackers.</summary>
public static class ShareLinks
{
    /// <summary>A letter with headline and address.</summary>
    public static string Mail(string headline, string address) =>
        $"mailto:?subject={Uri.EscapeDataString(headline)}&body={Uri.EscapeDataString(address)}";

    /// <summary>A post at Bluesky.</summary>
    public static string Bluesky(string headline, string address) =>
        $"https://bsky.app/intent/compose?text={Uri.EscapeDataString($"{headline} {address}")}";

    /// <summary>A post at Reddit.</summary>
    public static string Reddit(string headline, string address) =>
        $"https://www.reddit.com/submit?title={Uri.EscapeDataString(headline)}&url={Uri.EscapeDataString(address)}";

    /// <summary>A report of a mistake that says which story and claim it is about; null where the site takes none.</summary>
    /// <param name="to">A mail address or URL.</param>
    /// <param name="article">The article's id.</param>
    /// <param name="claim">The claim's id, or null.</param>
    public static string? Report(string? to, string article, string? claim)
    {
        if (to is null)
            return null;
        if (to.Contains("://", StringComparison.Ordinal))
        {
            var sign = to.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            return $"{to}{sign}article={Uri.EscapeDataString(article)}{(claim is null ? "" : $"&claim={Uri.EscapeDataString(claim)}")}";
        }

        var about = claim is null ? article : $"{article} (claim {claim})";
        return $"mailto:{to}?subject={Uri.EscapeDataString($"Mistake in {about}")}";
    }

    /// <summary>Where to dispute a claim's status; null where the site names nobody.</summary>
    public static string? Dispute(string? to, string claim) => to switch
    {
        null => null,
        _ when to.Contains("://", StringComparison.Ordinal) => $"{to}{(to.Contains('?', StringComparison.Ordinal) ? '&' : '?')}claim={Uri.EscapeDataString(claim)}",
        _ => $"mailto:{to}?subject={Uri.EscapeDataString($"Status of the claim {claim}")}",
    };
}
