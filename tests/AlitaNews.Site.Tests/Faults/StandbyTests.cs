using System.Diagnostics;
using System.Globalization;
using System.Net;
using Xunit.Abstractions;

namespace AlitaNews.Site.Tests.Faults;

/// <summary>Reads go to a streaming standby, which may lag behind, and survive the end of the primary.</summary>
public sealed class StandbyTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Readers_survive_a_lagging_standby_and_the_fail_over_to_it()
    {
        await using var primary = await FaultServer.CreateAsync();
        await primary.StartAsync();
        await using var standby = await primary.FollowAsync();
        var connectionString = FaultServer.ConnectionStringOf(primary, standby);
        await using var first = await OpenAsync(connectionString);
        await using var second = await OpenAsync(connectionString);
        FaultSite[] sites = [first, second];
        await using var watcher = new Watcher(first, "/", "/news/story-1", "/news/edited");

        await EditAsync(sites, 1);
        Assert.NotEqual("0", await standby.AskAsync("select count(*) from pg_stat_activity where application_name = 'alitanews'"));

        // The edition is made, and cannot be read yet: what is shown stays the old one, whole, and is not taken for the new one.
        await standby.AskAsync("select pg_wal_replay_pause()");
        Save(sites, 2);
        await UntilAsync(primary, "select count(*) from article where body like '%Edit number 2.%'");
        Assert.Equal("0", await standby.AskAsync("select count(*) from article where body like '%Edit number 2.%'"));
        for (var i = 0; i < 20; i++)
            Assert.Contains("Edit number 1.", await first.Client.GetStringAsync("/news/edited"), StringComparison.Ordinal);
        await standby.AskAsync("select pg_wal_replay_resume()");
        await Task.WhenAll(sites.Select(static site => site.ShowsAsync("/news/edited", "Edit number 2.")));

        await primary.KillAsync();
        var began = Stopwatch.GetTimestamp();
        Save(sites, 3);
        Assert.Equal(HttpStatusCode.OK, (await second.AskAsync("/search?q=story")).Status);
        await standby.PromoteAsync();
        await Task.WhenAll(sites.Select(static site => site.ShowsAsync("/news/edited", "Edit number 3.")));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"primary killed and standby promoted: the next edit seen {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms after the kill"));
        output.WriteLine(await watcher.EndAsync());
    }

    private static async Task<FaultSite> OpenAsync(string connectionString)
    {
        var site = new FaultSite(connectionString);
        site.WriteArticles(5);
        site.Write("articles/edited.md", FaultSite.Article("Edited", "Edit number 0."));
        await site.StartReadyAsync();
        await site.ShowsAsync("/news/edited", "Edit number 0.");
        return site;
    }

    private static void Save(FaultSite[] sites, int number)
    {
        foreach (var site in sites)
            site.Write("articles/edited.md", FaultSite.Article("Edited", $"Edit number {number}."));
    }

    private async Task EditAsync(FaultSite[] sites, int number)
    {
        var began = Stopwatch.GetTimestamp();
        Save(sites, number);
        await Task.WhenAll(sites.Select(site => site.ShowsAsync("/news/edited", $"Edit number {number}.")));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"an edit is seen on both through the standby after {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms"));
    }

    private static async Task UntilAsync(FaultServer server, string sql)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await server.AskAsync(sql) == "0")
            await Task.Delay(20, patience.Token);
    }
}
