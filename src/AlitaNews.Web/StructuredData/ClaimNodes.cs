using System.Text.Json.Nodes;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Sources;
using AlitaNews.Store.Claims;
using AlitaNews.Store.Pages;
using AlitaNews.Web.Layout;

namespace AlitaNews.Web.StructuredData;

/// <summary>What a claim page knows beyond the claim's summary and its <c>ClaimReview</c> needs.</summary>
/// <param name="Settled">When the verdict was published, or null while open.</param>
/// <param name="HasEvidence">Whether the settling event shows evidence.</param>
/// <param name="Note">Why the status is what it is, or null.</param>
public sealed record ClaimPageFacts(DateTimeOffset? Settled = null, bool HasEvidence = false, string? Note = null);

/// <summary>Claims as machines read them.</summary>
public static class ClaimNodes
{
    private const int LongestReviewed = 75;

    /// <summary>A claim; its id is the address of its page.</summary>
    /// <param name="frame">The site.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="about">What it is about, as far as the page knows.</param>
    /// <param name="appearances">Addresses of articles that carry it, root-relative, the first first.</param>
    public static JsonObject Claim(SiteFrame frame, ClaimSummary claim, IEnumerable<JsonObject> about, IReadOnlyList<string> appearances)
    {
        var address = frame.AddressOf("/claims/" + claim.Id);
        JsonObject Article(string path) => PageGraph.Reference(frame.AddressOf(path) + "#article");
        return new JsonObject
        {
            ["@type"] = "Claim",
            ["@id"] = address,
            ["url"] = address,
            ["text"] = claim.Text,
        }.With("author", Claimant(frame, claim))
            .With("datePublished", claim.FirstSaid is { } first ? Instants.Machine(first) : null)
            .With("firstAppearance", claim.FirstIn is { } slug ? Article("/news/" + slug) : null)
            .With("appearance", PageGraph.ArrayOf(appearances.Select(Article)))
            .With("about", PageGraph.ArrayOf(about))
            .With("expires", claim.DueEnds is { } ends ? Instants.Machine(ends) : null)
            .With("creativeWorkStatus", claim.Display == ClaimDisplay.None ? null : claim.Display.Word());
    }

    /// <summary>
    /// The one <c>ClaimReview</c> of a claim's page, or null while its gate is shut: the site's switch, a verdict that stands, a claimant who is
    /// not us and can be traced, evidence, and a published corrections policy.
    /// </summary>
    public static JsonObject? FindReview(SiteFrame frame, ClaimSummary claim, ClaimPageFacts facts)
    {
        var policy = frame.Site.Policies.GetValueOrDefault("corrections");
        if (!frame.Site.ClaimReview || Rating(claim.Display) is not { } rating || !facts.HasEvidence || facts.Settled is not { } settled
            || Claimant(frame, claim) is null || !frame.StandingPages.Any(page => page.Id == policy))
            return null;
        var address = frame.AddressOf("/claims/" + claim.Id);
        return new JsonObject
        {
            ["@type"] = "ClaimReview",
            ["@id"] = address + "#review",
            ["url"] = address,
            ["claimReviewed"] = Cut(claim.Text),
            ["datePublished"] = Instants.Machine(settled),
            ["author"] = PageGraph.PublisherOf(frame),
            ["itemReviewed"] = PageGraph.Reference(address),
            ["reviewRating"] = new JsonObject
            {
                ["@type"] = "Rating",
                ["ratingValue"] = rating,
                ["bestRating"] = 5,
                ["worstRating"] = 1,
                ["alternateName"] = VerdictWords.Alone(claim.Display),
            }.With("ratingExplanation", facts.Note),
        };
    }

    private static int? Rating(ClaimDisplay display) => display switch
    {
        ClaimDisplay.Debunked => 1,
        ClaimDisplay.Missed => 2,
        ClaimDisplay.Partly => 3,
        ClaimDisplay.Confirmed => 5,
        _ => null,
    };

    // Whoever cannot be named is nobody's author: the property is left out. We are no claimant either.
    private static JsonObject? Claimant(SiteFrame frame, ClaimSummary claim)
    {
        var voice = claim.Voices.FirstOrDefault(static one => one.Role == SourceRole.Origin) ?? claim.Voices.FirstOrDefault(static one => one.Role != SourceRole.Denies);
        if (voice is null || voice.Kind == SourceKind.AnonymousClass || voice.Name == (frame.Site.Publisher?.Name ?? frame.Site.Title))
            return null;
        return new JsonObject
        {
            ["@type"] = voice.Kind is SourceKind.Person or SourceKind.Leaker ? "Person" : "Organization",
            ["name"] = voice.Name,
            ["url"] = frame.AddressOf("/sources/" + voice.SourceId),
        };
    }

    private static string Cut(string text)
    {
        if (text.Length <= LongestReviewed)
            return text;
        var end = text.LastIndexOf(' ', LongestReviewed - 1);
        return text[..(end > 0 ? end : LongestReviewed - 1)] + "…";
    }
}
