using System.Text.Json.Nodes;
using AlitaNews.Site.Tests.Running;
using AngleSharp.Dom;

namespace AlitaNews.Site.Tests.StructuredData;

/// <summary>What pages state in their heads and graphs is what they show (<c>web.md</c>, sections 2 and 4).</summary>
public sealed class PageMetadataTests
{
    private const string Story = "/news/alita-2";
    private static readonly string[] Production = ["--environment=Production"];

    [Fact]
    public async Task An_article_states_what_it_shows()
    {
        await using var site = await FoundingStory.StartAsync(settings: Production);
        var page = await site.OpenPageAsync(Story);

        var shown = Words(page.QuerySelector("h1")!);
        Assert.Equal("RUMOUR Alita 2 <production> set to start in 2023 & beyond", shown);
        const string headline = "RUMOUR: Alita 2 <production> set to start in 2023 & beyond";
        Assert.Equal(headline + " – AlitaNews", page.Title);
        Assert.Equal(headline, page.Meta("og:title"));
        Assert.Equal(headline, page.Meta("twitter:title"));
        Assert.Equal(FoundingStory.Origin + Story, page.Canonical());
        Assert.Equal(FoundingStory.Origin + Story, page.Meta("og:url"));
        Assert.Equal("article", page.Meta("og:type"));
        Assert.Equal("max-image-preview:large", page.Meta("robots"));
        Assert.Equal("g-token", page.Meta("google-site-verification"));
        Assert.Equal("b-token", page.Meta("msvalidate.01"));
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));

        var times = page.QuerySelectorAll(".story-facts time").Select(static time => time.GetAttribute("datetime")).ToList();
        Assert.Equal(["2023-01-10T09:30:00Z", "2023-01-14T00:00:00Z"], times);
        Assert.Equal(times, [page.Meta("article:published_time"), page.Meta("article:modified_time")]);

        var article = page.NodeOf("NewsArticle");
        Assert.Equal(headline, (string?)article["headline"]);
        Assert.Equal("Alita 2 <production> set to start in 2023 & beyond", (string?)article["alternativeHeadline"]);
        Assert.Equal(page.Meta("description"), (string?)article["description"]);
        Assert.Equal(times, [(string?)article["datePublished"], (string?)article["dateModified"]]);
        Assert.Equal(FoundingStory.Origin + Story, (string?)article["mainEntityOfPage"]);
        Assert.Equal("rumour", (string?)article["creativeWorkStatus"]);
        Assert.Equal(page.QuerySelector("article")!.GetAttribute("data-status"), (string?)article["creativeWorkStatus"]);
        Assert.Equal("Film & series", (string?)article["articleSection"]);
        Assert.Equal("We were sent the tip by mail.", (string?)article["backstory"]);
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", (string?)article["license"]);
        Assert.Equal("The first film's year was wrong.", (string?)article["correction"]![0]!["text"]);
        Assert.Equal("https://example.org/interview", (string?)article["citation"]![0]!["url"]);
        var author = article["author"]![0]!;
        Assert.Equal(page.QuerySelector(".story-facts a[rel=author]")!.TextContent, (string?)author["name"]);
        Assert.Equal(FoundingStory.Origin + "/authors/newsroom", (string?)author["url"]);
    }

    [Fact]
    public async Task Claims_of_an_article_name_their_claimant_only_where_there_is_one_to_name()
    {
        await using var site = await FoundingStory.StartAsync();
        var claims = (await site.OpenPageAsync(Story)).ListNodes().Where(static node => (string?)node["@type"] == "Claim").ToList();

        Assert.Equal([FoundingStory.Origin + "/claims/alita-2-shoots-2023", FoundingStory.Origin + "/claims/alita-2-talks-2022"], claims.Select(static claim => (string?)claim["@id"]));
        Assert.Null(claims[0]["author"]);
        Assert.Equal("2024-01-01T00:00:00Z", (string?)claims[0]["expires"]);
        Assert.Equal("rumour", (string?)claims[0]["creativeWorkStatus"]);
        Assert.Equal("The producer", (string?)claims[1]["author"]!["name"]);
        Assert.Equal("confirmed", (string?)claims[1]["creativeWorkStatus"]);
    }

    [Fact]
    public async Task When_a_claim_is_settled_all_of_it_follows()
    {
        await using var site = await FoundingStory.StartAsync();
        site.Clock.Now = new DateTimeOffset(2024, 2, 2, 12, 0, 0, TimeSpan.Zero);
        await site.SaveAsync(FoundingStory.Followup!);
        var page = await site.OpenPageAsync(Story);

        var article = page.NodeOf("NewsArticle");
        Assert.StartsWith("DID NOT HAPPEN: ", page.Title, StringComparison.Ordinal);
        Assert.StartsWith("DID NOT HAPPEN: ", (string?)article["headline"], StringComparison.Ordinal);
        Assert.Equal("missed", (string?)article["creativeWorkStatus"]);
        Assert.Equal("2024-02-01T10:00:00Z", (string?)article["dateModified"]);
        Assert.Equal("2023-01-10T09:30:00Z", (string?)article["datePublished"]);
        Assert.Equal("2024-02-01T10:00:00Z", page.Meta("article:modified_time"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData(Story)]
    [InlineData("/corrections-policy")]
    public async Task Every_page_says_who_publishes_it_and_where_it_stands(string address)
    {
        await using var site = await FoundingStory.StartAsync(settings: Production);
        var page = await site.OpenPageAsync(address);

        var publisher = page.NodeOf("NewsMediaOrganization");
        Assert.Equal("Alita Press", (string?)publisher["name"]);
        Assert.Equal(FoundingStory.Origin + "/corrections-policy", (string?)publisher["correctionsPolicy"]);
        Assert.Equal(FoundingStory.Origin + "/unnamed-sources", (string?)publisher["unnamedSourcesPolicy"]);
        Assert.Null(publisher["masthead"]);
        Assert.StartsWith(FoundingStory.Origin, (string?)publisher["logo"]!["url"], StringComparison.Ordinal);
        var website = page.NodeOf("WebSite");
        Assert.Equal("AlitaNews", (string?)website["name"]);
        Assert.Equal("required name=search_term_string", (string?)website["potentialAction"]!["query-input"]);
        var trail = page.NodeOf("BreadcrumbList")["itemListElement"]!.AsArray();
        Assert.Equal(Enumerable.Range(1, trail.Count), trail.Select(static item => (int)item!["position"]!));
        Assert.Equal(page.Canonical(), (string?)trail[^1]!["item"]);
        Assert.Equal(FoundingStory.Origin + address, page.Canonical());
        Assert.All(AddressesIn(page.ListNodes()), static id => Assert.True(Uri.IsWellFormedUriString(id, UriKind.Absolute), id));
        Assert.All(page.QuerySelectorAll("link[rel=alternate]"), static link => Assert.Equal("AlitaNews", link.GetAttribute("title")));
        Assert.Equal(3, page.QuerySelectorAll("link[rel=alternate]").Length);
    }

    [Fact]
    public async Task A_page_that_is_not_to_be_indexed_says_so_twice()
    {
        await using var site = await FoundingStory.StartAsync(settings: Production);
        using var answer = await site.Public.GetAsync("/how-we-verify");

        Assert.Equal(["noindex"], answer.Headers.GetValues("X-Robots-Tag"));
        Assert.Equal("noindex", (await site.OpenPageAsync("/how-we-verify")).Meta("robots"));
        using var indexed = await site.Public.GetAsync(Story);
        Assert.False(indexed.Headers.Contains("X-Robots-Tag"));
    }

    [Fact]
    public async Task Nothing_is_indexed_outside_production()
    {
        await using var site = await FoundingStory.StartAsync(settings: "--environment=Staging");
        using var answer = await site.Public.GetAsync(Story);

        Assert.Equal(["noindex"], answer.Headers.GetValues("X-Robots-Tag"));
        Assert.Equal("noindex", (await site.OpenPageAsync(Story)).Meta("robots"));
    }

    [Fact]
    public async Task An_address_of_another_script_is_escaped_the_same_way_everywhere()
    {
        await using var site = await FoundingStory.StartAsync();
        await site.SaveAsync(("articles/film/x.md", "---\ntitle: Über Alita\nslug: über-alita\ndate: 2023-01-20\naliases: [/alt]\n---\nText.\n"));
        var page = await site.OpenPageAsync("/news/über-alita");

        const string address = FoundingStory.Origin + "/news/%C3%BCber-alita";
        Assert.Equal(address, page.Canonical());
        Assert.Equal(address, (string?)page.NodeOf("NewsArticle")["url"]);
        Assert.Equal((301, "/news/%C3%BCber-alita"), await site.AskAsync("/alt"));
    }

    private static IEnumerable<string> AddressesIn(IEnumerable<JsonObject> nodes) => nodes.SelectMany(static node => node)
        .Where(static pair => pair.Key is "@id" or "url" or "item" && pair.Value is JsonValue).Select(static pair => (string)pair.Value!);

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
