using System.Net;
using System.Text.Json;
using AngleSharp;
using static AlitaNews.Site.Tests.Live.LiveSite;

namespace AlitaNews.Site.Tests.Live;

public sealed class DeskTests(LiveSite site) : IClassFixture<LiveSite>
{
    private const string Insider = "claims:\n  - { id: wings, text: She has wings, status: rumour, due: 2024-05, test: A look, sources: [insider], known: [nothing], unknown: [all] }\n";

    [Fact]
    public async Task Findings_stand_by_file_with_their_lines_and_as_json()
    {
        site.Write("articles/wrong.md", Article("Wrong", "See [that](claim:no-such-claim) and [this](/news/nowhere)."));
        await site.ReportsAsync("articles/wrong.md", "AN0302");
        var desk = await site.Management.GetStringAsync("/desk");
        var page = await BrowsingContext.New(Configuration.Default).OpenAsync(response => response.Content(desk));
        Assert.Contains(page.QuerySelectorAll(".desk-file"), static file => file.TextContent.Contains("articles/wrong.md", StringComparison.Ordinal));
        Assert.Contains(page.QuerySelectorAll(".desk-quote"), static quote => quote.TextContent.Contains("See [that]", StringComparison.Ordinal));

        using var found = JsonDocument.Parse(await site.Management.GetStringAsync("/desk/problems.json"));
        var mine = found.RootElement.EnumerateArray().Where(static finding => finding.GetProperty("path").GetString() == "articles/wrong.md").ToList();
        Assert.NotEmpty(mine);
        Assert.All(mine, static finding => Assert.Equal(["path", "line", "col", "severity", "code", "message", "hint"], finding.EnumerateObject().Select(static property => property.Name)));
        Assert.Contains(mine, static finding => finding.GetProperty("severity").GetString() == "error" && finding.GetProperty("line").GetInt32() == 5);
    }

    [Fact]
    public async Task A_long_list_shows_its_beginning_and_where_the_rest_is_and_words_narrow_it()
    {
        for (var i = 0; i < 105; i++)
            site.Write($"articles/heap/draft-{i:000}.md", Article($"Heap {i}", "Text.", "draft: true\n"));
        var desk = await site.UntilAsync("/desk?q=heap", static (_, page) => page.Contains("Drafts <b>105</b>", StringComparison.Ordinal), site.Management);
        Assert.Contains("The first 100 of 105.", desk, StringComparison.Ordinal);
        Assert.Contains("href=\"/desk?show=drafts&amp;q=heap\"", desk, StringComparison.Ordinal);
        Assert.DoesNotContain("draft-104.md", desk, StringComparison.Ordinal);

        var whole = await site.Management.GetStringAsync("/desk?show=drafts&q=HEAP");
        Assert.Contains("draft-104.md", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"editions\"", whole, StringComparison.Ordinal);
        Assert.Contains("Drafts <b>1</b>", await site.Management.GetStringAsync("/desk?q=articles/heap/draft-007"), StringComparison.Ordinal);
        Assert.Contains("Drafts <b>0</b>", await site.Management.GetStringAsync("/desk?q=draft%250"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.Management.GetAsync("/desk?q=%00%27\"&show=nothing")).StatusCode);
    }

    [Fact]
    public async Task A_draft_is_previewed_as_it_will_look_and_stays_hidden()
    {
        site.Write("articles/Secret Draft.md", Article("Secret", "Not yet. [Wings](claim:wings).", "draft: true\nkind: rumour\n" + Insider));
        await site.UntilAsync("/desk", static (_, page) => page.Contains("Secret Draft.md", StringComparison.Ordinal), site.Management);
        using var answer = await site.Management.GetAsync("/desk/preview/articles/Secret%20Draft.md");
        var preview = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("Not yet.", preview, StringComparison.Ordinal);
        Assert.Contains("data-banner=\"overdue\"", preview, StringComparison.Ordinal);
        Assert.Contains("data-claim-status=\"overdue\"", preview, StringComparison.Ordinal);
        await site.AnswersAsync("/news/secret-draft", 404);
        await site.AnswersAsync("/desk", 404);
        await site.AnswersAsync("/desk/preview/articles/secret-draft", 404);
        await site.AnswersAsync("/claims/wings", 404);
        await site.UntilAsync("/desk/preview/articles/none.md", static (status, _) => status == 404, site.Management);
    }

    [Fact]
    public async Task A_preview_knows_a_source_by_its_other_names()
    {
        site.Write("sources/studio.md", "---\nname: The Studio\nkind: official\naliases: [the-studio]\n---\n");
        site.Write("articles/official.md", Article("Official", "Text.", "draft: true\nclaims:\n  - { id: word, text: It is so, status: confirmed, sources: [the-studio] }\n"));
        await site.UntilAsync("/desk", static (_, page) => page.Contains("articles/official.md", StringComparison.Ordinal), site.Management);

        Assert.Contains("data-banner=\"confirmed\"", await site.Management.GetStringAsync("/desk/preview/articles/official.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timeline_in_a_draft_ends_with_what_the_draft_says()
    {
        site.Write("articles/tails.md", Article("Tails", "Text.", Insider.Replace("wings", "tails", StringComparison.Ordinal)));
        site.Write("articles/tails-settled.md", Article("Tails, settled", ":::timeline claim=tails\n:::",
            "publish: 2024-02-01\ndraft: true\nclaims:\n  - { id: tails, status: debunked, note: It was a cat., evidence: [\"https://example.org/cat\"] }\n"));
        await site.ShowsAsync("/news/tails", "</html>");
        var preview = await site.UntilAsync("/desk/preview/articles/tails-settled.md", static (status, page) => status == 200 && page.Contains("A draft", StringComparison.Ordinal), site.Management);
        Assert.Contains("It was a cat.", preview, StringComparison.Ordinal);

        site.Write("articles/tails-settled.md", Article("Tails, settled", ":::timeline claim=tails\n:::",
            "publish: 2024-02-01\nclaims:\n  - { id: tails, status: debunked, note: It was a cat., evidence: [\"https://example.org/cat\"] }\n"));
        Assert.Equal(TimelineOf(await site.ShowsAsync("/news/tails-settled", "It was a cat.")), TimelineOf(preview));
    }

    private static string TimelineOf(string page) => page.Split("class=\"timeline\"")[1].Split("</ol>")[0];

    [Fact]
    public async Task A_preview_shows_a_claim_that_was_replaced_and_one_that_the_draft_replaces()
    {
        site.Write("articles/replaced.md", Article("Replaced", "Text.", Insider.Replace("wings", "gills", StringComparison.Ordinal)));
        site.Write("articles/replacing.md", Article("Replacing", "Text.", Insider.Replace("wings", "scales", StringComparison.Ordinal).Replace("status: rumour", "status: rumour, supersedes: [gills]", StringComparison.Ordinal)));
        site.Write("articles/standing.md", Article("Standing", "Text.", Insider.Replace("wings", "horns", StringComparison.Ordinal)));
        site.Write("articles/replaced-draft.md", Article("Old", "It is [old](claim:gills).", "draft: true\nkind: rumour\n" + Insider.Replace("wings", "gills", StringComparison.Ordinal)));
        site.Write("articles/replacing-draft.md", Article("New", "It replaces [that](claim:horns).",
            "draft: true\nkind: rumour\n" + Insider.Replace("wings", "antlers", StringComparison.Ordinal).Replace("status: rumour", "status: rumour, supersedes: [horns]", StringComparison.Ordinal)));
        await site.UntilAsync("/desk", static (_, page) => page.Contains("replacing-draft.md", StringComparison.Ordinal), site.Management);

        Assert.Contains("data-banner=\"superseded\"", await site.Management.GetStringAsync("/desk/preview/articles/replaced-draft.md"), StringComparison.Ordinal);
        Assert.Contains("data-claim-status=\"superseded\"", await site.Management.GetStringAsync("/desk/preview/articles/replacing-draft.md"), StringComparison.Ordinal);
        Assert.Contains("data-status=\"overdue\"", await site.ShowsAsync("/claims/horns", "data-status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_scheduled_and_overdue_is_on_the_desk_with_file_and_line()
    {
        site.Write("articles/soon.md", Article("Coming soon", "Text.", "publish: 2024-06-03T08:00:00Z\n"));
        site.Write("articles/late.md", Article("Late", "Text.", Insider.Replace("wings", "fins", StringComparison.Ordinal)));
        var page = await site.UntilAsync(
            "/desk", static (_, text) => text.Contains("articles/soon.md", StringComparison.Ordinal) && text.Contains("articles/late.md:5", StringComparison.Ordinal), site.Management);
        Assert.Contains("2024-06-03 08:00 UTC", page, StringComparison.Ordinal);
        Assert.Contains("1 changed, 0 removed", page, StringComparison.Ordinal);
        var preview = await site.Management.GetAsync("/desk/preview/articles/soon.md");
        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
    }

    [Fact]
    public async Task The_desk_answers_no_stranger_and_serves_what_its_pages_are_made_of()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/desk");
        request.Headers.Add("Origin", "https://evil.example");
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Management.SendAsync(request)).StatusCode);
        var sheet = (await site.Management.GetStringAsync("/desk")).Split("rel=\"stylesheet\" href=\"")[1].Split('"')[0];
        Assert.Equal(HttpStatusCode.OK, (await site.Management.GetAsync(sheet)).StatusCode);
    }

    [Fact]
    public async Task Open_pages_hear_of_editions_in_development_only()
    {
        await site.AnswersAsync("/reload", 404);
        Assert.DoesNotContain("reload.", await site.ShowsAsync("/", "</html>"), StringComparison.Ordinal);
        await site.EndAsync();
        await site.BeginAsync("Development");
        Assert.Contains("/js/reload.", await site.ShowsAsync("/", "</html>"), StringComparison.Ordinal);
        using var stream = new StreamReader(await site.Public.GetStreamAsync("/reload"));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var first = await stream.ReadLineAsync(patience.Token);
        await stream.ReadLineAsync(patience.Token);
        site.Write("articles/heard.md", Article("Heard", "Text."));
        var second = await stream.ReadLineAsync(patience.Token);
        Assert.StartsWith("data: ", first, StringComparison.Ordinal);
        Assert.StartsWith("data: ", second, StringComparison.Ordinal);
        Assert.NotEqual(first, second);
    }
}
