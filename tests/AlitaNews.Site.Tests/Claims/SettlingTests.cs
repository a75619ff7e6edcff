using System.Text.Json;
using AlitaNews.Site.Tests.Running;
using static AlitaNews.Site.Tests.Claims.Copy;

namespace AlitaNews.Site.Tests.Claims;

/// <summary>A status that changes is told everywhere at once: by one new file, or by the clock with no file touched.</summary>
public sealed class SettlingTests
{
    private static readonly string First = Article(
        "first", "2023-01-10T09:30:00Z", "id: shoot, text: The shoot starts in 2023, status: rumour, due: 2023, test: A notice, sources: [insider, {id: reel, role: relay}], known: [Both want it], unknown: [Who the insider is]");

    private static readonly string Settles = Article(
        "second",
        "2024-02-01T10:00:00Z",
        $"id: shoot, status: missed, note: No shoot was announced., {Proof}",
        "id: shoot-2024, text: The shoot starts in 2024, status: rumour, due: 2024, test: A notice, sources: [insider], supersedes: [shoot]");

    [Fact]
    public async Task One_new_file_settles_a_claim_on_every_page_that_tells_of_it()
    {
        await using var site = await NewsSite.StartAsync("2024-02-02T12:00:00Z", new Dictionary<string, string>(Paper) { ["articles/film/first.md"] = First });
        Assert.Equal("overdue", (await site.OpenPageAsync("/news/first")).QuerySelector("article")!.GetAttribute("data-status"));

        await site.SaveAsync(("articles/film/second.md", Settles));

        var article = await site.OpenPageAsync("/news/first");
        Assert.Equal("missed", article.QuerySelector("article")!.GetAttribute("data-status"));
        Assert.Contains("When published (10 January 2023): rumour. Since 1 February 2024: did not happen.", article.QuerySelector("aside[data-banner=missed]")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("DID NOT HAPPEN: Story first", article.Title, StringComparison.Ordinal);

        var tracker = await site.OpenPageAsync("/rumours?status=missed");
        Assert.Equal("missed", tracker.QuerySelector("[data-claim=shoot] [data-label]")!.GetAttribute("data-label"));

        var claim = await site.OpenPageAsync("/claims/shoot");
        Assert.StartsWith("DID NOT HAPPEN: The shoot starts in 2023", claim.Title, StringComparison.Ordinal);
        Assert.Equal(["missed", "overdue", "rumour"], claim.QuerySelectorAll("[data-moment]").Select(static moment => moment.GetAttribute("data-moment")));
        Assert.Equal("https://example.org/proof", claim.QuerySelector("[data-moment=missed] a[rel~=external]")!.GetAttribute("href"));
        Assert.Equal("No shoot was announced.", claim.QuerySelector("header .standfirst")!.TextContent);
        Assert.Equal("One outlet, one source.", claim.QuerySelector("[data-echo]")!.TextContent);
        Assert.Equal(["/news/first", "/news/second"], claim.QuerySelectorAll("[data-carriers] a").Select(static link => link.GetAttribute("href")));
        Assert.Equal("shoot-2024", claim.QuerySelector("[data-relation='Replaced by'] [data-claim]")!.GetAttribute("data-claim"));
        Assert.Equal("shoot", (await site.OpenPageAsync("/claims/shoot-2024")).QuerySelector("[data-relation='Replaces'] [data-claim]")!.GetAttribute("data-claim"));

        using var data = JsonDocument.Parse(await site.ReadAsync("/claims/shoot.json"));
        Assert.Equal("missed", data.RootElement.GetProperty("display").GetString());
        Assert.Equal("shoot-2024", data.RootElement.GetProperty("superseded_by")[0].GetString());
        Assert.Equal(["first", "second"], data.RootElement.GetProperty("articles").EnumerateArray().Select(static slug => slug.GetString()));

        var log = await site.OpenPageAsync("/status");
        Assert.Equal(["overdue missed", "rumour overdue"], log.QuerySelectorAll("[data-change=shoot]").Select(static change => $"{change.GetAttribute("data-was")} {change.GetAttribute("data-now")}"));
        Assert.DoesNotContain("claim-shoot@", await site.ReadAsync("/claims/due.ics"), StringComparison.Ordinal);
        Assert.Contains("missed", (await site.OpenPageAsync("/")).QuerySelectorAll("[data-claim=shoot] [data-label]").Select(static label => label.GetAttribute("data-label")));
    }

    [Fact]
    public async Task A_due_date_that_passes_is_told_with_no_file_touched()
    {
        await using var site = await NewsSite.StartAsync("2023-12-31T23:59:00Z", new Dictionary<string, string>(Paper) { ["articles/film/first.md"] = First });
        Assert.Single((await site.OpenPageAsync("/rumours?due=soon")).QuerySelectorAll("li[data-claim=shoot]"));
        Assert.Empty((await site.OpenPageAsync("/rumours?due=overdue")).QuerySelectorAll("li[data-claim]"));

        await site.MoveClockAsync("2024-01-01T00:00:00Z");

        var article = await site.OpenPageAsync("/news/first");
        Assert.StartsWith("OVERDUE RUMOUR: Story first", article.Title, StringComparison.Ordinal);
        Assert.Contains("Was due by the end of 2023. We have found no confirmation.", article.QuerySelector("aside[data-banner=overdue]")!.TextContent, StringComparison.Ordinal);
        Assert.Single((await site.OpenPageAsync("/rumours?due=overdue")).QuerySelectorAll("li[data-claim=shoot]"));
        Assert.Empty((await site.OpenPageAsync("/rumours?due=soon")).QuerySelectorAll("li[data-claim]"));
        Assert.Contains("The due date passed", (await site.OpenPageAsync("/status")).QuerySelector("[data-change=shoot]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:OVERDUE RUMOUR: The shoot starts in 2023", await site.ReadAsync("/claims/due.ics"), StringComparison.Ordinal);
        using var data = JsonDocument.Parse(await site.ReadAsync("/claims.json?due=overdue"));
        Assert.Equal("2024-01-01T00:00:00Z", data.RootElement.GetProperty("items")[0].GetProperty("updated").GetString());
    }

    [Fact]
    public async Task A_reversed_verdict_corrects_the_page_that_gave_it()
    {
        await using var site = await NewsSite.StartAsync("2024-03-01T12:00:00Z", new Dictionary<string, string>(Paper)
        {
            ["articles/film/wrong.md"] = Article("wrong", "2024-01-10", "corrections: [{date: 2024-01-11, text: A name., was: Ann, now: Anne}]", [$"id: shoot, text: The shoot began, status: confirmed, {Proof}"]),
        });
        Assert.Equal(["wrong"], (await site.OpenPageAsync("/corrections")).QuerySelectorAll("[data-correction]").Select(static one => one.GetAttribute("data-correction")));

        await site.SaveAsync(("articles/film/right.md", Article("right", "2024-02-01", $"id: shoot, status: debunked, note: It had not., {Proof}")));

        var box = (await site.OpenPageAsync("/news/wrong")).QuerySelectorAll(".corrections li").Select(static item => item.TextContent).ToList();
        Assert.Equal(2, box.Count);
        Assert.Contains("This article’s verdict was “confirmed”. That was wrong: the verdict is “debunked”.", box[0], StringComparison.Ordinal);
        Assert.Contains("Was Ann.", box[1], StringComparison.Ordinal);
        Assert.Equal(["wrong", "wrong"], (await site.OpenPageAsync("/corrections")).QuerySelectorAll("[data-correction]").Select(static one => one.GetAttribute("data-correction")));
        Assert.Empty((await site.OpenPageAsync("/news/right")).QuerySelectorAll(".corrections li"));

        await site.SaveAsync(("articles/film/right.md", null));
        Assert.Equal(2, (await site.OpenPageAsync("/news/wrong")).QuerySelectorAll(".corrections li").Length);
    }

    [Fact]
    public async Task What_is_scheduled_does_not_leak()
    {
        await using var site = await NewsSite.StartAsync("2024-01-01T00:00:00Z", new Dictionary<string, string>(Paper)
        {
            ["articles/film/first.md"] = First,
            ["articles/film/later.md"] = Article("later", "2024-05-01", "topics: [secret]", [$"id: shoot, status: confirmed, sources: [whisper], {Proof}", "id: new, text: Something new, status: rumour, sources: [insider]"]),
        });

        Assert.Equal(404, (await site.AskAsync("/claims/new")).Status);
        Assert.Equal(404, (await site.AskAsync("/claims/new.json")).Status);
        foreach (var address in new[] { "/rumours?topic=secret", "/rumours?source=whisper", "/claims.json?topic=secret", "/claims.json?source=whisper" })
            Assert.DoesNotContain("The shoot starts", await site.ReadAsync(address), StringComparison.Ordinal);
        foreach (var address in new[] { "/claims/shoot", "/claims/shoot.json" })
        {
            var page = await site.ReadAsync(address);
            Assert.DoesNotContain("whisper", page, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", page, StringComparison.Ordinal);
            Assert.DoesNotContain("later", page, StringComparison.Ordinal);
        }

        await site.MoveClockAsync("2024-05-01T00:00:00+01:00");
        Assert.Contains("The shoot starts", await site.ReadAsync("/rumours?topic=secret"), StringComparison.Ordinal);
        Assert.Contains("The shoot starts", await site.ReadAsync("/rumours?source=whisper"), StringComparison.Ordinal);
        Assert.Equal(200, (await site.AskAsync("/claims/new")).Status);
    }
}
