using System.Text.Json;
using AlitaNews.Site.Tests.Running;
using static AlitaNews.Site.Tests.Claims.Copy;

namespace AlitaNews.Site.Tests.Claims;

/// <summary>The test vectors of the content contract, section 8, as readers and machines see them: all in one folder, the clock alone moves.</summary>
public sealed class ContractVectorTests
{
    private static readonly (string Vector, string[] Stories)[] Stories =
    [
        ("v1", [Rumour("v1", "due: 2023")]),
        ("v3", [Rumour("v3", "due: 2023"), Says("v3", "b", "2024-02-01", "missed", Proof)]),
        ("v4", [Rumour("v4", "due: 2023"), Says("v4", "b", "2024-06-01", "confirmed", Proof)]),
        ("v5", [Rumour("v5"), Says("v5", "b", "2023-05-01", "confirmed", Proof)]),
        ("v6", [Rumour("v6"), Says("v6", "b", "2023-05-20", "confirmed")]),
        ("v7", [Rumour("v7"), Says("v7", "b", "2023-05-20T10:00:00Z", "confirmed", Proof), Says("v7", "c", "2023-05-20T16:00:00Z", "debunked", Proof)]),
        ("v8", [Rumour("v8"), Says("v8", "b", "2023-05-20T10:00:00Z", "confirmed", Proof), Says("v8", "c", "2023-05-20T16:00:00Z", "debunked", Proof, "after: [v8-b]", "note: The studio erred.")]),
        ("v9", [Rumour("v9"), Says("v9", "b", "2023-05-20", "confirmed", Proof), Says("v9", "c", "2023-05-28", "debunked", Proof)]),
        ("v10", [Rumour("v10", "due: 2023"), Says("v10", "b", "2023-12-01", "rumour", "due: 2024-Q2", "note: The studio moved it.")]),
        ("v11", [Rumour("v11", "due: 2023"), Article("v11-b", "2024-01-20", "id: v11-new, text: It is another, status: rumour, sources: [insider], supersedes: [v11]")]),
        ("v12", [Rumour("v12").Replace("rumour", "rumor", StringComparison.Ordinal), Says("v12", "b", "2023-02-10", "\"false\"", Proof), Says("v12", "c", "2023-03-10", "unverified", "note: A new document.")]),
        ("v13", [Rumour("v13"), Says("v13", "b", "2023-08-01", "confirmed", "asof: 2023-03-01", Proof)]),
    ];

    // In the order of the clock: it only runs on.
    private static readonly (string Clock, string Vector, string Display, string Header, bool Held)[] Expected =
    [
        ("2023-04-30T00:00:00+01:00", "v5", "rumour", "rumour", false),
        ("2023-06-01T00:00:00+01:00", "v6", "rumour", "rumour", true),
        ("2023-06-01T00:00:00+01:00", "v7", "disputed", "confirmed; disputed", false),
        ("2023-06-01T00:00:00+01:00", "v8", "debunked", "debunked; reversed", false),
        ("2023-06-01T00:00:00+01:00", "v9", "debunked", "debunked; reversed", false),
        ("2023-06-01T00:00:00+01:00", "v12", "unverified", "unverified; reopened", false),
        ("2023-07-01T00:00:00+01:00", "v13", "rumour", "rumour", false),
        ("2023-12-31T23:59:00Z", "v1", "rumour", "rumour", false),
        ("2024-01-01T00:00:00Z", "v1", "overdue", "rumour; overdue", false),
        ("2024-02-01T00:00:00Z", "v10", "rumour", "rumour; slipped", false),
        ("2024-02-01T00:00:00Z", "v11", "superseded", "rumour; overdue; superseded", false),
        ("2024-02-02T00:00:00Z", "v3", "missed", "missed", false),
        ("2024-06-02T00:00:00Z", "v4", "confirmed", "confirmed", false),
    ];

    [Fact]
    public async Task Readers_and_machines_are_told_what_the_contract_says()
    {
        var files = Paper;
        foreach (var (vector, stories) in Stories)
        {
            for (var i = 0; i < stories.Length; i++)
                files[$"articles/film/{vector}-{(char)('a' + i)}.md"] = stories[i];
        }

        await using var site = await NewsSite.StartAsync(Expected[0].Clock, files);
        foreach (var (clock, vector, display, header, held) in Expected)
        {
            await site.MoveClockAsync(clock);
            Assert.Equal((vector, clock, display), (vector, clock, await ShownOnTheFirstArticleAsync(site, vector)));
            Assert.Equal((vector, clock, display), (vector, clock, (await site.OpenPageAsync($"/claims/{vector}")).QuerySelector("article[data-claim]")!.GetAttribute("data-status")));

            using var answer = await site.Public.GetAsync($"/claims/{vector}.json");
            Assert.Equal(header, answer.Headers.GetValues("Claim-Status").Single());
            using var data = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            var json = data.RootElement;
            Assert.Equal(display, json.GetProperty("display").GetString());
            Assert.Equal(held, json.GetProperty("held").GetBoolean());
            Assert.Equal(header, string.Join("; ", json.GetProperty("flags").EnumerateArray().Select(static flag => flag.GetString()).Prepend(json.GetProperty("status").GetString())));
        }
    }

    private static async Task<string?> ShownOnTheFirstArticleAsync(NewsSite site, string vector)
    {
        var page = await site.OpenPageAsync($"/news/{vector}-a");
        var banner = page.QuerySelector("aside[data-banner]")!.GetAttribute("data-banner");
        Assert.Equal(banner, page.QuerySelector("article[data-article]")!.GetAttribute("data-status"));
        return banner;
    }

    private static string Rumour(string vector, string? due = null) =>
        Article($"{vector}-a", "2023-01-10", $"id: {vector}, text: The shoot of {vector} starts, status: rumour, sources: [insider], test: A notice{(due is null ? "" : ", " + due)}");

    private static string Says(string vector, string article, string date, string status, params string[] more) =>
        Article($"{vector}-{article}", date, string.Join(", ", [$"id: {vector}", $"status: {status}", .. more]));
}
