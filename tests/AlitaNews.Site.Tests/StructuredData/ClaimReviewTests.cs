using System.Text.Json.Nodes;
using AlitaNews.Site.Tests.Running;

namespace AlitaNews.Site.Tests.StructuredData;

/// <summary>Claim pages as machines read them; the review only behind its gate (<c>web.md</c>, section 4).</summary>
public sealed class ClaimReviewTests
{
    private const string Page = "/claims/alita-2-talks-2022";

    [Fact]
    public async Task An_open_claim_has_a_node_and_no_review()
    {
        await using var site = await FoundingStory.StartAsync();
        var page = await site.OpenPageAsync("/claims/alita-2-shoots-2023");

        var claim = page.NodeOf("Claim");
        Assert.Equal(page.Canonical(), (string?)claim["@id"]);
        Assert.Equal(page.QuerySelector("h1")!.TextContent.Trim(), (string?)claim["text"]);
        Assert.Equal("2023-01-10T09:30:00Z", (string?)claim["datePublished"]);
        Assert.Equal(FoundingStory.Origin + "/news/alita-2#article", (string?)claim["firstAppearance"]!["@id"]);
        Assert.Empty(Reviews(page));
    }

    [Fact]
    public async Task A_settled_claim_of_a_named_source_with_evidence_has_one_review()
    {
        await using var site = await FoundingStory.StartAsync();
        var page = await site.OpenPageAsync(Page);

        var review = Assert.Single(Reviews(page));
        Assert.Equal(page.Canonical(), (string?)review["url"]);
        Assert.Equal(page.Canonical(), (string?)review["itemReviewed"]!["@id"]);
        Assert.Equal(5, (int)review["reviewRating"]!["ratingValue"]!);
        Assert.Equal((5, 1), ((int)review["reviewRating"]!["bestRating"]!, (int)review["reviewRating"]!["worstRating"]!));
        Assert.Equal("Confirmed", (string?)review["reviewRating"]!["alternateName"]);
        Assert.True(((string)review["claimReviewed"]!).Length <= 75);
        Assert.Empty(Reviews(await site.OpenPageAsync("/news/alita-2")));
    }

    [Fact]
    public async Task A_claim_of_somebody_unnamed_has_no_review_even_when_it_is_settled()
    {
        await using var site = await FoundingStory.StartAsync("2024-02-02T12:00:00Z");
        await site.SaveAsync(FoundingStory.Followup!);

        Assert.Empty(Reviews(await site.OpenPageAsync("/claims/alita-2-shoots-2023")));
    }

    [Theory]
    [InlineData("site.yaml", "claim-review: true", "claim-review: false")]
    [InlineData("articles/film/2023-01-10-alita-2.md", "evidence: [{url: \"https://example.org/interview\", kind: on-record}]", "note: none")]
    [InlineData("articles/film/2023-01-10-alita-2.md", "status: confirmed", "status: withdrawn")]
    [InlineData("pages/corrections-policy.md", null, null)]
    public async Task Where_one_condition_fails_there_is_no_review(string path, string? was, string? now)
    {
        await using var site = await FoundingStory.StartAsync();
        Assert.True(was is null || FoundingStory.Files[path].Contains(was, StringComparison.Ordinal));
        await site.SaveAsync((path, was is null ? null : FoundingStory.Files[path].Replace(was, now, StringComparison.Ordinal)));

        Assert.Empty(Reviews(await site.OpenPageAsync(Page)));
    }

    private static IReadOnlyList<JsonObject> Reviews(AngleSharp.Dom.IDocument page) => [.. page.ListNodes().Where(static node => (string?)node["@type"] == "ClaimReview")];
}
