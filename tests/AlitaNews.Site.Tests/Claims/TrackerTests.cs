using AlitaNews.Site.Tests.Running;
using AlitaNews.Store.Claims;
using static AlitaNews.Site.Tests.Claims.Copy;

namespace AlitaNews.Site.Tests.Claims;

/// <summary>The rumour tracker, and the addresses of claims.</summary>
public sealed class TrackerTests
{
    [Fact]
    public async Task Filters_pages_and_counts_are_those_of_the_contract()
    {
        var files = Paper;
        for (var i = 1; i <= 21; i++)
            files[$"articles/film/a{i}.md"] = Article($"a{i}", $"2023-01-{i:00}", $"id: open-{i}, text: Open number {i}, status: rumour, sources: [insider]");
        files["articles/film/done.md"] = Article("done", "2023-02-01", "topics: [other]", [$"id: done, text: It is done, status: confirmed, sources: [studio], {Proof}"]);
        await using var site = await NewsSite.StartAsync("2023-03-01T00:00:00Z", files);

        var first = await site.OpenPageAsync("/rumours");
        Assert.Equal(["done", .. Enumerable.Range(3, 19).Reverse().Select(static i => $"open-{i}")], Listed(first));
        Assert.Equal("/rumours?page=2", first.QuerySelector("link[rel=next]")!.GetAttribute("href"));
        Assert.Equal(["22 in all", "21 rumour", "1 confirmed"], first.QuerySelectorAll(".state-tabs a").Select(static tab => tab.TextContent.Trim()));
        Assert.Equal(["open-2", "open-1"], Listed(await site.OpenPageAsync("/rumours?page=2")));
        Assert.Equal(["done"], Listed(await site.OpenPageAsync("/rumours?status=confirmed")));
        Assert.Equal(["done"], Listed(await site.OpenPageAsync("/rumours?topic=other&source=studio")));
        Assert.Equal(21, Listed(await site.OpenPageAsync("/rumours?source=insider")).Count + Listed(await site.OpenPageAsync("/rumours?source=insider&page=2")).Count);
        Assert.Equal("https://alita.example/rumours?status=confirmed", (await site.OpenPageAsync("/rumours?status=confirmed&colour=red")).QuerySelector("link[rel=canonical]")!.GetAttribute("href"));

        Assert.Equal("Rumour tracker: confirmed, other, studio – AlitaNews", (await site.OpenPageAsync("/rumours?status=confirmed&topic=other&source=studio")).Title);
        Assert.Equal("Rumour tracker: A studio insider, page 2 – AlitaNews", (await site.OpenPageAsync("/rumours?source=insider&page=2")).Title);

        Assert.Equal(404, (await site.AskAsync("/rumours?page=3")).Status);
        Assert.Equal(404, (await site.AskAsync("/rumours?page=x")).Status);
        Assert.Equal((308, "/rumours"), await site.AskAsync("/rumours?page=1"));
        Assert.Equal((308, "/rumours"), await site.AskAsync("/claims"));
        foreach (var unknown in new[] { "status=none", "status=Rumour", "status=odd", "due=later" })
        {
            Assert.Equal(400, (await site.AskAsync("/rumours?" + unknown)).Status);
            Assert.Equal(400, (await site.AskAsync("/claims.json?" + unknown)).Status);
        }

        using var empty = await site.Public.GetAsync("/rumours?topic=nothing");
        Assert.Equal(200, (int)empty.StatusCode);
        Assert.Equal("noindex", empty.Headers.GetValues("X-Robots-Tag").Single());
    }

    [Fact]
    public async Task An_empty_site_has_a_tracker_a_log_and_an_archive()
    {
        await using var site = await NewsSite.StartAsync("2023-03-01T00:00:00Z", new Dictionary<string, string>());

        foreach (var address in new[] { "/rumours", "/status", "/corrections", "/claims.json", "/claims/due.ics" })
            Assert.Equal(200, (await site.AskAsync(address)).Status);
        Assert.Equal(404, (await site.AskAsync("/claims/nothing")).Status);
        Assert.Equal(404, (await site.AskAsync("/claims/nothing/embed")).Status);
    }

    [Fact]
    public async Task Merged_claims_lead_to_the_one_they_are()
    {
        await using var site = await NewsSite.StartAsync("2023-03-01T00:00:00Z", new Dictionary<string, string>(Paper)
        {
            ["articles/film/a.md"] = Article("a", "2023-01-01", "id: old-name, text: The same, status: rumour, sources: [insider]"),
            ["articles/film/b.md"] = Article("b", "2023-01-02", "id: new-name, text: The same thing, status: rumour, sources: [insider]"),
            ["claims/new-name.md"] = "---\nmerges: [old-name]\naliases: [third-name]\n---\nTwo reports of [one thing](claim:old-name), on [the rumours page](/rumours).\n",
        });

        foreach (var old in new[] { "old-name", "third-name" })
        {
            Assert.Equal((301, "/claims/new-name"), await site.AskAsync($"/claims/{old}"));
            Assert.Equal((301, "/claims/new-name.json"), await site.AskAsync($"/claims/{old}.json"));
            Assert.Equal((301, "/claims/new-name/embed"), await site.AskAsync($"/claims/{old}/embed"));
        }

        var claim = await site.OpenPageAsync("/claims/new-name");
        Assert.Equal(["/news/a", "/news/b"], claim.QuerySelectorAll("[data-carriers] a").Select(static link => link.GetAttribute("href")));
        Assert.Equal("rumour", claim.QuerySelector(".prose a[data-claim]")!.GetAttribute("data-claim-status"));
        Assert.NotNull(claim.QuerySelector(".prose a[href='/rumours']"));
        Assert.Equal(["new-name"], Listed(await site.OpenPageAsync("/rumours")));
    }

    [Fact]
    public async Task A_card_may_stand_in_the_frames_of_others_and_is_not_indexed()
    {
        await using var site = await NewsSite.StartAsync("2023-03-01T00:00:00Z", new Dictionary<string, string>(Paper)
        {
            ["articles/film/a.md"] = Article("a", "2023-01-01", "id: shoot, text: The shoot starts, status: rumour, sources: [insider]"),
        });

        using var answer = await site.Public.GetAsync("/claims/shoot/embed");

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());
        Assert.Contains("frame-ancestors *", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("rumour", (await site.OpenPageAsync("/claims/shoot/embed")).QuerySelector("[data-claim=shoot]")!.GetAttribute("data-status"));
    }

    [Fact]
    public async Task What_is_known_of_a_topic_is_sorted_by_how_it_stands()
    {
        await using var site = await NewsSite.StartAsync("2024-03-01T00:00:00Z", new Dictionary<string, string>(Paper)
        {
            ["articles/film/a.md"] = Article(
                "a",
                "2023-01-01",
                "id: open, text: Open, status: rumour, sources: [insider]",
                "id: late, text: Late, status: rumour, due: 2023, test: A notice, sources: [insider]",
                $"id: so, text: So, status: confirmed, {Proof}",
                $"id: not-so, text: Not so, status: debunked, {Proof}",
                "id: void, text: Void, status: withdrawn, note: Ours."),
            ["articles/film/b.md"] = Article("b", "2023-01-02", "topics: [other]", ["id: elsewhere, text: Elsewhere, status: rumour, sources: [insider]"]),
        });

        var known = await site.Part<TopicClaimQueries>().ReadAsync("alita", site.Clock.Now, CancellationToken.None);

        Assert.Equal(5, known.Total);
        Assert.Equal(["Open: open", "Overdue: late", "Confirmed: so", "Not so: not-so"], known.Parts.Select(static part => $"{part.Title}: {string.Join(' ', part.Claims.Select(static claim => claim.Id))}"));
        Assert.Equal("A studio insider", known.Parts[0].Claims[0].Voices[0].Name);
    }

    [Fact]
    public async Task An_open_rumour_of_unnamed_people_stands_beside_how_such_rumours_end()
    {
        var files = new Dictionary<string, string>(Paper);
        for (var i = 1; i <= 6; i++)
        {
            files[$"articles/film/said-{i}.md"] = Article($"said-{i}", $"2023-01-0{i}", $"id: c{i}, text: Number {i}, status: rumour, type: production-start, sources: [insider]");
            files[$"articles/film/done-{i}.md"] = Article($"done-{i}", $"2023-02-0{i}", $"id: c{i}, status: {(i == 1 ? "confirmed" : "debunked")}, {Proof}");
        }

        files["articles/film/open.md"] = Article("open", "2023-02-10", "id: open, text: Open, status: rumour, type: production-start, sources: [insider]", "id: named, text: Named, status: rumour, type: production-start, sources: [agent]");
        await using var site = await NewsSite.StartAsync("2023-03-01T00:00:00Z", files);

        var claim = await site.OpenPageAsync("/claims/open");

        Assert.Matches("^Of 6 settled rumours of the kind “production start” from “A studio insider” here, between about \\d+ % and \\d+ % came true.$", claim.QuerySelector("[data-base-rate] .record")!.TextContent);
        Assert.Contains("between about", claim.QuerySelector("[data-role=origin]")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await site.OpenPageAsync("/claims/named")).QuerySelector("[data-base-rate]"));
        Assert.Null((await site.OpenPageAsync("/claims/c1")).QuerySelector("[data-base-rate]"));
    }

    private static List<string?> Listed(AngleSharp.Dom.IDocument page) => [.. page.QuerySelectorAll("li[data-claim]").Select(static entry => entry.GetAttribute("data-claim"))];
}
