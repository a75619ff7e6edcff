using System.Text.Json;
using AlitaNews.Site.Tests.Running;

namespace AlitaNews.Site.Tests.Sources;

public sealed class SourceTests(SourceTests.Paper paper) : IClassFixture<SourceTests.Paper>
{
    private NewsSite Site => paper.Site;

    private static async Task<NewsSite> StartAsync()
    {
        var files = new Dictionary<string, string>
        {
            ["site.yaml"] = "title: Test\nbase-url: https://news.example\ntimezone: Europe/London\nlicense: CC-BY-4.0\nreport: desk@news.example\n",
            ["sources/reel.md"] = "---\nname: The Daily Reel\nkind: outlet\naliases: [daily-reel]\n---\nAn outlet.\n",
            ["sources/studio.md"] = "---\nname: The Studio\nkind: official\n---\n",
            ["sources/insider.md"] = "---\nname: Studio insider\nkind: anonymous-class\n---\n",
            ["sources/fan.md"] = "---\nname: A fan\nkind: leaker\n---\n",
        };

        // Twelve claims of the Reel, ten of which came true; two of the fan's, one of them denied by the Reel.
        for (var i = 1; i <= 12; i++)
        {
            files[$"articles/film/said{i}.md"] = Said(i, $"reel{i}", "rumour", i % 2 == 0 ? "reel" : "daily-reel", $"2023-01-{i:00}");
            files[$"articles/film/settled{i}.md"] = Settled($"reel{i}", i > 10 ? "debunked" : "confirmed", $"2023-02-{i:00}");
        }

        files["articles/film/fan1.md"] = Said(21, "fan1", "rumour", "fan", "2023-01-01");
        files["articles/film/fan1-settled.md"] = Settled("fan1", "partly", "2023-02-01");
        files["articles/film/open.md"] = Said(22, "open", "rumour", "insider", "2024-01-01");
        files["articles/film/later.md"] = Said(23, "later", "rumour", "mole", "2024-03-01");
        return await NewsSite.StartAsync("2024-02-02T12:00:00Z", files);
    }

    [Fact]
    public async Task Sources_are_ranked_by_the_lower_bound_and_what_is_not_rated_comes_last()
    {
        var page = await Site.OpenPageAsync("/sources");

        Assert.Equal(["The Daily Reel", "A fan", "Studio insider", "The Studio"], page.QuerySelectorAll(".ranking th a").Select(static link => link.TextContent));
        Assert.Equal(
            ["between about 56 % and 90 % (10 of 12)", "½ of 1 came true. Too few to rate.", "Not ranked: fewer than three stories rest on people of this kind.", "Not ranked: an official voice speaks for itself."],
            page.QuerySelectorAll(".ranking td:nth-child(3)").Select(static cell => cell.TextContent.Trim()));
        Assert.Equal("mailto:desk@news.example", page.QuerySelector(".record-rules a[href^=mailto]")!.GetAttribute("href")!.Split('?')[0]);
    }

    [Fact]
    public async Task A_source_shows_its_record_and_all_its_claims_with_its_part_in_them()
    {
        var page = await Site.OpenPageAsync("/sources/reel");

        Assert.Equal("between about 56 % and 90 % (10 of 12)", page.QuerySelector(".record")!.TextContent.Trim());
        Assert.Equal(12, page.QuerySelectorAll(".entry").Length);
        Assert.Equal("Said it first", page.QuerySelector(".entry-side:last-child")!.TextContent);
        Assert.Equal(2, page.QuerySelectorAll(".entry [data-label=debunked]").Length);
    }

    [Theory]
    [InlineData("/sources/daily-reel", 301)]
    [InlineData("/sources/studio", 200)]
    [InlineData("/sources/nobody", 404)]
    [InlineData("/sources/mole", 404)] // cited by a story to come only
    [InlineData("/sources/reel?page=2", 404)]
    [InlineData("/sources?page=2", 404)]
    [InlineData("/sources.json?page=2", 404)]
    public async Task A_source_is_there_while_it_has_a_file_or_is_cited(string address, int status) => Assert.Equal(status, (await Site.AskAsync(address)).Status);

    [Fact]
    public async Task The_data_say_what_the_page_shows_and_nothing_more()
    {
        using var answer = await Site.Public.GetAsync("/sources.json");
        using var data = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var items = data.RootElement.GetProperty("items").EnumerateArray().ToDictionary(static item => item.GetProperty("id").GetString()!);

        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", data.RootElement.GetProperty("license").GetString());
        Assert.Equal(JsonValueKind.Null, data.RootElement.GetProperty("next").ValueKind);
        Assert.Equal("https://news.example/sources/reel", items["reel"].GetProperty("url").GetString());
        Assert.Equal("anonymous-class", items["insider"].GetProperty("kind").GetString());
        Assert.Equal(("range", 12, 10), (items["reel"].GetProperty("shown").GetString(), items["reel"].GetProperty("settled").GetInt32(), items["reel"].GetProperty("came_true").GetInt32()));
        Assert.Equal(JsonValueKind.Null, items["reel"].GetProperty("score").ValueKind);
        Assert.Equal(0.56, items["reel"].GetProperty("low").GetDouble(), 2);
        Assert.Equal(JsonValueKind.Null, items["fan"].GetProperty("low").ValueKind);
        Assert.Equal("none", items["studio"].GetProperty("shown").GetString());
    }

    [Fact]
    public async Task A_verdict_moves_the_record_at_once()
    {
        await using var site = await StartAsync();
        await site.OpenPageAsync("/sources");
        await site.SaveAsync(("articles/film/fan1-settled.md", Settled("fan1", "confirmed", "2023-02-01")));

        Assert.Equal("1 of 1 came true. Too few to rate.", (await site.OpenPageAsync("/sources/fan")).QuerySelector(".record")!.TextContent.Trim());
    }

    private static string Said(int n, string claim, string status, string source, string date) =>
        $"---\ntitle: Story {n}\ndate: {date}\nclaims:\n  - {{id: {claim}, text: Claim {n}, status: {status}, sources: [{source}]}}\n---\nText.\n";

    private static string Settled(string claim, string status, string date) =>
        $"---\ntitle: Settled {claim}\ndate: {date}\nclaims:\n  - id: {claim}\n    status: {status}\n    note: Seen\n    evidence: [{{url: \"https://e.example/x\", title: E, kind: document}}]\n---\nText.\n";

    /// <summary>One site for the tests that only read; those that change something start one of their own.</summary>
    public sealed class Paper : IAsyncLifetime
    {
        internal NewsSite Site { get; private set; } = null!;

        public async Task InitializeAsync() => Site = await StartAsync();

        public async Task DisposeAsync() => await Site.DisposeAsync();
    }
}
