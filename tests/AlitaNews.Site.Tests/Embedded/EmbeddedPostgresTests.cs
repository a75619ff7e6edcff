using System.Globalization;
using AlitaNews.Store.Embedded;
using Npgsql;
using static AlitaNews.Site.Tests.Embedded.ScratchCluster;

namespace AlitaNews.Site.Tests.Embedded;

/// <summary>Every fault is done to a real server.</summary>
public sealed class EmbeddedPostgresTests : IAsyncLifetime
{
    private readonly ScratchCluster _scratch = new();

    public Task InitializeAsync() => _scratch.InitializeAsync();

    public Task DisposeAsync() => _scratch.DisposeAsync();

    [Fact]
    public async Task An_empty_folder_becomes_a_running_database()
    {
        var postgres = await _scratch.StartAsync();

        Assert.Equal("UTF8", await AskAsync(postgres.ConnectionString, "show server_encoding"));
        Assert.Equal("C", await AskAsync(postgres.ConnectionString, "select datcollate from pg_database where datname = current_database()"));
        Assert.Equal("", await AskAsync(postgres.ConnectionString, "show listen_addresses"));
        Assert.Contains(_scratch.Progress, line => line.StartsWith("Making a database", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_clean_stop_leaves_no_process_and_keeps_the_data()
    {
        await WriteNoteAsync(await _scratch.StartAsync());
        var server = _scratch.ReadServerId();
        await _scratch.StopAllAsync();

        Assert.False(File.Exists(_scratch.PostmasterFile));
        await WaitForEndAsync(server);
        Assert.Equal("kept", await ReadNoteAsync(await _scratch.StartAsync()));
    }

    [Fact]
    public async Task A_server_whose_site_was_killed_is_taken_over()
    {
        await _scratch.StartOrphanAsync();
        var orphan = _scratch.ReadServerId();

        var postgres = await _scratch.StartAsync();

        Assert.Equal(orphan, _scratch.ReadServerId());
        Assert.Equal("1", await AskAsync(postgres.ConnectionString, "select 1"));
        await _scratch.StopAllAsync();
        await WaitForEndAsync(orphan);
    }

    [Fact]
    public async Task A_killed_server_is_started_again_by_the_next_instance()
    {
        await WriteNoteAsync(await _scratch.StartAsync());
        var killed = _scratch.ReadServerId();
        await _scratch.KillServerAsync();

        var postgres = await _scratch.StartAsync();

        Assert.NotEqual(killed, _scratch.ReadServerId());
        Assert.Equal("kept", await ReadNoteAsync(postgres));
    }

    [Fact]
    public async Task Nothing_is_lost_when_site_and_server_are_killed()
    {
        await WriteNoteAsync(await _scratch.StartAsync());
        await _scratch.StopAllAsync();
        await _scratch.StartOrphanAsync();
        await _scratch.KillServerAsync();

        Assert.Equal("kept", await ReadNoteAsync(await _scratch.StartAsync()));
    }

    [Fact]
    public async Task A_stale_note_with_the_number_of_a_strangers_process_does_not_block_the_start()
    {
        await (await _scratch.StartAsync()).DisposeAsync();
        var stranger = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        string[] note = [stranger, _scratch.Cluster, "1", "5432", Path.GetDirectoryName(_scratch.SocketLock)!, "", "  0  0", "ready   "];
        await File.WriteAllLinesAsync(_scratch.PostmasterFile, note);
        await File.WriteAllLinesAsync(_scratch.SocketLock, note[..5]);

        var postgres = await _scratch.StartAsync();

        Assert.Equal("1", await AskAsync(postgres.ConnectionString, "select 1"));
    }

    [Fact]
    public async Task An_empty_note_of_a_server_that_never_was_does_not_block_the_start()
    {
        await (await _scratch.StartAsync()).DisposeAsync();
        await File.WriteAllTextAsync(_scratch.PostmasterFile, "");
        await File.WriteAllTextAsync(_scratch.SocketLock, "not a number");

        Assert.Equal("1", await AskAsync((await _scratch.StartAsync()).ConnectionString, "select 1"));
    }

    [Fact]
    public async Task Two_instances_that_start_at_once_share_one_server()
    {
        var both = await Task.WhenAll(Task.Run(() => _scratch.StartAsync()), Task.Run(() => _scratch.StartAsync()));

        Assert.Equal(
            await AskAsync(both[0].ConnectionString, "select pg_postmaster_start_time()"),
            await AskAsync(both[1].ConnectionString, "select pg_postmaster_start_time()"));
    }

    [Fact]
    public async Task The_last_one_out_stops_the_server()
    {
        var first = await _scratch.StartAsync();
        var second = await _scratch.StartAsync();
        var server = _scratch.ReadServerId();

        await first.DisposeAsync();
        Assert.Equal("1", await AskAsync(second.ConnectionString, "select 1"));

        await second.DisposeAsync();
        await WaitForEndAsync(server);
    }

    [Fact]
    public async Task Another_process_that_uses_the_database_keeps_it_running_until_it_is_killed()
    {
        var postgres = await _scratch.StartAsync();
        var server = _scratch.ReadServerId();
        using var other = await _scratch.StartOtherUserAsync();

        await postgres.DisposeAsync();
        Assert.True(File.Exists(_scratch.PostmasterFile));

        other.Kill();
        await other.WaitForExitAsync();
        await (await _scratch.StartAsync()).DisposeAsync();
        await WaitForEndAsync(server);
        Assert.False(File.Exists(_scratch.PostmasterFile));
    }

    [Theory]
    [InlineData("Making")]
    [InlineData("Starting")]
    public async Task Giving_up_while_it_starts_leaves_no_server(string moment)
    {
        if (moment == "Starting")
            await (await _scratch.StartAsync()).DisposeAsync();
        using var cancel = new CancellationTokenSource();
        var settings = new EmbeddedPostgresSettings { DataFolder = _scratch.DataFolder, PostgresBin = SetBinaries, Durable = false };
        void CancelAt(string line)
        {
            if (line.StartsWith(moment, StringComparison.Ordinal))
                cancel.Cancel();
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => EmbeddedPostgres.StartAsync(settings, CancelAt, cancel.Token));

        Assert.False(File.Exists(_scratch.PostmasterFile));
        Assert.Equal("1", await AskAsync((await _scratch.StartAsync()).ConnectionString, "select 1"));
    }

    [Fact]
    public async Task An_interrupted_making_of_the_database_is_begun_anew()
    {
        Directory.CreateDirectory(Path.Combine(_scratch.DataFolder, "pg", "cluster.new", "base"));

        Assert.Equal("1", await AskAsync((await _scratch.StartAsync()).ConnectionString, "select 1"));
    }

    [Theory]
    [InlineData("9", "PostgreSQL 9,")]
    [InlineData("", "PostgreSQL unknown,")]
    public async Task A_database_of_another_version_is_set_aside_and_said_so(string version, string said)
    {
        await WriteNoteAsync(await _scratch.StartAsync());
        await _scratch.StopAllAsync();
        await File.WriteAllTextAsync(Path.Combine(_scratch.Cluster, "PG_VERSION"), version + "\n");

        var postgres = await _scratch.StartAsync();

        Assert.Equal("", await AskAsync(postgres.ConnectionString, "select to_regclass('note')::text"));
        Assert.Contains(_scratch.Progress, line => line.Contains(said, StringComparison.Ordinal) && line.Contains("rebuilt from the content", StringComparison.Ordinal));
        Assert.Single(Directory.GetDirectories(Path.Combine(_scratch.DataFolder, "pg"), "cluster.version-*"));
    }

    [Fact]
    public async Task A_damaged_database_gives_one_line_with_the_reason_and_the_way_out()
    {
        await (await _scratch.StartAsync()).DisposeAsync();
        File.Delete(Path.Combine(_scratch.Cluster, "global", "pg_control"));

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => _scratch.StartAsync());

        Assert.Contains("could not find the database system", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("may be deleted", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public async Task A_set_folder_without_programs_is_named_in_one_line()
    {
        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => _scratch.StartAsync(binaries: _scratch.DataFolder));

        Assert.StartsWith($"Alita__PostgresBin: {_scratch.DataFolder}", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_named_in_one_line()
    {
        var file = Path.Combine(_scratch.DataFolder, "file");
        await File.WriteAllTextAsync(file, "");

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresSettings { DataFolder = file }, _scratch.Progress.Add, CancellationToken.None));

        Assert.Contains(file, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Alita__Data", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public async Task A_folder_whose_name_is_too_long_for_a_socket_works_and_may_be_deleted_under_the_server()
    {
        var deep = Path.Combine(_scratch.DataFolder, new string('d', 60), new string('e', 60));
        await using var before = await _scratch.StartAsync(folder: deep);
        var socketFolder = new NpgsqlConnectionStringBuilder(before.ConnectionString).Host!;
        await WriteNoteAsync(before);

        Directory.Move(Path.Combine(deep, "pg", "cluster"), Path.Combine(_scratch.DataFolder, "taken-away"));
        await using var after = await _scratch.StartAsync(folder: deep);

        Assert.DoesNotContain("dddd", socketFolder, StringComparison.Ordinal);
        Assert.Equal("", await AskAsync(after.ConnectionString, "select to_regclass('note')::text"));
        await _scratch.StopAllAsync();
        Directory.Delete(socketFolder, recursive: true);
    }

    private static Task<string> WriteNoteAsync(EmbeddedPostgres postgres) =>
        AskAsync(postgres.ConnectionString, "create table note as select 'kept' as text");

    private static Task<string> ReadNoteAsync(EmbeddedPostgres postgres) => AskAsync(postgres.ConnectionString, "select text from note");

    // A zombie that nobody collects has an empty command line.
    private static async Task WaitForEndAsync(int process)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var commandLine = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/cmdline");
        while (File.Exists(commandLine) && (await File.ReadAllTextAsync(commandLine, limit.Token)).Length > 0)
            await Task.Delay(10, limit.Token);
    }
}
