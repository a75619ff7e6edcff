using static AlitaNews.Site.Tests.Live.LiveSite;

namespace AlitaNews.Site.Tests.Live;

/// <summary>Which editions say that a track record may have become another: all pages that show one read every claim again then.</summary>
public sealed class RecordsMoveTests : IAsyncLifetime
{
    private const string MovedSql = "select records from edition order by number desc limit 1";
    private readonly LiveSite _site = new();

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Records_move_with_what_is_said_and_with_time_and_not_with_prose()
    {
        const string claim = "claims:\n  - {id: wings, text: It has wings, status: rumour, due: 2024-07-01, sources: [insider]}\n";
        _site.Write("articles/one.md", Article("One", "Text.", claim));
        await _site.ShowsAsync("/news/one", "It has wings");
        await _site.ShowsAsync("/sources/insider", "It has wings");
        var first = await _site.AskAsync(MovedSql);

        _site.Write("articles/one.md", Article("One", "Better text.", claim));
        await _site.ShowsAsync("/news/one", "Better text.");
        _site.Write("articles/two.md", Article("Two", "Nothing is claimed."));
        await _site.ShowsAsync("/news/two", "Nothing is claimed.");
        Assert.Equal(first, await _site.AskAsync(MovedSql));

        _site.Write("sources/insider.md", "---\nname: An insider\nkind: anonymous\n---\n");
        await _site.ShowsAsync("/sources/insider", "An insider");
        var named = await _site.AskAsync(MovedSql);
        Assert.True(named > first);

        _site.Write("articles/three.md", Article("Three", "It is so.", "claims:\n  - {id: flaps, text: It flaps, status: rumour, sources: [insider]}\n"));
        await _site.ShowsAsync("/sources/insider", "It flaps");
        var said = await _site.AskAsync(MovedSql);
        Assert.True(said > named);

        // The due date passes: nothing was saved.
        var editions = await _site.AskAsync("select max(number) from edition");
        _site.Clock.Now = new DateTimeOffset(2024, 7, 3, 0, 0, 0, TimeSpan.Zero);
        await _site.CountsAsync(1, "select count(*) from edition where number > $1 and cause = 'tick' and records = number", editions);
    }
}
