using System.Net;
using AlitaNews.Site.Tests.Running;

namespace AlitaNews.Site.Tests.Addresses;

/// <summary>A folder that was written for another generator: its lists and its data, and the files beside its texts.</summary>
public sealed class OtherGeneratorsTests
{
    private const string Bundle = "+++\ntitle = 'The tower'\ndate = 2023-03-01\n+++\nSee [the plans](plans.pdf) and [nothing](secret.txt).\n";

    [Fact]
    public async Task The_other_files_of_a_bundle_are_served_and_saved_and_none_of_another_folder()
    {
        await using var site = await StartAsync();
        using (var plans = await site.Public.GetAsync("/media/tower/plans.pdf"))
        {
            Assert.Equal((HttpStatusCode.OK, "application/pdf", "attachment"), (plans.StatusCode, plans.Content.Headers.ContentType?.MediaType, plans.Content.Headers.ContentDisposition?.DispositionType));
            Assert.Equal("%PDF plans", await plans.Content.ReadAsStringAsync());
        }

        using (var demo = await site.Public.GetAsync("/media/tower/deep/demo.html"))
        {
            Assert.Equal(("application/octet-stream", "attachment"), (demo.Content.Headers.ContentType?.MediaType, demo.Content.Headers.ContentDisposition?.DispositionType));
            Assert.Contains("sandbox", demo.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }

        using (var film = await site.Public.GetAsync("/media/tower/film.mp4"))
            Assert.Equal(("video/mp4", null), (film.Content.Headers.ContentType?.MediaType, film.Content.Headers.ContentDisposition));
        Assert.Equal(404, (await site.AskAsync("/media/tower/secret.txt")).Status);
        Assert.Equal(404, (await site.AskAsync("/media/posts/beside.zip")).Status);
        Assert.Equal(404, (await site.AskAsync("/media/draft/plans.pdf")).Status);

        using var page = await site.OpenPageAsync("/news/tower");
        Assert.Equal("/media/posts/tower/plans.pdf", page.QuerySelectorAll("a").Single(static link => link.TextContent == "the plans").GetAttribute("href"));
    }

    [Fact]
    public async Task The_lists_of_folders_lead_to_ours()
    {
        await using var site = await StartAsync();
        Assert.Equal((301, "/sections/trips"), await site.AskAsync("/posts/trips/"));
        Assert.Equal((301, "/sections/trips"), await site.AskAsync("/old-trips"));
        Assert.Equal((301, "/sections/trips"), await site.AskAsync("/posts/trips/far/"));
        Assert.Equal((301, "/archive"), await site.AskAsync("/posts/"));
    }

    [Fact]
    public async Task Data_of_a_folder_hold_for_its_posts_and_a_change_is_seen()
    {
        await using var site = await StartAsync();
        Assert.Equal((301, "/news/moon"), await site.AskAsync("/diary/moon/"));
        await site.SaveAsync(("posts/trips/trips.json", """{"permalink": "/log/{{ page.fileSlug }}/"}"""));
        Assert.Equal((301, "/news/moon"), await site.AskAsync("/log/moon/"));
        Assert.Equal(404, (await site.AskAsync("/diary/moon")).Status);
    }

    private static Task<NewsSite> StartAsync() =>
        NewsSite.StartAsync("2024-02-02T12:00:00Z", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["posts/_index.md"] = "+++\nsort_by = 'date'\n+++\n",
            ["posts/trips/_index.md"] = "+++\ntitle = 'Trips'\naliases = ['old-trips']\n+++\n",
            ["posts/trips/far/_index.md"] = "+++\ntitle = 'Far trips'\n+++\n",
            ["posts/trips/trips.json"] = """{"permalink": "/diary/{{ page.fileSlug }}/"}""",
            ["posts/trips/moon.md"] = "---\ntitle: To the moon\ndate: 2023-02-01\n---\nText.\n",
            ["posts/draft/index.md"] = "---\ntitle: A draft\ndate: 2023-02-01\ndraft: true\n---\nText.\n",
            ["posts/beside.zip"] = "beside",
            ["posts/draft/plans.pdf"] = "%PDF draft",
            ["posts/tower/deep/demo.html"] = "<script>alert(1)</script>",
            ["posts/tower/film.mp4"] = "film",
            ["posts/tower/plans.pdf"] = "%PDF plans",
            ["posts/tower/index.md"] = Bundle,
        });
}
