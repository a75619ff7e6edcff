using System.Diagnostics;
using System.Globalization;
using System.Net;
using Npgsql;
using Xunit.Abstractions;

namespace AlitaNews.Site.Tests.Faults;

/// <summary>
/// Readers do not notice the database. Each fault is done to a real server under the real program, is shown to have taken hold, and is
/// watched by a reader from before it began until an edit made meanwhile has appeared.
/// </summary>
public sealed class DatabaseFaultTests(FaultStage stage, ITestOutputHelper output) : IClassFixture<FaultStage>
{
    private static int _unread;

    private FaultServer Server => stage.Server;

    private FaultSite Site => stage.Site;

    [Fact]
    public void A_site_that_was_started_before_its_database_lives_says_when_to_come_back_and_recovers_alone()
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, stage.Before.Status);
        Assert.NotNull(stage.Before.RetryAfter);
    }

    [Fact]
    public Task A_killed_server_is_noticed_by_no_reader() => WatchAsync(
        Server.KillAsync,
        async () => await Assert.ThrowsAnyAsync<NpgsqlException>(() => Server.AskAsync("select 1")),
        Server.StartAsync);

    [Fact]
    public Task A_server_that_is_stopped_for_five_seconds_is_noticed_by_no_reader() => WatchAsync(
        Server.PauseAsync,
        async () =>
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server.ConnectionString) { Timeout = 1, Pooling = false }.ConnectionString);
            await Assert.ThrowsAnyAsync<NpgsqlException>(connection.OpenAsync);
        },
        Server.ResumeAsync,
        TimeSpan.FromSeconds(5));

    [Fact]
    public async Task A_server_without_a_free_connection_is_noticed_by_no_reader()
    {
        var taken = new List<NpgsqlConnection>();
        await WatchAsync(
            async () =>
            {
                // Those of the site are ended first, so that it cannot live on what it holds.
                await Server.AskAsync("select count(pg_terminate_backend(pid)) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'");
                try
                {
                    while (true)
                        taken.Add(await Server.OpenAsync());
                }
                catch (PostgresException)
                {
                    // None is left.
                }
            },
            async () =>
            {
                // Those that the site was just given, or gave back, may have come free since.
                var refused = await Assert.ThrowsAsync<PostgresException>(async () =>
                {
                    while (true)
                        taken.Add(await Server.OpenAsync());
                });
                Assert.Equal(PostgresErrorCodes.TooManyConnections, refused.SqlState);
            },
            async () =>
            {
                foreach (var connection in taken)
                    await connection.DisposeAsync();
            },
            pagesAreLost: false);
    }

    [Fact]
    public Task A_server_that_turns_read_only_is_noticed_by_no_reader() => WatchAsync(
        async () =>
        {
            await Server.AskAsync("alter system set default_transaction_read_only = on");
            await Server.AskAsync("select pg_reload_conf()");
        },
        () => UntilRefusedAsync("create table refused ()", PostgresErrorCodes.ReadOnlySqlTransaction),
        async () =>
        {
            await Server.AskAsync("alter system reset default_transaction_read_only");
            await Server.AskAsync("select pg_reload_conf()");
        },
        pagesAreLost: false);

    [Fact]
    public async Task Locked_tables_are_noticed_by_no_reader()
    {
        await using var locker = await Server.OpenAsync();
        await WatchAsync(
            async () =>
            {
                await using var command = new NpgsqlCommand("begin; lock table article, listing, edition, claim_state in access exclusive mode", locker);
                await command.ExecuteNonQueryAsync();
            },
            () => UntilRefusedAsync("set lock_timeout = '100ms'; select count(*) from article", PostgresErrorCodes.LockNotAvailable),
            async () =>
            {
                await using var command = new NpgsqlCommand("rollback", locker);
                await command.ExecuteNonQueryAsync();
            });
    }

    [Fact]
    public async Task A_full_disk_is_noticed_by_no_reader()
    {
        if (!stage.HasDisk)
        {
            output.WriteLine("No disk can be mounted here: the server says that its disk is full, and is not.");
            await WatchAsync(
                () => Server.AskAsync("""
                    create function full_disk() returns trigger language plpgsql as $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$;
                    create trigger full_disk before insert on edition execute function full_disk()
                    """),
                () => UntilRefusedAsync("insert into edition (number, at, cause) values (0, now(), 'round')", PostgresErrorCodes.DiskFull),
                () => Server.AskAsync("drop trigger full_disk on edition; drop function full_disk()"),
                pagesAreLost: false);
            return;
        }

        await WatchAsync(
            stage.FillDiskAsync,
            () => UntilRefusedAsync("create table too_much as select repeat(n::text, 100) as text from generate_series(1, 100000) n", PostgresErrorCodes.DiskFull),
            () =>
            {
                stage.FreeDisk();
                return Task.CompletedTask;
            },
            pagesAreLost: false);
    }

    private async Task WatchAsync(Func<Task> begin, Func<Task> prove, Func<Task> end, TimeSpan? lasting = null, bool pagesAreLost = true)
    {
        await using var watcher = new Watcher(Site, FaultStage.Pages);
        var began = Stopwatch.GetTimestamp();
        string address, text;
        try
        {
            await begin();
            (address, text) = stage.Edit(lines: 4_000);
            await prove();
            if (pagesAreLost)
                await IsToldToComeBackAsync();
            if (lasting is { } time && time > Stopwatch.GetElapsedTime(began))
                await Task.Delay(time - Stopwatch.GetElapsedTime(began));
        }
        finally
        {
            await end();
        }

        began = Stopwatch.GetTimestamp();
        await Site.ShowsAsync(address, text);
        var seen = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        var reads = await watcher.EndAsync();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"edit seen {seen:0} ms after the end; {reads}"));
    }

    // A page that nobody has ever seen cannot be served; its readers are told so, again and again, and are never kept waiting.
    private async Task IsToldToComeBackAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            var (status, retryAfter, took) = await Site.AskAsync($"/news/never-read-{++_unread}");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.NotNull(retryAfter);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"503 after {took.TotalMilliseconds:0} ms"));
        }
    }

    private async Task UntilRefusedAsync(string sql, string state)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            try
            {
                await Server.AskAsync(sql);
            }
            catch (PostgresException e)
            {
                Assert.Equal(state, e.SqlState);
                return;
            }

            await Task.Delay(20, patience.Token);
        }
    }
}
