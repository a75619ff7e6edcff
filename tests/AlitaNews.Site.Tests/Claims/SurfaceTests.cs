using System.Text.Json;
using System.Text.RegularExpressions;
using AlitaNews.Site.Tests.Running;
using static AlitaNews.Site.Tests.Claims.Copy;

namespace AlitaNews.Site.Tests.Claims;

/// <summary>Every surface that tells of a claim, asked at once: they agree before and after the clock, or an editor, changes it.</summary>
public sealed partial class SurfaceTests
{
    private static readonly Dictionary<string, string> Files = new(Paper)
    {
        ["articles/film/first.md"] = Article("first", "2023-12-31T09:30:00Z", "id: shoot, text: The shoot starts in 2023, status: rumour, due: 2023, test: A notice, sources: [insider]"),
        ["articles/film/chip.md"] = "---\ntitle: A chip\ndate: 2023-12-31T08:00:00Z\n---\nIt [may start](claim:shoot).\n",
    };

    [Fact]
    public async Task A_due_date_that_passes_changes_every_surface_with_no_file_touched()
    {
        await using var site = await NewsSite.StartAsync("2023-12-31T23:59:59Z", Files);
        var before = await LookAsync(site);
        Assert.All(before, static surface => Assert.Equal((surface.Key, "rumour"), (surface.Key, surface.Value)));
        var dates = await DatesAsync(site, "first");
        Assert.All(dates, static one => Assert.Equal((one.Key, "2023-12-31T09:30:00Z"), (one.Key, one.Value)));
        var card = await CardOfAsync(site);

        await site.MoveClockAsync("2024-01-01T00:00:00Z");

        Assert.All(await LookAsync(site), static surface => Assert.Equal((surface.Key, "overdue"), (surface.Key, surface.Value)));
        Assert.All(await DatesAsync(site, "first"), static one => Assert.Equal((one.Key, "2024-01-01T00:00:00Z"), (one.Key, one.Value)));
        Assert.All(await DatesAsync(site, "chip"), static one => Assert.Equal((one.Key, "2023-12-31T08:00:00Z"), (one.Key, one.Value)));
        Assert.NotEqual(card, await CardOfAsync(site));
    }

    [Fact]
    public async Task A_reversed_verdict_moves_one_date_everywhere()
    {
        var site = await NewsSite.StartAsync("2024-03-01T12:00:00Z", new Dictionary<string, string>(Paper)
        {
            ["articles/film/first.md"] = Article("first", "2024-01-10T10:00:00Z", $"id: shoot, text: The shoot began, status: confirmed, {Proof}"),
            ["articles/film/other.md"] = Article("other", "2024-01-20T10:00:00Z", $"id: shoot, status: confirmed, {Proof}"),
        });
        await using var _ = site;
        Assert.All(await DatesAsync(site, "first"), static one => Assert.Equal((one.Key, "2024-01-10T10:00:00Z"), (one.Key, one.Value)));

        // Whoever says the same again moves nobody.
        await site.SaveAsync(("articles/film/again.md", Article("again", "2024-02-01T10:00:00Z", $"id: shoot, status: confirmed, sources: [insider], {Proof}")));
        Assert.All(await DatesAsync(site, "first"), static one => Assert.Equal((one.Key, "2024-01-10T10:00:00Z"), (one.Key, one.Value)));

        await site.SaveAsync(("articles/film/right.md", Article("right", "2024-02-10T10:00:00Z", $"id: shoot, status: debunked, note: It had not., {Proof}")));
        foreach (var slug in new[] { "first", "other" })
            Assert.All(await DatesAsync(site, slug), static one => Assert.Equal((one.Key, "2024-02-10T10:00:00Z"), (one.Key, one.Value)));

        // The end of the label is no news.
        await site.MoveClockAsync("2024-05-01T12:00:00Z");
        Assert.All(await DatesAsync(site, "first"), static one => Assert.Equal((one.Key, "2024-02-10T10:00:00Z"), (one.Key, one.Value)));
    }

    [Fact]
    public async Task What_moves_the_date_of_a_page_is_what_the_contract_says_and_nothing_else()
    {
        await using var site = await NewsSite.StartAsync("2024-01-10T12:00:00Z", new Dictionary<string, string>(Paper) { ["articles/film/first.md"] = Plain("Text.", "") });
        await ExpectAsync("2024-01-10T10:00:00Z");

        site.Clock.Now = new DateTimeOffset(2024, 1, 11, 12, 0, 0, TimeSpan.Zero);
        await site.SaveAsync(("articles/film/first.md", Plain("Text.", "tags: [new]\nrelated: [other]")));
        await ExpectAsync("2024-01-10T10:00:00Z");

        await site.SaveAsync(("articles/film/first.md", Plain("Other text.", "")));
        await ExpectAsync("2024-01-11T12:00:00Z");

        await site.SaveAsync(("articles/film/first.md", Plain("Other text.", "corrections: [{date: 2024-01-11T15:00:00Z, text: A name.}]")));
        site.Clock.Now = new DateTimeOffset(2024, 1, 12, 12, 0, 0, TimeSpan.Zero);
        await site.MoveClockAsync("2024-01-12T12:00:00Z");
        await ExpectAsync("2024-01-11T15:00:00Z");

        async Task ExpectAsync(string at) => Assert.All(await DatesAsync(site, "first"), one => Assert.Equal((one.Key, at), (one.Key, one.Value)));

        static string Plain(string text, string more) => $"---\ntitle: Story first\ndate: 2024-01-10T10:00:00Z\ntopics: [alita]\n{more}\n---\n{text}\n";
    }

    /// <summary>The state that each surface tells, in one word.</summary>
    private static async Task<Dictionary<string, string?>> LookAsync(NewsSite site)
    {
        var told = new Dictionary<string, string?>(StringComparer.Ordinal);
        var article = await site.OpenPageAsync("/news/first");
        told["page"] = article.QuerySelector("article")!.GetAttribute("data-status");
        told["banner"] = article.QuerySelector("[data-banner]")!.GetAttribute("data-banner");
        told["title"] = Word(article.Title!);
        told["og:title"] = Word(article.QuerySelector("meta[property='og:title']")!.GetAttribute("content")!);
        told["chip"] = (await site.OpenPageAsync("/news/chip")).QuerySelector("a[data-claim=shoot]")!.GetAttribute("data-claim-status");
        foreach (var list in new[] { "/", "/sections/film", "/topics/alita", "/authors/newsroom" })
            told["card on " + list] = (await site.OpenPageAsync(list)).QuerySelectorAll("article, li").FirstOrDefault(static one => one.QuerySelector("a[href='/news/first']") is not null && one.QuerySelector("[data-label]") is not null)?.QuerySelector("[data-label]")!.GetAttribute("data-label");
        foreach (var feed in new[] { "/feed.xml", "/feed.atom", "/feed.json", "/topics/alita/feed.atom", "/claims/shoot/feed.json" })
            told[feed] = Word(Headline().Match(await site.ReadAsync(feed)).Groups[1].Value);
        told["news sitemap"] = Word(Headline().Match(await site.ReadAsync("/sitemap-news.xml")).Groups[1].Value);
        told["JSON-LD"] = Word(Headline().Match(article.QuerySelector("script[type='application/ld+json']")!.TextContent).Groups[1].Value);
        told["claim"] = Word((await site.OpenPageAsync("/claims/shoot")).Title!);
        told["embed"] = (await site.OpenPageAsync("/claims/shoot/embed")).QuerySelector("[data-claim=shoot]")!.GetAttribute("data-status");
        told["badge"] = (await site.ReadAsync("/claims/shoot/badge.svg")).Contains("OVERDUE", StringComparison.OrdinalIgnoreCase) ? "overdue" : "rumour";
        told["tracker"] = (await site.OpenPageAsync("/rumours")).QuerySelector("[data-claim=shoot] [data-label]")!.GetAttribute("data-label");
        foreach (var address in new[] { "/news/first", "/claims/shoot", "/claims/shoot.json" })
        {
            using var answer = await site.Public.GetAsync(address);
            told["header of " + address] = answer.Headers.GetValues("Claim-Status").Single() is "rumour; overdue" ? "overdue" : answer.Headers.GetValues("Claim-Status").Single();
        }

        using var all = JsonDocument.Parse(await site.ReadAsync("/claims.json"));
        told["claims.json"] = all.RootElement.GetProperty("items").EnumerateArray().Single(static one => one.GetProperty("id").GetString() == "shoot").GetProperty("display").GetString();
        told["due.ics"] = Word(CalendarLine().Match(await site.ReadAsync("/claims/due.ics")).Groups[1].Value);
        return told;
    }

    /// <summary>The date of an article's last change as each surface has it.</summary>
    private static async Task<Dictionary<string, string?>> DatesAsync(NewsSite site, string slug)
    {
        var page = await site.OpenPageAsync("/news/" + slug);
        var graph = page.QuerySelector("script[type='application/ld+json']")!.TextContent;
        var address = "https://alita.example/news/" + slug;
        using var feed = JsonDocument.Parse(await site.ReadAsync("/feed.json"));
        var atom = await site.ReadAsync("/feed.atom");
        var published = DateTimeOffset.Parse(page.QuerySelector("meta[property='article:published_time']")!.GetAttribute("content")!, System.Globalization.CultureInfo.InvariantCulture);
        return new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["meta"] = Utc(page.QuerySelector("meta[property='article:modified_time']")!.GetAttribute("content")!),
            ["JSON-LD"] = Utc(Regex.Match(graph, "\"dateModified\":\\s*\"([^\"]+)\"").Groups[1].Value),
            ["feed.json"] = Utc(feed.RootElement.GetProperty("items").EnumerateArray().Single(one => one.GetProperty("url").GetString() == address).GetProperty("date_modified").GetString()!),
            ["feed.atom"] = Utc(Regex.Match(atom.Split("<entry>").Single(entry => entry.Contains($"href=\"{address}\"", StringComparison.Ordinal)), "<updated>([^<]+)").Groups[1].Value),
            ["sitemap"] = Utc(Regex.Match(await site.ReadAsync($"/sitemaps/articles-{published:yyyy-MM}.xml"), $"<loc>{address}</loc>\\s*<lastmod>([^<]+)").Groups[1].Value),
        };
    }

    private static async Task<string?> CardOfAsync(NewsSite site) => (await site.OpenPageAsync("/news/first")).QuerySelector("meta[property='og:image']")!.GetAttribute("content");

    private static string Utc(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static string Word(string headline) => headline.StartsWith("OVERDUE RUMOUR", StringComparison.Ordinal) ? "overdue" : headline.StartsWith("RUMOUR", StringComparison.Ordinal) ? "rumour" : headline;

    [GeneratedRegex("([A-Z ]+: Story first)")]
    private static partial Regex Headline();

    [GeneratedRegex("SUMMARY:(.+)")]
    private static partial Regex CalendarLine();
}
