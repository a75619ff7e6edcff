using System.Xml.Linq;
using AlitaNews.Site.Tests.Running;
using AlitaNews.Site.Tests.StructuredData;

namespace AlitaNews.Site.Tests.Sitemaps;

/// <summary>What search engines are told of (<c>web.md</c>, section 6).</summary>
public sealed class SitemapTests
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";
    private static readonly string[] NotIndexed =
    [
        "draft: true", "unlisted: true", "noindex: true", "redirect-to: /about", "removed: {date: 2023-01-20}", "expires: 2023-01-30",
        "publish: 2023-03-01", "seo: {canonical: \"https://other.example/x\"}",
    ];

    [Fact]
    public async Task The_index_names_parts_that_are_there_and_have_something_in_them()
    {
        await using var site = await FoundingStory.StartAsync();
        var parts = Read(await site.ReadAsync("/sitemap.xml"), "sitemap");

        Assert.Equal(["articles-2023-01", "claims", "sources", "hubs", "pages"], parts.Keys.Select(static address => address[(FoundingStory.Origin + "/sitemaps/").Length..^4]));
        Assert.Equal("2023-01-14T00:00:00Z", parts[FoundingStory.Origin + "/sitemaps/articles-2023-01.xml"]);
        foreach (var part in parts.Keys)
            Assert.NotEmpty(Read(await site.ReadAsync(part[FoundingStory.Origin.Length..]), "url"));
    }

    [Fact]
    public async Task Every_article_has_the_date_that_its_page_states()
    {
        await using var site = await FoundingStory.StartAsync();
        site.Clock.Now = new DateTimeOffset(2024, 2, 2, 12, 0, 0, TimeSpan.Zero);
        await site.SaveAsync(FoundingStory.Followup!);
        var entries = Read(await site.ReadAsync("/sitemaps/articles-2023-01.xml"), "url");

        var (address, date) = Assert.Single(entries);
        var page = await site.OpenPageAsync(address[FoundingStory.Origin.Length..]);
        Assert.Equal(page.Canonical(), address);
        Assert.Equal((string?)page.NodeOf("NewsArticle")["dateModified"], date);
        Assert.Equal("2024-02-01T10:00:00Z", date);
    }

    [Fact]
    public async Task Only_what_stands_at_its_own_address_and_may_be_indexed_is_in_it()
    {
        await using var site = await FoundingStory.StartAsync();
        await site.SaveAsync(
        [
            .. NotIndexed.Select(static (more, at) => ($"articles/film/x{at}.md", (string?)$"---\ntitle: Piece {at}\ndate: 2023-01-1{at}\n{more}\n---\nText.\n")),
            ("pages/about.md", "---\ntitle: About us\n---\n![A map](map.png){noindex}\n"), // the picture, not the page
        ]);
        var entries = Read(await site.ReadAsync("/sitemaps/articles-2023-01.xml"), "url");

        Assert.Equal([FoundingStory.Origin + "/news/alita-2"], entries.Keys);
        var pages = Read(await site.ReadAsync("/sitemaps/pages.xml"), "url").Keys;
        Assert.Contains(FoundingStory.Origin + "/about", pages);
        Assert.DoesNotContain(FoundingStory.Origin + "/how-we-verify", pages);
    }

    [Fact]
    public async Task A_tag_of_two_stories_is_too_thin_and_one_of_three_is_not()
    {
        await using var site = await FoundingStory.StartAsync();
        await site.SaveAsync(("articles/film/a.md", Story("a", "2023-01-20")));
        Assert.DoesNotContain(FoundingStory.Origin + "/tags/cyborgs", Read(await site.ReadAsync("/sitemaps/hubs.xml"), "url").Keys);
        await site.SaveAsync(("articles/film/b.md", Story("b", "2023-01-21")));
        var hubs = Read(await site.ReadAsync("/sitemaps/hubs.xml"), "url");

        Assert.Equal("2023-01-21T00:00:00Z", hubs[FoundingStory.Origin + "/tags/cyborgs"]);
        Assert.Contains(FoundingStory.Origin + "/sections/film", hubs.Keys);
        Assert.DoesNotContain(FoundingStory.Origin + "/tags/sequels", hubs.Keys);
    }

    [Fact]
    public async Task News_of_two_days_carry_their_label_and_their_first_date()
    {
        await using var site = await FoundingStory.StartAsync("2023-01-12T09:29:59Z");
        await site.SaveAsync(
            ("articles/film/ad.md", "---\ntitle: Buy\nkind: sponsored\ndate: 2023-01-11\n---\nText.\n"),
            ("articles/film/joke.md", "---\ntitle: Ha\nkind: satire\ndate: 2023-01-11\n---\nText.\n"));
        var entry = XDocument.Parse(await site.ReadAsync("/sitemap-news.xml")).Root!.Elements().Single();

        Assert.Equal(FoundingStory.Origin + "/news/alita-2", (string)entry.Element(Map + "loc")!);
        var news = entry.Element(News + "news")!;
        Assert.Equal("AlitaNews", (string)news.Element(News + "publication")!.Element(News + "name")!);
        Assert.Equal("en", (string)news.Element(News + "publication")!.Element(News + "language")!);
        Assert.Equal("2023-01-10T09:30:00Z", (string)news.Element(News + "publication_date")!);
        Assert.Equal((await site.OpenPageAsync("/news/alita-2")).Meta("og:title"), (string)news.Element(News + "title")!);
        await site.MoveClockAsync("2023-01-14T00:00:01Z");
        Assert.Empty(XDocument.Parse(await site.ReadAsync("/sitemap-news.xml")).Root!.Elements());
    }

    [Theory]
    [InlineData("/sitemaps/articles-2022-01.xml")]
    [InlineData("/sitemaps/articles-2023-13.xml")]
    [InlineData("/sitemaps/articles-2023-01-1.xml")]
    [InlineData("/sitemaps/articles-2023-01-2.xml")]
    [InlineData("/sitemaps/claims-999999.xml")]
    [InlineData("/sitemaps/nothing.xml")]
    public async Task A_part_without_addresses_is_none(string address)
    {
        await using var site = await FoundingStory.StartAsync();

        Assert.Equal(404, (await site.AskAsync(address)).Status);
    }

    [Fact]
    public async Task Robots_are_told_where_to_look_in_production_and_nowhere_else()
    {
        await using var site = await FoundingStory.StartAsync(settings: "--environment=Production");
        Assert.Equal("User-agent: *\nDisallow: /search\n\nSitemap: https://alita.example/sitemap.xml\nSitemap: https://alita.example/sitemap-news.xml\n", await site.ReadAsync("/robots.txt"));
        await site.SaveAsync(
            ("site.yaml", FoundingStory.Files["site.yaml"] + "\nrobots:\n  GPTBot: [\"Disallow: /\"]\nsecurity: {contact: security@alita.example, expires: 2024-01-01}\nllms: true\n"),
            ("ads.txt", "example.org, 1, DIRECT\n"));

        Assert.StartsWith("User-agent: GPTBot\nDisallow: /\n\n", await site.ReadAsync("/robots.txt"), StringComparison.Ordinal);
        var security = await site.ReadAsync("/.well-known/security.txt");
        Assert.Contains("Contact: mailto:security@alita.example\nExpires: 2024-01-0", security, StringComparison.Ordinal);
        Assert.Equal("example.org, 1, DIRECT\n", await site.ReadAsync("/ads.txt"));
        Assert.Contains("https://alita.example/claims.json", await site.ReadAsync("/llms.txt"), StringComparison.Ordinal);

        await using var staging = await FoundingStory.StartAsync(settings: "--environment=Staging");
        Assert.Equal("User-agent: *\nDisallow: /\n", await staging.ReadAsync("/robots.txt"));
        foreach (var absent in new[] { "/.well-known/security.txt", "/ads.txt", "/llms.txt" })
            Assert.Equal(404, (await staging.AskAsync(absent)).Status);
    }

    [Fact]
    public async Task Browsers_find_the_icon_the_manifest_and_the_search()
    {
        await using var site = await FoundingStory.StartAsync();

        Assert.Equal("https://alita.example/search?q={searchTerms}", (string?)XDocument.Parse(await site.ReadAsync("/opensearch.xml")).Descendants().First(static node => node.Name.LocalName == "Url").Attribute("template"));
        Assert.Equal("AlitaNews", (string?)System.Text.Json.Nodes.JsonNode.Parse(await site.ReadAsync("/site.webmanifest"))!["name"]);
        Assert.Equal(200, (await site.AskAsync("/favicon.ico")).Status);
    }

    [Fact]
    public async Task A_title_is_cut_between_characters_only()
    {
        await using var site = await FoundingStory.StartAsync();
        await site.SaveAsync(("site.yaml", "title: Fifteen letters😀 and more\n"));

        Assert.Equal("Fifteen letters", (string?)XDocument.Parse(await site.ReadAsync("/opensearch.xml")).Descendants().Single(static node => node.Name.LocalName == "ShortName"));
    }

    private static string Story(string id, string date) => $"---\ntitle: Story {id}\ndate: {date}T00:00:00Z\ntags: [cyborgs]\n---\nText.\n";

    private static Dictionary<string, string> Read(string xml, string element) => XDocument.Parse(xml).Root!.Elements(Map + element)
        .ToDictionary(static entry => (string)entry.Element(Map + "loc")!, static entry => (string?)entry.Element(Map + "lastmod") ?? "", StringComparer.Ordinal);
}
