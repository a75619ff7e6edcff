using System.Net;
using static AlitaNews.Site.Tests.Live.LiveSite;

namespace AlitaNews.Site.Tests.Live;

/// <summary>Every file that the desk names leads to what it looks like, or to why it looks like nothing.</summary>
public sealed class PreviewTests(LiveSite site) : IClassFixture<LiveSite>
{
    [Fact]
    public async Task A_new_article_that_waits_is_shown_as_far_as_it_compiles()
    {
        site.Write("articles/film/_defaults.yaml", "kicker: From the folder\n");
        site.Write("articles/spoken.md", Article("Spoken", "Text."));
        site.Write(
            "articles/film/waits.md",
            "---\ntitle: Waits\ndate: 03/04/2024\nclaims:\n  - { id: early, text: It is early, status: rumour, sources: [x], known: [a], unknown: [b] }\n---\nIt [may](claim:early) be, as [we said](../spoken.md).\n");
        await site.ReportsAsync("articles/film/waits.md", "AN0201");

        var preview = await PreviewAsync("articles/film/waits.md", "readers see nothing of it");
        Assert.Contains("data-banner=\"rumour\"", preview, StringComparison.Ordinal);
        Assert.Contains("data-claim-status=\"rumour\"", preview, StringComparison.Ordinal);
        Assert.Contains("href=\"/news/spoken\"", preview, StringComparison.Ordinal);
        Assert.Contains("From the folder", preview, StringComparison.Ordinal);
        Assert.Contains("AN0201", preview, StringComparison.Ordinal);
        await site.AnswersAsync("/news/waits", 404);
        await site.AnswersAsync("/claims/early", 404);
    }

    [Fact]
    public async Task An_article_that_was_broken_is_shown_as_its_editor_has_it_now()
    {
        site.Write("articles/was-good.md", Article("Was good", "The old text."));
        await site.ShowsAsync("/news/was-good", "The old text.");
        site.Write("articles/was-good.md", Article("Was good", "The new text.").Replace("2024-01-02T03:04:05Z", "soon", StringComparison.Ordinal));
        await site.ReportsAsync("articles/was-good.md", "AN0201");

        Assert.Contains("The new text.", await PreviewAsync("articles/was-good.md", "readers see its last good version"), StringComparison.Ordinal);
        await site.ShowsAsync("/news/was-good", "The old text.");
    }

    [Theory]
    [InlineData("articles/unreadable.md", "---\ntitle: [\n---\nText.\n")]
    [InlineData("pages/unreadable.md", "---\ntitle: [\n---\nText.\n")]
    [InlineData("topics/unreadable.md", "---\nname: [\n---\nText.\n")]
    public async Task Of_a_file_that_cannot_be_read_the_reason_is_shown(string path, string text)
    {
        site.Write(path, text);
        await site.ReportsAsync(path, "AN0103");
        var preview = await PreviewAsync(path, "Held back until it is mended");
        Assert.Contains("AN0103", preview, StringComparison.Ordinal);
        Assert.Contains("desk-quote", preview, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_standing_page_is_shown_and_other_files_lead_to_their_pages()
    {
        site.Write("pages/imprint.md", "---\ntitle: Imprint\n---\nWho *we* are.\n\nhttps://www.youtube.com/watch?v=dQw4w9WgXcQ\n");
        site.Write("topics/steel.md", "---\nname: Steel\n---\nA metal.\n");
        await site.ShowsAsync("/imprint", "<em>we</em>");
        await site.ShowsAsync("/topics/steel", "A metal.");
        Assert.Contains("<em>we</em>", await PreviewAsync("pages/imprint.md", "As readers see it."), StringComparison.Ordinal);
        using var page = await site.Management.GetAsync("/desk/preview/pages/imprint.md");
        Assert.Contains("frame-src https://www.youtube-nocookie.com", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        using var topic = await site.Management.GetAsync("/desk/preview/topics/steel.md");
        Assert.Equal(HttpStatusCode.Redirect, topic.StatusCode);
        Assert.EndsWith("/topics/steel", topic.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("desk-note", await site.ShowsAsync("/imprint", "</html>"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_in_a_preview_leads_to_where_readers_are()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/news/anything?x=1");
        request.Headers.Referrer = new Uri(site.Management.BaseAddress!, "/desk/preview/articles/a.md");
        using var answer = await site.Management.SendAsync(request);
        Assert.Equal(new Uri(site.Public.BaseAddress!, "/news/anything?x=1"), answer.Headers.Location);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Management.GetAsync("/news/anything")).StatusCode);
    }

    [Theory]
    [InlineData("articles/.hidden.md")]
    [InlineData("../site.yaml")]
    [InlineData("%2e%2e/secret.md")]
    [InlineData("articles/none.md")]
    public async Task What_is_no_file_of_the_folder_has_no_preview(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await site.Management.GetAsync("/desk/preview/" + path)).StatusCode);

    [Fact]
    public async Task A_short_title_stands_where_room_is_short()
    {
        site.Write("articles/long.md", Article("A headline that is rather long for a list", "Text.", "short-title: Rather short\ntags: [lists]\n"));
        site.Write("articles/beside.md", Article("Beside", "Text.", "tags: [lists]\n"));
        var beside = await site.ShowsAsync("/news/beside", "Rather short");
        Assert.DoesNotContain("A headline that is rather long", beside, StringComparison.Ordinal);
        var own = await site.ShowsAsync("/news/long", "A headline that is rather long");
        Assert.Contains("\"name\":\"Rather short\"", own, StringComparison.Ordinal);
        Assert.Contains("A headline that is rather long", await site.ShowsAsync("/tags/lists", "Beside"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_stories_of_one_instant_the_same_are_near_whatever_was_saved_last()
    {
        for (var i = 0; i < 12; i++)
            site.Write($"articles/twin-{i:00}.md", Article($"Twin {i}", "Text.", "tags: [twins]\n"));
        await site.CountsAsync(12, "select count(*) from article where id like 'twin-%'");
        var before = await site.ShowsAsync("/news/twin-00", "Related stories");
        for (var i = 11; i > 5; i--)
        {
            site.Write($"articles/twin-{i:00}.md", Article($"Twin {i}", "Text, changed.", "tags: [twins]\n"));
            await site.ShowsAsync($"/news/twin-{i:00}", "Text, changed.");
        }

        Assert.Equal(Related(before), Related(await site.ShowsAsync("/news/twin-00", "Related stories")));
        Assert.Equal(["twin-06", "twin-07", "twin-08", "twin-09"], Related(before));
    }

    private static List<string> Related(string page) =>
        [.. page[page.IndexOf("id=\"related\"", StringComparison.Ordinal)..].Split("href=\"/news/").Skip(1).Select(static rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)]).Distinct()];

    private Task<string> PreviewAsync(string path, string says) =>
        site.UntilAsync("/desk/preview/" + path, (status, page) => status == 200 && page.Contains(says, StringComparison.Ordinal), site.Management);
}
