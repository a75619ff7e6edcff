using AlitaNews.Newsroom.Claims;
using AlitaNews.Store.Claims;

namespace AlitaNews.Web.Articles;

/// <summary>The response header that tells machines what readers are shown (<c>web.md</c>, section 2).</summary>
public static class ClaimStatusHeader
{
    /// <summary>The status, and each flag behind a semicolon.</summary>
    public static string Of(ClaimSummary claim) => Of(claim.Status, claim.Display, claim.Flags);

    /// <summary>The status, and each flag behind a semicolon.</summary>
    public static string Of(ClaimState state) => Of(state.Status, state.Display, state.Flags);

    private static string Of(ClaimStatus? status, ClaimDisplay display, ClaimFlags flags) =>
        string.Join("; ", flags.Words().Prepend(status?.Word() ?? display.Word()));
}
