using System.Text.Json.Nodes;
using AlitaNews.Store.Claims;
using AlitaNews.Store.Pages;
using AlitaNews.Web.StructuredData;

namespace AlitaNews.Web.Claims;

/// <summary>The page of a claim as machines read it: the claim, and its review where the gate is open.</summary>
public static class ClaimPageNodes
{
    /// <summary>The nodes of the page.</summary>
    public static IReadOnlyList<JsonObject> Of(SiteFrame frame, ClaimPage page)
    {
        // The moment that brought the present verdict: what it shows as evidence is what the review stands on.
        var verdict = page.Account.FirstOrDefault(moment => moment.Moved && !moment.Held && moment.Display == page.Claim.Display);
        var facts = new ClaimPageFacts(
            page.State.IsSettled ? page.Claim.Changed : null,
            verdict?.Said?.Evidence.Count > 0,
            page.Reason);
        var claim = ClaimNodes.Claim(frame, page.Claim, page.Topics.Select(topic => PageGraph.Thing(frame, topic)), [.. page.Carriers.Where(static carrier => !carrier.Gone).Select(static carrier => "/news/" + carrier.Slug)]);
        return ClaimNodes.FindReview(frame, page.Claim, facts) is { } review ? [claim, review] : [claim];
    }
}
