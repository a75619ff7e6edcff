using System.Globalization;
using System.Text.Json;
using AlitaNews.Site.Tests.Running;
using AlitaNews.Web;
using AngleSharp.Dom;
using static AlitaNews.Site.Tests.Claims.Copy;

namespace AlitaNews.Site.Tests.Claims;

/// <summary>What editors get wrong about claims: each is named with its place, and the site shows what it can stand behind.</summary>
public sealed class BadCopyTests(BadCopyTests.Desk desk) : IClassFixture<BadCopyTests.Desk>
{
    private const string Film = "articles/film/";

    [Theory]
    [InlineData("circle-2.md", 8, "AN0605", "\"circle-b\" cannot supersede \"circle-a\"")]
    [InlineData("fight-2.md", 8, "AN0602", "")]
    [InlineData("unknown.md", 10, "AN0302", "did you mean \"reused\"")]
    [InlineData("unknown.md", 8, "AN0302", "no-such-claim")]
    [InlineData("reused-2.md", 8, "AN0611", "")]
    [InlineData("bare-2.md", 8, "AN0601", "")]
    [InlineData("bare-first.md", 8, "AN0601", "")]
    [InlineData("dated-forward.md", 8, "AN0610", "")]
    [InlineData("carrier.md", 1, "AN0609", "")]
    public void Each_mistake_is_named_with_its_place(string file, int line, string code, string words) =>
        Assert.Contains(desk.Problems, problem => problem.Path == Film + file && problem.Line == line && problem.Code == code && problem.Message.Contains(words, StringComparison.Ordinal));

    [Theory]
    [InlineData("circle-a", "rumour", "")]
    [InlineData("circle-b", "superseded", "superseded")]
    [InlineData("fight", "disputed", "disputed")]
    [InlineData("reused", "rumour", "")]
    [InlineData("bare", "rumour", "")]
    [InlineData("bare-first", "unverified", "")]
    [InlineData("dated-back", "confirmed", "")]
    [InlineData("dated-forward", "confirmed", "")]
    [InlineData("carried", "rumour", "")]
    public async Task The_site_shows_what_it_can_stand_behind(string claim, string display, string flags)
    {
        var page = await desk.Site.OpenPageAsync("/claims/" + claim);
        Assert.Equal(display, page.QuerySelector("article")!.GetAttribute("data-status"));
        using var data = JsonDocument.Parse(await desk.Site.ReadAsync($"/claims/{claim}.json"));
        Assert.Equal((display, flags), (data.RootElement.GetProperty("display").GetString(), string.Join(' ', data.RootElement.GetProperty("flags").EnumerateArray())));
    }

    [Fact]
    public async Task Of_two_verdicts_of_one_day_a_reader_sees_both()
    {
        var account = (await desk.Site.OpenPageAsync("/claims/fight")).QuerySelectorAll(".timeline li").Select(static moment => moment.TextContent).ToList();
        Assert.Equal(3, account.Count);
        Assert.Contains("The article’s verdict: debunked.", account[0], StringComparison.Ordinal);
        Assert.Contains("The article’s verdict: confirmed.", account[1], StringComparison.Ordinal);
        foreach (var article in new[] { "fight", "fight-1", "fight-2" })
            Assert.Equal("disputed", (await desk.Site.OpenPageAsync("/news/" + article)).QuerySelector("aside[data-banner]")!.GetAttribute("data-banner"));
    }

    [Fact]
    public async Task A_claim_keeps_its_first_meaning_and_an_unknown_one_is_plain_text()
    {
        Assert.Equal("It was said first", (await desk.Site.OpenPageAsync("/claims/reused")).QuerySelector("h1")!.TextContent);
        var text = (await desk.Site.OpenPageAsync("/news/unknown")).QuerySelector(".prose")!;
        Assert.Equal("See that and this.", text.TextContent.Trim());
        Assert.Empty(text.QuerySelectorAll("a"));
        Assert.Equal(404, (await desk.Site.AskAsync("/claims/reusd")).Status);
    }

    [Fact]
    public async Task A_verdict_without_evidence_is_held_and_said_to_be()
    {
        var page = await desk.Site.OpenPageAsync("/claims/bare");
        Assert.NotNull(page.QuerySelector("[data-held]"));
        Assert.Contains("calls this confirmed without showing evidence", page.QuerySelector(".timeline .held")!.TextContent, StringComparison.Ordinal);
        using var data = JsonDocument.Parse(await desk.Site.ReadAsync("/claims/bare.json"));
        Assert.True(data.RootElement.GetProperty("held").GetBoolean());
        Assert.Equal("rumour", (await desk.Site.OpenPageAsync("/news/bare-1")).QuerySelector("aside[data-banner]")!.GetAttribute("data-banner"));
    }

    [Fact]
    public async Task A_confirmation_dated_back_is_told_when_it_was_printed()
    {
        var newest = (await desk.Site.OpenPageAsync("/claims/dated-back")).QuerySelector(".timeline li")!;
        Assert.Equal("2024-02-20T00:00:00Z", newest.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Contains("as of 20 January 2024", Words(newest), StringComparison.Ordinal);
        Assert.Contains("since 20 February 2024", Words((await desk.Site.OpenPageAsync("/rumours?status=confirmed")).QuerySelector("[data-claim=dated-back]")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_outlives_the_article_that_was_deleted()
    {
        Assert.Equal(410, (await desk.Site.AskAsync("/news/carrier")).Status);
        var page = await desk.Site.OpenPageAsync("/claims/carried");
        Assert.Contains("(no longer here)", page.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("[data-carriers]"));
        Assert.Contains("None that carried it is here any more.", page.Body!.TextContent, StringComparison.Ordinal);
        using var gone = await desk.Site.Public.GetAsync("/news/carrier");
        Assert.Contains("/claims/carried", await gone.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What the desk says of a file.</summary>
    public sealed record Problem(string Path, int Line, string Code, string Message);

    /// <summary>One site with every mistake in it.</summary>
    public sealed class Desk : IAsyncLifetime
    {
        internal NewsSite Site { get; private set; } = null!;

        internal IReadOnlyList<Problem> Problems { get; private set; } = [];

        public async Task InitializeAsync()
        {
            var files = Paper;
            void Say(string name, string date, string claim) => files[$"{Film}{name}.md"] = Article(name, date, claim);
            Say("circle-1", "2024-01-01", "id: circle-a, text: A comes first, status: rumour, sources: [insider], supersedes: [circle-b]");
            Say("circle-2", "2024-01-02", "id: circle-b, text: B comes first, status: rumour, sources: [insider], supersedes: [circle-a]");
            Say("fight", "2024-01-03", "id: fight, text: There is a fight, status: rumour, sources: [insider]");
            Say("fight-1", "2024-02-01T10:00:00Z", $"id: fight, status: confirmed, {Proof}");
            Say("fight-2", "2024-02-01T10:00:00Z", $"id: fight, status: debunked, note: Not so., {Proof}");
            Say("unknown", "2024-01-04", "id: known-one, text: One is known, status: rumour, sources: [insider], contradicts: [no-such-claim]");
            files[Film + "unknown.md"] = files[Film + "unknown.md"].Replace("Text about it.", "See [that](claim:reusd) and [this](claim:nothing-like-it).", StringComparison.Ordinal);
            Say("reused-1", "2024-01-05", "id: reused, text: It was said first, status: rumour, sources: [insider]");
            Say("reused-2", "2024-01-06", "id: reused, text: Quite another thing is meant, status: rumour, sources: [insider]");
            Say("bare-1", "2024-01-07", "id: bare, text: It is bare, status: rumour, sources: [insider]");
            Say("bare-2", "2024-01-08", "id: bare, status: confirmed");
            Say("bare-first", "2024-01-09", "id: bare-first, text: It is bare from the start, status: confirmed, sources: [insider]");
            Say("dated-back-1", "2024-01-10", "id: dated-back, text: It was dated back, status: rumour, sources: [insider]");
            Say("dated-back-2", "2024-02-20", $"id: dated-back, status: confirmed, asof: 2024-01-20, {Proof}");
            Say("dated-forward", "2024-01-11", $"id: dated-forward, text: It was dated forward, status: confirmed, asof: 2024-05-01, {Proof}");
            Say("carrier", "2024-01-12", "id: carried, text: It was carried, status: rumour, sources: [insider]");
            Site = await NewsSite.StartAsync("2024-03-01T12:00:00Z", files);
            await Site.SaveAsync((Film + "carrier.md", null));
            using var management = new HttpClient { BaseAddress = new Uri(Site.Part<Listeners>().ManagementAddress) };
            using var found = JsonDocument.Parse(await management.GetStringAsync("/desk/problems.json"));
            Problems = [.. found.RootElement.EnumerateArray().Select(static one => new Problem(Text(one, "path"), one.GetProperty("line").GetInt32(), Text(one, "code"), Text(one, "message")))];
        }

        public async Task DisposeAsync() => await Site.DisposeAsync();

        private static string Text(JsonElement problem, string name) => Convert.ToString(problem.GetProperty(name), CultureInfo.InvariantCulture) ?? "";
    }
}
