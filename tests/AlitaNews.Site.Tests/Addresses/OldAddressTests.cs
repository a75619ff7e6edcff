using AlitaNews.Site.Tests.Running;

namespace AlitaNews.Site.Tests.Addresses;

/// <summary>Every path a piece ever had leads straight to where it is now, or says that it is gone (<c>web.md</c>, section 1).</summary>
public sealed class OldAddressTests
{
    private const string Now = "2024-02-02T12:00:00Z";

    [Fact]
    public async Task A_slug_that_changed_leads_to_the_new_one_and_never_in_a_chain()
    {
        await using var site = await StartAsync();
        await site.SaveAsync(("articles/film/one.md", Story("one", "second")));
        await site.SaveAsync(("articles/film/one.md", Story("one", "third")));

        Assert.Equal((301, "/news/third"), await site.AskAsync("/news/one"));
        Assert.Equal((301, "/news/third"), await site.AskAsync("/news/second"));
        Assert.Equal((200, null), await site.AskAsync("/news/third"));
    }

    [Fact]
    public async Task A_path_that_returns_to_its_owner_loses_its_redirect()
    {
        await using var site = await StartAsync();
        await site.SaveAsync(("articles/film/one.md", Story("one", "second")));
        await site.SaveAsync(("articles/film/one.md", Story("one", "one")));

        Assert.Equal((200, null), await site.AskAsync("/news/one"));
        Assert.Equal((301, "/news/one"), await site.AskAsync("/news/second"));
    }

    [Fact]
    public async Task Two_pieces_may_swap_slugs_in_one_save()
    {
        await using var site = await StartAsync();
        await site.SaveAsync(("articles/film/one.md", Story("one", "two")), ("articles/film/two.md", Story("two", "one")));

        Assert.Contains("Story one", await site.ReadAsync("/news/two"), StringComparison.Ordinal);
        Assert.Contains("Story two", await site.ReadAsync("/news/one"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_live_page_beats_history()
    {
        await using var site = await StartAsync();
        await site.SaveAsync(("articles/film/one.md", Story("one", "second")));
        await site.SaveAsync(("articles/film/three.md", Story("three", "one")));

        Assert.Contains("Story three", await site.ReadAsync("/news/one"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_moves_keeps_its_address()
    {
        await using var site = await StartAsync();
        await site.SaveAsync(("articles/film/one.md", null), ("articles/series/2023/one.md", Story("one", "one")));

        Assert.Equal((200, null), await site.AskAsync("/news/one"));
    }

    [Fact]
    public async Task A_file_that_moves_and_changes_its_slug_leads_on()
    {
        await using var site = await StartAsync();
        await site.SaveAsync(("articles/film/one.md", null), ("articles/series/one.md", Story("one", "elsewhere")));

        Assert.Equal((301, "/news/elsewhere"), await site.AskAsync("/news/one"));
    }

    [Theory]
    [InlineData("/old/one")]
    [InlineData("/über/straße")]
    public async Task Aliases_lead_to_the_article_whatever_their_spelling(string address)
    {
        await using var site = await StartAsync(("articles/film/four.md", Story("four", "four", "aliases: [/Old/One/, \"/%C3%BCber/Stra%C3%9Fe/\"]")));

        Assert.Equal((301, "/news/four"), await site.AskAsync(address));
        Assert.Equal((301, "/news/four"), await site.AskAsync(address + "/"));
    }

    [Fact]
    public async Task An_alias_that_is_taken_back_is_forgotten()
    {
        await using var site = await StartAsync(("articles/film/four.md", Story("four", "four", "aliases: [/old/four]")));
        await site.SaveAsync(("articles/film/four.md", Story("four", "four")));

        Assert.Equal(404, (await site.AskAsync("/old/four")).Status);
    }

    [Fact]
    public async Task Redirects_yaml_moves_and_buries()
    {
        await using var site = await StartAsync(("redirects.yaml", """
            /was/here: /news/one
            /was/there: https://example.org/there
            /was/sold: {gone: We sold it.}
            """));

        Assert.Equal((301, "/news/one"), await site.AskAsync("/was/here"));
        Assert.Equal((301, "https://example.org/there"), await site.AskAsync("/was/there"));
        Assert.Equal(410, (await site.AskAsync("/was/sold")).Status);
        using var gone = await site.Public.GetAsync("/was/sold");
        var page = await gone.Content.ReadAsStringAsync();
        Assert.Contains("We sold it.", page, StringComparison.Ordinal);

        // A cache may keep it, so it is nobody's in particular.
        Assert.DoesNotContain("Request <code>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_redirects_yaml_leads_straight_to_where_its_target_is_now()
    {
        await using var site = await StartAsync(("redirects.yaml", "/a: /b\n/b: /c/\n/c: /news/one#top\n"), ("articles/film/five.md", Story("five", "five", "aliases: [/five]")));
        await site.SaveAsync(("articles/film/one.md", Story("one", "moved")), ("redirects.yaml", "/a: /b\n/b: /c/\n/c: /news/one#top\n/e: /five\n"));

        Assert.Equal((301, "/news/moved#top"), await site.AskAsync("/a"));
        Assert.Equal((301, "/news/moved#top"), await site.AskAsync("/b"));
        Assert.Equal((301, "/news/five"), await site.AskAsync("/e"));
    }

    [Fact]
    public async Task Redirects_that_lead_in_a_circle_lead_nowhere()
    {
        await using var site = await StartAsync(("redirects.yaml", "/a: /b\n/b: /c\n/c: /a\n/d: /a\n"));

        foreach (var address in new[] { "/a", "/b", "/c", "/d" })
            Assert.Equal(404, (await site.AskAsync(address)).Status);
    }

    [Fact]
    public async Task A_tombstone_says_what_stood_there_and_its_old_addresses_are_gone_too()
    {
        await using var site = await StartAsync();
        await site.SaveAsync(("articles/film/one.md", Story("one", "second")));
        await site.SaveAsync(("articles/film/one.md", Story("one", "second", "removed: {date: 2024-02-01, reason: It was wrong., by: the editor}")));

        using var gone = await site.Public.GetAsync("/news/second");
        var page = await gone.Content.ReadAsStringAsync();
        Assert.Equal(410, (int)gone.StatusCode);
        Assert.Contains("It was wrong.", page, StringComparison.Ordinal);
        Assert.Contains("Story one", page, StringComparison.Ordinal);
        Assert.Contains("noindex", page, StringComparison.Ordinal);
        Assert.Equal(410, (await site.AskAsync("/news/one")).Status);
    }

    [Fact]
    public async Task A_deleted_file_is_gone_and_so_are_its_old_addresses()
    {
        await using var site = await StartAsync();
        await site.SaveAsync(("articles/film/one.md", Story("one", "second")));
        await site.SaveAsync(("articles/film/one.md", null));

        Assert.Equal(410, (await site.AskAsync("/news/second")).Status);
        Assert.Equal(410, (await site.AskAsync("/news/one")).Status);
    }

    [Fact]
    public async Task A_file_that_comes_back_has_its_address_again()
    {
        await using var site = await StartAsync();
        await site.SaveAsync(("articles/film/one.md", null));
        await site.SaveAsync(("articles/film/one.md", Story("one", "one")));

        Assert.Equal((200, null), await site.AskAsync("/news/one"));
    }

    [Fact]
    public async Task An_article_that_sends_readers_elsewhere_does_so_from_its_old_addresses_too()
    {
        await using var site = await StartAsync(("articles/film/six.md", Story("six", "six", "aliases: [/six]\nredirect-to: https://example.org/six")));

        Assert.Equal((301, "https://example.org/six"), await site.AskAsync("/news/six"));
        Assert.Equal((301, "https://example.org/six"), await site.AskAsync("/six"));
    }

    [Fact]
    public async Task A_draft_and_a_scheduled_piece_have_no_old_addresses()
    {
        await using var site = await StartAsync(
            ("articles/film/seven.md", Story("seven", "seven", "aliases: [/seven]\ndraft: true")),
            ("articles/film/eight.md", Story("eight", "eight", "aliases: [/eight]\npublish: 2024-03-01T00:00:00Z")));

        Assert.Equal(404, (await site.AskAsync("/seven")).Status);
        Assert.Equal(404, (await site.AskAsync("/eight")).Status);
        await site.MoveClockAsync("2024-03-01T00:00:01Z");
        Assert.Equal((301, "/news/eight"), await site.AskAsync("/eight"));
    }

    private static Task<NewsSite> StartAsync(params (string Path, string Text)[] more)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["articles/film/one.md"] = Story("one", "one"),
            ["articles/film/two.md"] = Story("two", "two"),
        };
        foreach (var (path, text) in more)
            files[path] = text;
        return NewsSite.StartAsync(Now, files);
    }

    private static string Story(string id, string slug, string more = "") =>
        $"---\nid: {id}\nslug: {slug}\ntitle: Story {id}\ndate: 2024-01-10T09:00:00Z\n{more}\n---\nText of {id}.\n";
}
