using AlitaNews.Newsroom.Claims;
using AlitaNews.Store.Claims;

namespace AlitaNews.Web.Articles;

/// <summary>The response header that tells machines what readers are shown (<c>web.md</c>, section 2).</summary>
public static class ClaimStatusHeader
{
    /// <summary>The status, and each flag behind a semicolon.</summary>
    public static string Of(ClaimSummary claim) =>
        string.Join("; ", (claim.Status?.ToDisplay().Word() ?? claim.Display.Word()).Split(';').Concat(claim.Flags.Words()));
}
