using System.Globalization;
using AlitaNews.Site.Tests.Running;

namespace AlitaNews.Site.Tests.FrontPage;

/// <summary>Which stories stand on which page of the front page, pinned ones among them.</summary>
public sealed class FrontPagePagingTests
{
    private const int Stories = 45;

    [Fact]
    public async Task Every_story_stands_on_one_page_pinned_ones_first_then_the_newest()
    {
        // Story 1 is the oldest. An old one, one of page two and the newest are pinned, the old one higher; the pin of a fourth is over.
        var pins = new Dictionary<int, string> { [1] = "featured: true\nweight: 2\n", [22] = "featured: true\n", [Stories] = "featured: true\n", [30] = "featured: 2024-02-01\n" };
        var files = new Dictionary<string, string> { ["site.yaml"] = "title: Test\nbase-url: https://news.example\n" };
        for (var i = 1; i <= Stories; i++)
        {
            // Three stories share each instant, so that ties have to be broken the same way on every page.
            var at = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(i / 3);
            files[$"articles/s{i:00}.md"] = $"---\ntitle: Story {i}\ndate: {at.ToString("O", CultureInfo.InvariantCulture)}\n{pins.GetValueOrDefault(i)}---\nText.\n";
        }

        await using var site = await NewsSite.StartAsync("2024-02-02T12:00:00Z", files);

        var shown = new List<string>();
        foreach (var address in new[] { "/", "/?page=2", "/?page=3" })
        {
            var page = await site.OpenPageAsync(address);
            shown.AddRange(page.QuerySelectorAll("main h2 a, main h3 a").Select(static link => link.GetAttribute("href")!).Where(static link => link.StartsWith("/news/", StringComparison.Ordinal)));
        }

        var expected = new[] { 1, Stories, 22 }
            .Concat(Enumerable.Range(1, Stories).Except([1, 22, Stories]).OrderByDescending(static i => i / 3).ThenBy(static i => i))
            .Select(static i => $"/news/s{i:00}");
        Assert.Equal(expected, shown);
        Assert.Equal(404, (await site.AskAsync("/?page=4")).Status);
    }
}
