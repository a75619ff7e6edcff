using AlitaNews.Newsroom.Claims;
using AlitaNews.Store.Claims;

namespace AlitaNews.Web.Claims;

/// <summary>The due date of a claim in the words of lists.</summary>
public static class DueWords
{
    /// <summary>"due by the end of 2024"; null where nothing is due or the claim is settled.</summary>
    public static string? Of(ClaimSummary claim)
    {
        if (claim.Due is not { } written || DuePeriod.Parse(written) is not { IsNone: false } due)
            return null;
        return claim.Display switch
        {
            ClaimDisplay.Rumour or ClaimDisplay.Unverified => $"due by {due.EndInWords()}",
            ClaimDisplay.Overdue => $"was due by {due.EndInWords()}",
            _ => null,
        };
    }

    /// <summary>The due period alone, for lists ordered by it.</summary>
    public static string Period(ClaimSummary claim) => DuePeriod.Parse(claim.Due ?? "none")?.InWords() ?? "";
}
