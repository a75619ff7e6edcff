using AlitaNews.Site.Tests.Running;

namespace AlitaNews.Site.Tests.StructuredData;

/// <summary>What stands for a claim's state in stored markup is filled wherever the markup is shown, and never shown itself.</summary>
public sealed class MarkerTests
{
    private const string Link = "[a claim](claim:cameras-roll)";

    [Fact]
    public async Task Nothing_that_is_sent_holds_a_marker()
    {
        var files = new Dictionary<string, string>
        {
            ["site.yaml"] = "title: News\nbase-url: https://news.example\n",
            ["pages/about.md"] = $"---\ntitle: About\nstandfirst: Of {Link}.\n---\nOf {Link}.\n",
            ["pages/ai-use.md"] = $"---\ntitle: AI\n---\nOf {Link}.\n",
            ["articles/film/_index.md"] = $"---\ntitle: Film\nstandfirst: Of {Link}.\n---\nOf {Link}.\n",
            ["topics/alita.md"] = $"---\nname: Alita\nstandfirst: Of {Link}.\n---\nOf {Link}.\n",
            ["articles/film/story.md"] = $$"""
                ---
                title: A story
                date: 2024-01-10
                standfirst: Of {{Link}}.
                topics: [alita]
                hero: {src: /images/set.jpg, alt: A set, caption: "Of {{Link}}."}
                backstory: Of {{Link}}.
                claims:
                  - {id: cameras-roll, text: Cameras roll in 2024, status: rumour, due: 2024}
                ---
                Of {{Link}}.
                """,
        };
        await using var site = await NewsSite.StartAsync("2025-02-01T00:00:00Z", files);

        foreach (var address in (string[])["/", "/about", "/ai-use", "/sections/film", "/topics/alita", "/news/story", "/claims/cameras-roll", "/feed.xml", "/feed.atom", "/feed.json", "/topics/alita/feed.xml", "/sitemap-news.xml", "/claims.json", "/search?q=story"])
        {
            var text = await site.ReadAsync(address);
            Assert.DoesNotContain(text, static letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'));
            Assert.DoesNotMatch("&#x?0*[0-9a-f];|u000[0-8]", text.ToLowerInvariant());
        }

        Assert.Contains("content=\"Of a claim (overdue).\"", await site.ReadAsync("/about"), StringComparison.Ordinal);
    }
}
