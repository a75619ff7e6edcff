using AlitaNews.Site.Tests.Claims;
using AlitaNews.Site.Tests.Pictures;
using AlitaNews.Site.Tests.Running;
using AngleSharp.Dom;
using static AlitaNews.Site.Tests.Claims.Copy;

namespace AlitaNews.Site.Tests.Articles;

/// <summary>What blocks of a body, and keys of an article, ask of other files.</summary>
public sealed class BodyBlocksTests
{
    private const string Story = """
        ---
        title: A story
        date: 2024-03-01
        authors: [newsroom]
        editor: ed
        reviewed-by: Rita Reviewer
        related: [third, nobody, second]
        social: {title: Shared, description: For others, image: shared.png}
        claims: [{id: shoot}]
        sources: [agent]
        ---
        :::timeline claim=old-shoot
        :::

        :::timeline topic=alita
        :::

        :::claim shoot
        :::

        ![Seen far away](https://pictures.example/a.png "A *remote* caption")

        Words around ![far](https://pictures.example/b.png) and ![gone](gone.png) pictures.

        ![A set](set.png)

        [By name]({{< ref "pages/how-we-verify.md" >}}), [by path](second), [the file](set.png).

        [![small](set.png)](set.png)
        """;

    [Fact]
    public async Task Blocks_and_keys_show_what_other_files_say()
    {
        var files = Paper;
        files["authors/ed.md"] = "---\nname: Ed Itor\n---\n";
        files["sources/agent.md"] = "---\nname: An agent\nkind: leaker\n---\n";
        files["claims/shoot.md"] = "---\naliases: [old-shoot]\n---\n";
        files["articles/film/first.md"] = Article("first", "2023-01-10", "id: shoot, text: It starts, status: rumour, due: 2023, test: A notice, sources: [agent]");
        files["articles/film/second.md"] = Article("second", "2024-02-01", $"id: shoot, status: missed, note: No shoot., {Proof}");
        files["articles/film/third.md"] = Article("third", "2024-02-02", "id: other, text: Other, status: rumour, sources: [insider]");
        files["articles/film/later.md"] = Article("later", "2024-06-01", "id: shoot, status: confirmed, note: It did., " + Proof);
        files["articles/film/story.md"] = Story;
        await using var site = await NewsSite.StartAsync("2024-03-02T12:00:00Z", Paper);
        await site.PutAsync("articles/film/set.png", PictureFiles.Png(40, 30));
        await site.PutAsync("articles/film/shared.png", PictureFiles.Png(1200, 630));
        await site.SaveAsync([.. files.Select(static file => (file.Key, (string?)file.Value)), ("articles/film/set.png.yaml", "authenticity: genuine\nclaim: shoot\ncredit: X\n")]);

        var page = await site.OpenPageAsync("/news/story");

        var timelines = page.QuerySelectorAll("ol.timeline").ToList();
        Assert.Equal(["rumour", "overdue", "missed"], timelines[0].QuerySelectorAll("[data-label]").Select(static one => one.GetAttribute("data-label")));
        Assert.Contains("No shoot.", timelines[0].TextContent, StringComparison.Ordinal);
        Assert.Equal(["/claims/shoot", "/claims/shoot", "/claims/shoot", "/claims/other"], timelines[1].QuerySelectorAll("a").Select(static one => one.GetAttribute("href")).Order(StringComparer.Ordinal).Reverse());
        Assert.Contains("An agent: 0 of 1 came true. Too few to rate.", page.QuerySelector(".claim-card")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("0 of 1 came true. Too few to rate.", page.QuerySelector(".sources")!.TextContent, StringComparison.Ordinal);

        Assert.Equal("https://pictures.example/a.png", page.QuerySelector(".missing-picture a")!.GetAttribute("href"));
        Assert.Equal("Picture at pictures.example", page.QuerySelector(".missing-picture a")!.TextContent);
        Assert.Equal(3, page.QuerySelectorAll(".missing-picture").Length);
        Assert.Empty(page.QuerySelectorAll("img[src='']"));
        Assert.Equal("FAKE", page.QuerySelector("figure[data-authenticity=fake] .badge")!.TextContent);
        Assert.DoesNotContain("GENUINE", await site.ReadAsync("/sections/film"), StringComparison.Ordinal);

        Assert.Equal(["/how-we-verify", "/news/second", "/media/articles/film/set.png"], page.QuerySelectorAll(".prose > p:not(.standfirst) > a").Select(static one => one.GetAttribute("href")).TakeLast(3));
        Assert.Equal("/media/articles/film/set.png", page.QuerySelectorAll("figure .shot a")[^1].GetAttribute("href"));
        Assert.Equal(200, (await site.AskAsync("/media/articles/film/set.png")).Status);

        Assert.Equal("Ed Itor", page.QuerySelector(".story-facts a[href='/authors/ed']")!.TextContent);
        Assert.NotNull(page.QuerySelector(".story-facts a[href='/authors/rita-reviewer']"));
        Assert.Equal("Shared", Meta(page, "og:title"));
        Assert.Equal("For others", Meta(page, "og:description"));
        Assert.EndsWith("/media/story/shared.png", Meta(page, "og:image"), StringComparison.Ordinal);
        Assert.Equal(["/news/third", "/news/second"], page.QuerySelectorAll("[aria-labelledby=related] a[href^='/news/']").Select(static one => one.GetAttribute("href")).Distinct().Take(2));
    }

    [Fact]
    public async Task Parts_of_a_series_stand_in_their_order_and_a_story_that_gives_the_plot_away_has_no_description()
    {
        await using var site = await NewsSite.StartAsync("2024-03-02T12:00:00Z", new Dictionary<string, string>(Paper)
        {
            ["articles/film/one.md"] = "---\ntitle: One\ndate: 2024-02-03\nseries: saga\npart: 1\nspoiler: major\nsummary: They all die.\n---\nThey all die.\n",
            ["articles/film/two.md"] = "---\ntitle: Two\ndate: 2024-02-01\nseries: saga\npart: 2\n---\nText.\n",
            ["articles/film/loose.md"] = "---\ntitle: Loose\ndate: 2024-01-01\nseries: saga\n---\nText.\n",
        });

        var page = await site.OpenPageAsync("/news/one");

        Assert.Equal(["One", "Two", "Loose"], page.QuerySelectorAll("[aria-labelledby=series] li").Select(static part => part.QuerySelector("strong, a[href^='/news/']")!.TextContent.Trim()));
        Assert.DoesNotContain("die", Meta(page, "og:description") + Meta(page, "description"), StringComparison.Ordinal);
        Assert.DoesNotContain("They all die", await site.ReadAsync("/feed.json?view=summary"), StringComparison.Ordinal);
    }

    private static string Meta(IDocument page, string name) => page.QuerySelector($"meta[property='{name}'], meta[name='{name}']")?.GetAttribute("content") ?? "";
}
