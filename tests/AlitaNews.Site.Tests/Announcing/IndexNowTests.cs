using AlitaNews.Site.Tests.Running;
using AlitaNews.Site.Tests.StructuredData;
using AlitaNews.Store.Announcements;
using AlitaNews.Web.Announcing;

namespace AlitaNews.Site.Tests.Announcing;

/// <summary>Search engines are told what appeared, changed its state and went; nobody waits for them (<c>web.md</c>, section 6).</summary>
public sealed class IndexNowTests : IAsyncLifetime
{
    private const string Key = "Alita-Key-0123456789";
    private const string Story = FoundingStory.Origin + "/news/alita-2";
    private const string Claim = FoundingStory.Origin + "/claims/alita-2-shoots-2023";
    private SearchEngine _engine = null!;

    public async Task InitializeAsync() => _engine = await SearchEngine.StartAsync();

    public async Task DisposeAsync() => await _engine.DisposeAsync();

    [Fact]
    public async Task What_appears_changes_its_state_or_goes_is_announced_once()
    {
        await using var site = await StartAsync("indexnow: { key: " + Key + " }");
        var indexNow = site.Part<IndexNow>();

        Assert.True(await indexNow.SendAsync(CancellationToken.None));
        var first = Assert.Single(_engine.Listen());
        Assert.Equal(("alita.example", Key), ((string?)first["host"], (string?)first["key"]));
        Assert.Equal(FoundingStory.Origin + "/alita-key-0123456789.txt", (string?)first["keyLocation"]);
        Assert.Equal(
            [Claim, FoundingStory.Origin + "/claims/alita-2-talks-2022", Story],
            first["urlList"]!.AsArray().Select(static one => (string)one!).Order(StringComparer.Ordinal));
        Assert.False(await indexNow.SendAsync(CancellationToken.None));
        Assert.Empty(_engine.Listen());

        // The text of one story: its page, and no claim.
        await site.SaveAsync(("articles/film/2023-01-10-alita-2.md", FoundingStory.Files["articles/film/2023-01-10-alita-2.md"] + "\nMore.\n"));
        Assert.True(await indexNow.SendAsync(CancellationToken.None));
        Assert.Equal([Story], _engine.ListAddresses());

        // Time alone: the year ends, the rumour is overdue, and the story says so.
        await site.MoveClockAsync("2024-01-01T00:00:01Z");
        Assert.True(await indexNow.SendAsync(CancellationToken.None));
        Assert.Equal([Claim, Story], _engine.ListAddresses());

        // What is not for readers yet stays a secret, and is announced when it appears.
        await site.SaveAsync(
            ("articles/film/draft.md", "---\ntitle: A draft\ndate: 2024-01-01\ndraft: true\n---\nx\n"),
            ("articles/film/hidden.md", "---\ntitle: Hidden\ndate: 2024-01-01\nnoindex: true\n---\nx\n"),
            ("articles/film/later.md", "---\ntitle: Later\ndate: 2024-01-03\n---\nx\n"));
        Assert.False(await indexNow.SendAsync(CancellationToken.None));
        await site.MoveClockAsync("2024-01-03T00:00:01Z");
        Assert.True(await indexNow.SendAsync(CancellationToken.None));
        Assert.Equal([FoundingStory.Origin + "/news/later"], _engine.ListAddresses());

        // A new address, and then none.
        await site.SaveAsync(("articles/film/later.md", "---\ntitle: Later\nslug: much-later\ndate: 2024-01-03\n---\nx\n"));
        Assert.True(await indexNow.SendAsync(CancellationToken.None));
        Assert.Equal([FoundingStory.Origin + "/news/later", FoundingStory.Origin + "/news/much-later"], _engine.ListAddresses());
        await site.SaveAsync(("articles/film/later.md", null));
        Assert.True(await indexNow.SendAsync(CancellationToken.None));
        Assert.Contains(FoundingStory.Origin + "/news/much-later", _engine.ListAddresses());
    }

    [Fact]
    public async Task What_is_refused_is_tried_again_later_and_at_last_left_to_the_sitemaps()
    {
        await using var site = await StartAsync("indexnow: { key: " + Key + " }");
        var (indexNow, queue) = (site.Part<IndexNow>(), site.Part<AnnouncementWriter>());
        _engine.Status = 429;
        _engine.RetryAfter = "600";

        Assert.False(await indexNow.SendAsync(CancellationToken.None));
        Assert.Single(_engine.Listen());
        Assert.Equal(site.Clock.Now.AddMinutes(10), await queue.FindNextAsync(CancellationToken.None));
        Assert.False(await indexNow.SendAsync(CancellationToken.None));
        Assert.Empty(_engine.Listen());

        (_engine.Status, _engine.RetryAfter) = (500, null);
        for (var tries = 2; tries <= IndexNow.MostTries; tries++)
        {
            site.Clock.Now = (await queue.FindNextAsync(CancellationToken.None))!.Value;
            Assert.False(await indexNow.SendAsync(CancellationToken.None));
            Assert.Single(_engine.Listen());
        }

        Assert.Null(await queue.FindNextAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_search_engine_that_is_away_holds_nothing_up_and_hears_of_it_later()
    {
        await using var site = await StartAsync("indexnow: { key: " + Key + " }");
        await _engine.DisposeAsync();
        Assert.False(await site.Part<IndexNow>().SendAsync(CancellationToken.None));
        Assert.Equal(site.Clock.Now.AddSeconds(30), await site.Part<AnnouncementWriter>().FindNextAsync(CancellationToken.None));
        await site.SaveAsync(("articles/film/new.md", "---\ntitle: New\ndate: 2023-01-20\n---\nx\n"));
        Assert.Equal(200, (await site.AskAsync("/news/new")).Status);
    }

    [Fact]
    public async Task The_key_is_shown_at_its_address_and_nothing_is_queued_without_one()
    {
        await using var site = await StartAsync("indexnow: { key: " + Key + " }");
        Assert.Equal(Key, await site.ReadAsync("/alita-key-0123456789.txt"));
        Assert.Equal((308, "/alita-key-0123456789.txt"), await site.AskAsync($"/{Key}.txt"));
        Assert.Equal(404, (await site.AskAsync("/another-key-0123.txt")).Status);

        await site.SaveAsync(("site.yaml", FoundingStory.Files["site.yaml"] + "\nindexnow: { key: short }\n"));
        Assert.Equal(404, (await site.AskAsync("/alita-key-0123456789.txt")).Status);
        Assert.Equal(404, (await site.AskAsync("/short.txt")).Status);

        await using var without = await StartAsync("");
        Assert.Null(await without.Part<AnnouncementWriter>().FindNextAsync(CancellationToken.None));
    }

    private Task<NewsSite> StartAsync(string line)
    {
        var files = FoundingStory.Files;
        files["site.yaml"] += "\n" + line + "\n";
        return NewsSite.StartAsync("2023-02-01T12:00:00Z", files, _engine.Setting);
    }
}
