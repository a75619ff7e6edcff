using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace AlitaNews.Site.Tests.Faults;

/// <summary>Three instances over one database, each with a copy of the content of its own.</summary>
public sealed class InstancesTests(ITestOutputHelper output) : IAsyncLifetime
{
    // A few by default; enough for a percentile where the long tests are asked for.
    private static readonly int Edits = Environment.GetEnvironmentVariable("ALITA_TEST_ALL") == "1" ? 100 : 8;

    private readonly List<FaultSite> _sites = [];
    private FaultServer _server = null!;
    private int _edits;

    public async Task InitializeAsync()
    {
        _server = await FaultServer.CreateAsync();
        await _server.StartAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var site in _sites)
            await site.DisposeAsync();
        await _server.DisposeAsync();
    }

    // One after the other on the same instances: starting three of them is most of the work.
    [Fact]
    public async Task Instances_agree_hand_over_when_one_is_killed_or_hangs_and_one_that_wakes_changes_nothing()
    {
        await StartAsync(1);
        var alone = await CountRowsAsync();
        await StartAsync(2);
        var together = await CountRowsAsync();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rows written in {Edits} edits: one instance {alone}, three {together}"));
        Assert.True(together <= alone * 1.25, $"three instances write {together} rows where one writes {alone}");

        await KillLeaderAsync();
        await StartAsync(1);
        await HangLeaderAsync();
    }

    private async Task KillLeaderAsync()
    {
        var leader = await FindLeaderAsync();
        _sites.Remove(leader);
        await using var watcher = new Watcher(_sites[0], "/", "/news/story-1");
        var began = Stopwatch.GetTimestamp();
        await leader.Program.KillAsync();
        await EditAsync();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"leader killed: the next edit seen everywhere {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms later"));
        output.WriteLine(await watcher.EndAsync());
        await leader.DisposeAsync();
    }

    private async Task HangLeaderAsync()
    {
        var hung = await FindLeaderAsync();
        var others = _sites.Where(site => site != hung).ToList();
        await using var watcher = new Watcher(others[0], "/", "/news/story-1");

        // In the middle of a round, as often as it can be hit: its folder holds what no other has.
        hung.WriteArticles(60, "Of the one that hangs.");
        var session = await _server.AskAsync(LeaderSql);
        await hung.Program.SendAsync("-STOP");
        hung.Write("articles/ghost.md", FaultSite.Article("Ghost", "Nobody must ever read this."));
        var began = Stopwatch.GetTimestamp();
        await EditAsync(others);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"leader stopped: the next edit seen on the others {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms later"));
        Assert.Equal("0", await _server.AskAsync($"select count(*) from pg_stat_activity where pid = {session}"));
        Assert.NotEqual(session, await _server.AskAsync(LeaderSql));

        var edition = await _server.AskAsync("select max(number) from edition");
        await hung.Program.SendAsync("-CONT");
        foreach (var site in _sites)
            await site.ShowsAsync("/news/edited", $"Edit number {_edits}");
        await EditAsync(others);
        Assert.Equal("0", await _server.AskAsync("select count(*) from article where id = 'ghost' or body like '%Of the one that hangs%'"));
        Assert.Equal("1", await _server.AskAsync($"select count(*) from edition where number > {edition} and cause = 'round'"));
        await hung.ShowsAsync("/news/edited", $"Edit number {_edits}");
        output.WriteLine(await watcher.EndAsync());
    }

    private async Task StartAsync(int more)
    {
        var started = new List<FaultSite>();
        for (var i = 0; i < more; i++)
        {
            var site = new FaultSite(_server.ConnectionString);
            site.WriteArticles(10);
            if (_edits > 0)
                site.Write("articles/edited.md", Text());
            site.Start();
            started.Add(site);
        }

        foreach (var site in started)
        {
            await site.AnswersAsync("/readyz", System.Net.HttpStatusCode.OK);
            await site.AnswersAsync("/news/story-1", System.Net.HttpStatusCode.OK);
        }

        _sites.AddRange(started);
    }

    private string Text() => FaultSite.Article("Edited", $"Edit number {_edits}");

    // Every copy gets the edit, as a tool that deploys would do it; the time ends when the last instance shows it.
    private async Task<double> EditAsync(IReadOnlyList<FaultSite>? sites = null)
    {
        _edits++;
        var began = Stopwatch.GetTimestamp();
        foreach (var site in sites ?? _sites)
            site.Write("articles/edited.md", Text());
        await Task.WhenAll((sites ?? _sites).Select(site => site.ShowsAsync("/news/edited", $"Edit number {_edits}")));
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private async Task<long> CountRowsAsync()
    {
        const string sql = "select n_tup_ins + n_tup_upd + n_tup_del from (select sum(n_tup_ins) n_tup_ins, sum(n_tup_upd) n_tup_upd, sum(n_tup_del) n_tup_del from pg_stat_user_tables) t";
        await EditAsync();
        var before = await SettledAsync(sql);
        var milliseconds = new List<double>();
        for (var i = 0; i < Edits; i++)
            milliseconds.Add(await EditAsync());
        milliseconds.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_sites.Count} instances: an edit is seen on all after {milliseconds[milliseconds.Count / 2]:0} ms (median), {milliseconds[((milliseconds.Count * 99) - 1) / 100]:0} ms (p99), {milliseconds[^1]:0} ms (worst)"));
        return await SettledAsync(sql) - before;
    }

    // Sessions report what they did up to a second late: the sum counts once it stands still and the search index has caught up.
    private async Task<long> SettledAsync(string sql)
    {
        var last = -1L;
        for (var same = 0; same < 15;)
        {
            var now = long.Parse(await _server.AskAsync(sql), CultureInfo.InvariantCulture);
            same = now == last ? same + 1 : 0;
            last = now;
            await Task.Delay(100);
        }

        return last;
    }

    private const string LeaderSql = "select pid from pg_locks where locktype = 'advisory' and granted";

    // The one whose sessions the leader's is among: known by the ports of its connections.
    private async Task<FaultSite> FindLeaderAsync()
    {
        var port = int.Parse(await _server.AskAsync($"select client_port from pg_stat_activity where pid = ({LeaderSql})"), CultureInfo.InvariantCulture);
        return _sites.Single(site => site.Program.HasConnectionFrom(port));
    }
}
