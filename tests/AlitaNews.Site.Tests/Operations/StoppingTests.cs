using System.Runtime.InteropServices;
using AlitaNews.Site.Tests.Live;
using Npgsql;

namespace AlitaNews.Site.Tests.Operations;

/// <summary>Told to stop, the site finishes what it began and begins nothing else.</summary>
public sealed class StoppingTests
{
    [Fact]
    public async Task A_round_and_a_request_that_were_begun_are_finished_when_the_site_is_told_to_stop()
    {
        await using var site = await ServedSite.StartAsync(new Dictionary<string, string>(), ("articles/first.md", LiveSite.Article("First")));

        // Both wait for a table that somebody else holds.
        await using var connection = new NpgsqlConnection(site.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("lock table article in access exclusive mode", connection, transaction))
            await hold.ExecuteNonQueryAsync();
        site.Write("articles/second.md", LiveSite.Article("Second"));
        await WaitingAsync(1);
        var answer = site.Public.GetAsync("/news/first");
        await WaitingAsync(2);

        site.Program.Signal(PosixSignal.SIGTERM);
        await ServedSite.UntilAsync(async () => await site.StatusOfAsync("/healthz") is null);
        await transaction.CommitAsync();

        Assert.Contains("First", await (await answer).EnsureSuccessStatusCode().Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await site.Program.EndAsync());
        Assert.Equal(1, await site.CountAsync("select count(*) from article where slug = 'second'"));
        Assert.Equal("", site.Program.Errors);

        Task WaitingAsync(int number) => ServedSite.UntilAsync(async () =>
            await site.CountAsync("select count(distinct pid) from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())") >= number);
    }
}
