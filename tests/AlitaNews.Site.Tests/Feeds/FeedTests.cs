using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using AlitaNews.Site.Tests.Running;
using AlitaNews.Site.Tests.StructuredData;

namespace AlitaNews.Site.Tests.Feeds;

/// <summary>The feeds against their specifications (RSS 2.0, RFC 4287, JSON Feed 1.1) and against <c>web.md</c>, section 5.</summary>
public sealed class FeedTests
{
    private const string Guid = "tag:alita.example,2023:alita-2-production-2023";
    private const string Label = "RUMOUR: Alita 2 <production> set to start in 2023 & beyond";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";

    [Theory]
    [InlineData("/feed.xml", "/")]
    [InlineData("/sections/film/feed.xml", "/sections/film")]
    [InlineData("/topics/alita-battle-angel-2/feed.xml", "/topics/alita-battle-angel-2")]
    [InlineData("/tags/cyborgs/feed.xml", "/tags/cyborgs")]
    [InlineData("/authors/newsroom/feed.xml", "/authors/newsroom")]
    [InlineData("/sources/sequel-producer/feed.xml", "/sources/sequel-producer")]
    [InlineData("/claims/alita-2-shoots-2023/feed.xml", "/claims/alita-2-shoots-2023")]
    public async Task A_story_stands_in_the_feed_of_all_it_belongs_to(string address, string home)
    {
        await using var site = await FoundingStory.StartAsync();
        var rss = XDocument.Parse(await site.ReadAsync(address));

        Assert.Equal("2.0", (string?)rss.Root!.Attribute("version"));
        var channel = rss.Root.Element("channel")!;
        Assert.All(new[] { "title", "link", "description" }, name => Assert.NotEmpty((string)channel.Element(name)!));
        Assert.Equal(FoundingStory.Origin + home, (string)channel.Element("link")!);
        Assert.Equal(FoundingStory.Origin + address, (string?)channel.Element(Atom + "link")!.Attribute("href"));
        var item = Assert.Single(channel.Elements("item"));
        Assert.Equal(Label, (string)item.Element("title")!);
        Assert.Equal(FoundingStory.Origin + "/news/alita-2", (string)item.Element("link")!);
        Assert.Equal(("false", Guid), ((string?)item.Element("guid")!.Attribute("isPermaLink"), (string)item.Element("guid")!));
        Assert.Equal("Tue, 10 Jan 2023 09:30:00 GMT", (string)item.Element("pubDate")!);
    }

    [Fact]
    public async Task The_text_has_the_status_first_no_spoiler_and_only_absolute_addresses()
    {
        await using var site = await FoundingStory.StartAsync();
        var item = XDocument.Parse(await site.ReadAsync("/feed.xml")).Descendants("item").Single();
        var html = (string)item.Element(Content + "encoded")!;

        Assert.StartsWith("<p><strong>Rumour.</strong>", html, StringComparison.Ordinal);
        Assert.Contains("According to Anonymous, studio insider.", html, StringComparison.Ordinal);
        Assert.Contains("both want a sequel", html, StringComparison.Ordinal);
        Assert.DoesNotContain("it ends badly", html, StringComparison.Ordinal);
        Assert.Contains("""href="https://alita.example/claims/alita-2-shoots-2023""", html, StringComparison.Ordinal);
        Assert.Contains("""href="https://alita.example/how-we-verify""", html, StringComparison.Ordinal);
        Assert.Contains("""href="https://alita.example/news/alita-2#the-studio""", html, StringComparison.Ordinal);
        Assert.DoesNotContain("=\"/", html, StringComparison.Ordinal);
        Assert.DoesNotContain("=\"#", html, StringComparison.Ordinal);
        Assert.Equal("An insider says so; the studio has said nothing.", (string)item.Element("description")!);
    }

    [Fact]
    public async Task Atom_has_what_its_specification_asks_for()
    {
        await using var site = await FoundingStory.StartAsync();
        var feed = XDocument.Parse(await site.ReadAsync("/feed.atom")).Root!;

        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Single(feed.Elements(Atom + "id"));
        Assert.Single(feed.Elements(Atom + "title"));
        Assert.Equal("2023-01-14T00:00:00Z", (string)feed.Elements(Atom + "updated").Single());
        Assert.Equal(FoundingStory.Origin + "/feed.atom", (string?)feed.Elements(Atom + "link").Single(static link => (string?)link.Attribute("rel") == "self").Attribute("href"));
        Assert.NotEmpty((string)feed.Element(Atom + "author")!.Element(Atom + "name")!);
        var entry = Assert.Single(feed.Elements(Atom + "entry"));
        Assert.Equal(Guid, (string)entry.Elements(Atom + "id").Single());
        Assert.Equal(Label, (string)entry.Elements(Atom + "title").Single());
        Assert.Equal("2023-01-10T09:30:00Z", (string)entry.Elements(Atom + "published").Single());
        Assert.Equal("2023-01-14T00:00:00Z", (string)entry.Elements(Atom + "updated").Single());
        Assert.Equal("html", (string?)entry.Elements(Atom + "content").Single().Attribute("type"));
        Assert.NotEmpty(entry.Elements(Atom + "author"));
        Assert.All(feed.Descendants(Atom + "link"), static link => Assert.True(Uri.IsWellFormedUriString((string?)link.Attribute("href"), UriKind.Absolute)));
        Assert.Equal(3, new[] { feed, entry }.Sum(static node => node.Elements(Atom + "link").Count()));
    }

    [Fact]
    public async Task Json_feed_has_what_its_specification_asks_for()
    {
        await using var site = await FoundingStory.StartAsync();
        using var answer = await site.Public.GetAsync("/topics/alita-battle-angel-2/feed.json");
        var feed = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        Assert.Equal("application/feed+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("https://jsonfeed.org/version/1.1", (string?)feed["version"]);
        Assert.Equal(FoundingStory.Origin + "/topics/alita-battle-angel-2/feed.json", (string?)feed["feed_url"]);
        Assert.Equal(FoundingStory.Origin + "/topics/alita-battle-angel-2", (string?)feed["home_page_url"]);
        var item = Assert.Single(feed["items"]!.AsArray())!;
        Assert.Equal(Guid, (string?)item["id"]);
        Assert.Equal(Label, (string?)item["title"]);
        Assert.Equal("2023-01-10T09:30:00Z", (string?)item["date_published"]);
        Assert.StartsWith("<p><strong>Rumour", (string?)item["content_html"], StringComparison.Ordinal);
        Assert.Equal(["Film & series", "alita-battle-angel-2", "sequels", "cyborgs"], item["tags"]!.AsArray().Select(static tag => (string?)tag));
    }

    [Fact]
    public async Task The_summary_view_has_no_texts_and_other_views_are_none()
    {
        await using var site = await FoundingStory.StartAsync();
        var entry = XDocument.Parse(await site.ReadAsync("/feed.atom?view=summary")).Descendants(Atom + "entry").Single();

        Assert.Empty(entry.Elements(Atom + "content"));
        Assert.NotEmpty((string)entry.Element(Atom + "summary")!);
        Assert.Equal(400, (await site.AskAsync("/feed.atom?view=other")).Status);
        Assert.Equal(404, (await site.AskAsync("/topics/nobody/feed.xml")).Status);
        Assert.Equal(404, (await site.AskAsync("/feed.html")).Status);
    }

    [Fact]
    public async Task When_a_claim_is_settled_title_and_update_follow_and_the_identity_stays()
    {
        await using var site = await FoundingStory.StartAsync();
        site.Clock.Now = new DateTimeOffset(2024, 2, 2, 12, 0, 0, TimeSpan.Zero);
        await site.SaveAsync(FoundingStory.Followup!);
        var entry = XDocument.Parse(await site.ReadAsync("/claims/alita-2-shoots-2023/feed.atom")).Descendants(Atom + "entry").Last();

        Assert.Equal(Guid, (string)entry.Element(Atom + "id")!);
        Assert.StartsWith("DID NOT HAPPEN: Alita 2", (string)entry.Element(Atom + "title")!, StringComparison.Ordinal);
        Assert.Equal("2024-02-01T10:00:00Z", (string)entry.Element(Atom + "updated")!);
        Assert.Equal("2023-01-10T09:30:00Z", (string)entry.Element(Atom + "published")!);
    }

    [Fact]
    public async Task Every_change_of_a_status_is_an_item_that_never_changes()
    {
        await using var site = await FoundingStory.StartAsync();
        await site.MoveClockAsync("2024-01-01T00:00:01Z");
        var overdue = XDocument.Parse(await site.ReadAsync("/status/feed.atom")).Descendants(Atom + "entry").Single();
        site.Clock.Now = new DateTimeOffset(2024, 2, 2, 12, 0, 0, TimeSpan.Zero);
        await site.SaveAsync(FoundingStory.Followup!);
        var entries = XDocument.Parse(await site.ReadAsync("/status/feed.atom")).Descendants(Atom + "entry").ToList();

        Assert.Equal("tag:alita.example,2024:alita-2-shoots-2023/20240101T000000Z-overdue", (string)overdue.Element(Atom + "id")!);
        Assert.Equal(2, entries.Count);
        Assert.Equal((string)overdue.Element(Atom + "id")!, (string)entries[1].Element(Atom + "id")!);
        var missed = entries[0];
        Assert.Equal("Did not happen: Principal photography on Alita 2 starts in 2023", (string)missed.Element(Atom + "title")!);
        Assert.Equal("Was: overdue. Is: did not happen.", (string)missed.Element(Atom + "summary")!);
        var html = (string)missed.Element(Atom + "content")!;
        Assert.Contains("https://example.org/weekly", html, StringComparison.Ordinal);
        Assert.Contains("No shoot was listed.", html, StringComparison.Ordinal);
        Assert.Contains(FoundingStory.Origin + "/news/alita-2", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corrections_have_a_feed()
    {
        await using var site = await FoundingStory.StartAsync();
        var item = XDocument.Parse(await site.ReadAsync("/corrections/feed.xml")).Descendants("item").Single();

        Assert.Equal("Correction: Alita 2 <production> set to start in 2023 & beyond", (string)item.Element("title")!);
        Assert.Contains("<del>2018</del>", (string)item.Element(Content + "encoded")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_that_was_taken_down_is_named_for_a_month_and_moves_the_date()
    {
        await using var site = await FoundingStory.StartAsync();
        await site.SaveAsync(("articles/film/2023-01-10-alita-2.md", null));
        var feed = XDocument.Parse(await site.ReadAsync("/feed.atom")).Root!;

        Assert.Empty(feed.Elements(Atom + "entry"));
        var deleted = Assert.Single(feed.Elements(Tombstones + "deleted-entry"));
        Assert.Equal(Guid, (string?)deleted.Attribute("ref"));
        Assert.Equal("2023-02-01T12:00:00Z", (string?)deleted.Attribute("when"));
        Assert.Equal("2023-02-01T12:00:00Z", (string)feed.Element(Atom + "updated")!);
        await site.MoveClockAsync("2023-03-05T00:00:00Z");
        Assert.Empty(XDocument.Parse(await site.ReadAsync("/feed.atom")).Root!.Elements(Tombstones + "deleted-entry"));
    }

    [Fact]
    public async Task A_feed_that_did_not_change_is_not_sent_again()
    {
        await using var site = await FoundingStory.StartAsync();
        using var first = await site.Public.GetAsync("/feed.xml");
        await site.SaveAsync(("pages/about.md", "---\ntitle: About\n---\nUs.\n"));
        using var again = new HttpRequestMessage(HttpMethod.Head, "/feed.xml");
        again.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.Tag);
        using var second = await site.Public.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal("Sat, 14 Jan 2023 00:00:00 GMT", first.Content.Headers.LastModified!.Value.ToString("R", CultureInfo.InvariantCulture));
    }
}
