using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using AlitaNews.Newsroom.Pictures;
using AlitaNews.Site.Tests.StructuredData;
using AngleSharp.Dom;

namespace AlitaNews.Site.Tests.Crawling;

/// <summary>What a crawler finds: every address of every sitemap, and what each of those pages says of itself (<c>web.md</c>, sections 1 to 6).</summary>
public sealed class CrawlTests(PrintedPaper paper) : IClassFixture<PrintedPaper>
{
    [Fact]
    public async Task Everything_in_the_sitemaps_is_there_at_its_own_address_may_be_indexed_and_changed_when_they_say()
    {
        var addresses = await paper.ListAddressesAsync();
        Assert.Equal(addresses.Count, addresses.Select(static one => one.Path).Distinct(StringComparer.Ordinal).Count());
        foreach (var (path, changed, pictures) in addresses)
        {
            using var answer = await paper.Site.Public.GetAsync(path);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, path);
            Assert.False(answer.Headers.Contains("X-Robots-Tag"), path);
            var page = await paper.Site.OpenPageAsync(path);
            Assert.Equal(FoundingStory.Origin + path, page.Canonical());
            Assert.Equal("max-image-preview:large", page.Meta("robots"));
            if (changed is not null)
                Assert.Equal((path, answer.Content.Headers.LastModified), (path, DateTimeOffset.Parse(changed, CultureInfo.InvariantCulture)));
            if (page.Meta("article:modified_time") is { } modified)
                Assert.Equal(changed, modified);
            foreach (var picture in pictures)
                Assert.Equal((200, picture), ((await paper.Site.AskAsync(picture)).Status, picture));
        }

        string[] wanted =
        [
            "/", "/rumours", "/sources", "/status", "/corrections", "/archive", "/archive/2023", "/archive/2023/01", "/archive/2024/02", "/sections", "/topics",
            "/tags", "/authors", "/news/alita-2", PrintedPaper.Pictured, "/claims/alita-2-shoots-2023", "/sources/sequel-producer", "/topics/alita-battle-angel-2", "/topics/nobody-wrote-of-it",
            "/sections/film", "/authors/ido", "/corrections-policy",
        ];
        Assert.Empty(wanted.Except(addresses.Select(static one => one.Path)));
        string[] unwanted = ["/news/a-draft", "/news/gone", "/news/of-others", "/news/sent-on", "/how-we-verify", "/tags/posters", "/archive/2023/02", "/search", "/sources/the-trade"];
        Assert.Empty(unwanted.Intersect(addresses.Select(static one => one.Path)));
    }

    [Fact]
    public async Task What_every_page_states_is_what_it_shows()
    {
        foreach (var (path, _, _) in (await paper.ListAddressesAsync()).Where(static one => one.Path != PrintedPaper.Pictured))
        {
            var page = await paper.Site.OpenPageAsync(path);
            var heading = Assert.Single(page.QuerySelectorAll("h1"));
            var (title, shared) = (page.Title!, page.Meta("og:title")!);
            Assert.True(title == (path == "/" ? "AlitaNews" : shared + " – AlitaNews"), $"{path}: {title} / {shared}");
            Assert.Equal(shared, page.Meta("twitter:title"));
            Assert.False(string.IsNullOrWhiteSpace(page.Meta("description")), path);
            Assert.Equal(page.Meta("description"), page.Meta("og:description"));
            Assert.False(string.IsNullOrWhiteSpace(page.Meta("og:image")), path);
            Assert.False(string.IsNullOrWhiteSpace(page.Meta("og:image:alt")), path);
            Assert.Equal(page.Canonical(), page.Meta("og:url"));

            // The label in words, before the words of the heading.
            var label = page.QuerySelector("article[data-article] h1 [data-label], main > h1 [data-label]");
            var words = Words(heading);
            if (label is not null && path.StartsWith("/news/", StringComparison.Ordinal))
                Assert.Equal(shared, $"{Words(label)}: {words[Words(label).Length..].Trim()}");
            else if (path != "/" && !path.StartsWith("/claims/", StringComparison.Ordinal))
                Assert.Contains(words, shared, StringComparison.OrdinalIgnoreCase);

            var status = page.QuerySelector("article[data-article]")?.GetAttribute("data-status");
            if (status is not null and not "none")
                Assert.Equal(status, Assert.Single(page.QuerySelectorAll("aside[data-banner]")).GetAttribute("data-banner"));
            var trail = page.ListNodes().Where(static node => (string?)node["@type"] == "BreadcrumbList").ToList();
            if (path != "/")
                Assert.Equal(page.Canonical(), (string?)trail.Single()["itemListElement"]!.AsArray()[^1]!["item"]);
        }
    }

    [Fact]
    public async Task Every_node_has_what_search_engines_ask_for()
    {
        foreach (var (path, _, _) in await paper.ListAddressesAsync())
        {
            var page = await paper.Site.OpenPageAsync(path);
            foreach (var node in page.ListNodes())
                VocabularyRules.Check(path, node, page.Body!.TextContent);
        }
    }

    [Fact]
    public async Task A_picture_is_offered_in_three_ratios_around_the_point_its_editor_named()
    {
        var page = await paper.Site.OpenPageAsync(PrintedPaper.Pictured);
        var images = page.NodeOf("NewsArticle")["image"]!.AsArray().Select(static one => (string)one!).ToList();
        var sizes = new List<(int, int)>();
        foreach (var image in images)
        {
            using var answer = await paper.Site.Public.GetAsync(image[FoundingStory.Origin.Length..]);
            var file = await answer.Content.ReadAsByteArrayAsync();
            Assert.Equal(("image/jpeg", "public, max-age=31536000, immutable"), (answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl?.ToString()));
            Assert.True(ImageHeader.TryRead(file, file.Length, out var header, out _));
            sizes.Add((header.Width, header.Height));
        }

        Assert.Equal([(1200, 675), (1200, 900), (1000, 1000)], sizes);
        Assert.All(images, static image => Assert.EndsWith("-3-2.jpg", image, StringComparison.Ordinal));
        Assert.Equal(404, (await paper.Site.AskAsync(images[0][FoundingStory.Origin.Length..].Replace("1200x675", "1199x675", StringComparison.Ordinal))).Status);
        Assert.Equal(404, (await paper.Site.AskAsync(images[0][FoundingStory.Origin.Length..].Replace(".jpg", ".avif", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task An_editor_may_choose_the_words_to_share_and_the_point_of_a_picture()
    {
        var page = await paper.Site.OpenPageAsync(PrintedPaper.Pictured);
        Assert.Equal("A poster, and what it shows – AlitaNews", page.Title);
        Assert.Equal(("A poster, shared", "Look at it."), (page.Meta("og:title"), page.Meta("og:description")));
        Assert.Equal(("A poster, shared", "Look at it."), (page.Meta("twitter:title"), page.Meta("twitter:description")));
        var picture = page.QuerySelector(".story-hero img")!;
        Assert.Equal("fx3 fy2", picture.ClassName);
        Assert.Matches("^#[0-9a-f]{6}$", picture.GetAttribute("data-colour")!);
    }

    [Theory]
    [InlineData("/news", 308, "/")]
    [InlineData("/news/", 308, "/")]
    [InlineData("/claims", 308, "/rumours")]
    [InlineData("/Claims/?page=2", 308, "/rumours?page=2")]
    [InlineData("/?page=", 404, null)]
    [InlineData("/?page=%20", 404, null)]
    [InlineData("/rumours?page=", 404, null)]
    [InlineData("/old/one", 301, "/news/alita-2")]
    [InlineData("/rumours/alita-2-2023/", 301, "/news/alita-2")]
    [InlineData("/Old/One/", 301, "/news/alita-2")]
    [InlineData("/old//one.md", 301, "/news/alita-2")]
    [InlineData("/News/Alita-2/", 308, "/news/alita-2")]
    [InlineData("/News/Sent-On", 301, "/news/alita-2")]
    [InlineData("/old/away", 301, "https://other.example/")]
    [InlineData("/old/circle", 404, null)]
    [InlineData("/old/gone", 410, null)]
    [InlineData("/news/sent-on", 301, "/news/alita-2")]
    [InlineData("/news/gone", 410, null)]
    public async Task Addresses_lead_where_they_should_at_once(string address, int status, string? location) =>
        Assert.Equal((status, location), await paper.Site.AskAsync(address));

    [Fact]
    public async Task Links_in_texts_are_never_sent_on()
    {
        var page = await paper.Site.OpenPageAsync("/news/with-links");
        var links = page.QuerySelectorAll(".prose a").Select(static link => link.GetAttribute("href")!).ToList();
        Assert.Equal(3, links.Count);
        foreach (var link in links)
            Assert.Equal((link, 200), (link, (await paper.Site.AskAsync(link)).Status));
    }

    [Theory]
    [InlineData("/news/of-others", "/news/of-others")]
    [InlineData("/search?q=poster", "/search")]
    [InlineData("/search", "/search")]
    public async Task A_page_whose_canonical_address_is_elsewhere_says_where_it_stands_here(string address, string place)
    {
        var trail = (await paper.Site.OpenPageAsync(address)).NodeOf("BreadcrumbList")["itemListElement"]!.AsArray();
        Assert.Equal((FoundingStory.Origin + "/", FoundingStory.Origin + place), ((string?)trail[0]!["item"], (string?)trail[^1]!["item"]));
    }

    [Fact]
    public async Task A_story_that_was_taken_back_is_stamped_above_its_headline()
    {
        var page = await paper.Site.OpenPageAsync("/news/believed");
        var stamp = Assert.Single(page.QuerySelectorAll("[data-retracted]"));
        Assert.Equal("RETRACTED on 30 January 2024. Why we took this back", Words(stamp));
        Assert.Equal("H1", stamp.NextElementSibling!.TagName);
        Assert.NotNull(page.GetElementById(stamp.QuerySelector("a")!.GetAttribute("href")!.TrimStart('#')));
        Assert.Empty((await paper.Site.OpenPageAsync("/news/alita-2")).QuerySelectorAll("[data-retracted]"));

        var feed = JsonNode.Parse(await paper.Site.ReadAsync("/feed.json"))!["items"]!.AsArray();
        var text = (string)feed.Single(static item => ((string)item!["url"]!).EndsWith("/news/believed", StringComparison.Ordinal))!["content_html"]!;
        Assert.StartsWith("<p><strong>RETRACTED</strong> on 30 January 2024: It was invented.</p>", text, StringComparison.Ordinal);
        Assert.Contains("<strong>Retraction, 30 January 2024:</strong>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_that_was_taken_back_is_stamped_wherever_it_is_listed()
    {
        var stamped = 0;
        foreach (var list in new[] { "/sections/film", "/archive/2023", "/authors/newsroom", "/" })
        {
            var page = await paper.Site.OpenPageAsync(list);
            foreach (var card in page.QuerySelectorAll("article").Where(static card => card.QuerySelector("a[href='/news/believed']") is not null))
            {
                Assert.Equal("RETRACTED", card.QuerySelector(".card-kicker > :first-child")!.TextContent);
                stamped++;
            }

            Assert.All(page.QuerySelectorAll("article:has(.label-retracted)"), static card => Assert.NotNull(card.QuerySelector("a[href='/news/believed']")));
        }

        Assert.NotEqual(0, stamped);
        var alternative = (await paper.Site.OpenPageAsync("/news/believed")).QuerySelector("meta[property='og:image:alt']")!.GetAttribute("content");
        Assert.StartsWith("RETRACTED: ", alternative, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_names_what_its_first_source_said_as_its_basis()
    {
        var basis = (await paper.Site.OpenPageAsync("/news/said")).NodeOf("NewsArticle")["isBasedOn"]!.AsArray();
        Assert.Equal(["https://trade.example/said"], basis.Select(static one => (string?)one));
        Assert.Null((await paper.Site.OpenPageAsync("/news/alita-2")).NodeOf("NewsArticle")["isBasedOn"]);
    }

    [Fact]
    public async Task Claims_say_the_same_of_themselves_on_every_page()
    {
        var own = (await paper.Site.OpenPageAsync("/claims/alita-2-shoots-2023")).ListNodes().Single(static node => (string?)node["@type"] == "Claim");
        foreach (var story in new[] { "/news/alita-2", "/news/no-cameras" })
        {
            var there = (await paper.Site.OpenPageAsync(story)).ListNodes().Single(node => (string?)node["@id"] == (string?)own["@id"]);
            foreach (var property in new[] { "text", "datePublished", "firstAppearance", "expires", "creativeWorkStatus", "author" })
                Assert.True(JsonNode.DeepEquals(own[property], there[property]), $"{story}: {property}");
        }

        Assert.Equal("2023-01-10T09:30:00Z", (string?)own["datePublished"]);
        Assert.Equal(FoundingStory.Origin + "/news/alita-2#article", (string?)own["firstAppearance"]!["@id"]);
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
