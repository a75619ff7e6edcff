using Npgsql;

namespace AlitaNews.Store.Embedded;

/// <summary>One cluster and its server process: makes it, starts it, asks it, stops it. For the holder of the start lock.</summary>
internal sealed class PostgresServer(PostgresFolder folder, PostgresBinaries binaries)
{
    /// <summary>The database's only account: it owns everything in it.</summary>
    public const string User = "alita";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(2);

    private const string LeftBehindMemory = "pre-existing shared memory block";
    private const string FullDisk = "No space left on device";
    private const string StartAnew = "the database only holds what can be rebuilt from the content folder, so its folder may be deleted";

    /// <summary>How to reach it.</summary>
    public string ConnectionString { get; } = new NpgsqlConnectionStringBuilder
    {
        Host = folder.SocketFolder,
        Port = PostgresFolder.Port,
        Username = User,
        Database = "postgres",
    }.ConnectionString;

    /// <summary>Makes an empty cluster. It appears under its name when it is complete.</summary>
    public async Task CreateAsync(CancellationToken cancel)
    {
        if (Directory.Exists(folder.NewCluster))
            Directory.Delete(folder.NewCluster, recursive: true);

        // Locale C: the only one every machine has. Order that readers see is asked for in SQL.
        var made = await RunAsync(
            "initdb",
            ["-D", folder.NewCluster, "-U", User, "-A", "trust", "--locale=C", "-E", "UTF8", "--no-sync", "--no-instructions"],
            cancel);
        if (!made.Succeeded)
            throw new EmbeddedPostgresException($"The database cannot be made in {folder.Home}: {made.Reason} (Alita__Data names another folder, ConnectionStrings__Postgres a server of your own).");

        Directory.Move(folder.NewCluster, folder.Cluster);
    }

    /// <summary>Uses the server that already runs in this folder.</summary>
    /// <returns>False when there is none.</returns>
    public async Task<bool> AdoptAsync(CancellationToken cancel)
    {
        if (await SettleAsync(cancel) is not { IsAlive: true } state)
            return false;
        if (await FindDataFolderAsync(cancel) == folder.Cluster)
            return true;

        throw new EmbeddedPostgresException(
            $"The PostgreSQL of {folder.Cluster} runs as process {state.ProcessId} but does not answer: end that process, then try again.");
    }

    /// <summary>Starts the server, recovering from a crash where there was one.</summary>
    public async Task StartAsync(bool durable, CancellationToken cancel)
    {
        await WriteConfigurationAsync(durable, cancel);
        PostmasterState.ClearStale(folder);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(StartPatience);
        try
        {
            while (await TryStartAsync(limit.Token) is { } failure)
            {
                // The children of a killed server need a moment to notice; until then its memory is not free.
                if (!failure.Contains(LeftBehindMemory, StringComparison.Ordinal))
                    throw Refusal(failure);
                await Task.Delay(Pause * 10, limit.Token);
            }
        }
        catch (OperationCanceledException)
        {
            await StopAsync();
            cancel.ThrowIfCancellationRequested();
            throw Refusal("it was not ready after minutes");
        }
    }

    /// <summary>Stops the server, at once but cleanly; harder when it does not obey.</summary>
    public async Task StopAsync()
    {
        var stopped = await StopAsync("fast");
        if (!stopped.Succeeded && PostmasterState.Read(folder).IsAlive)
            await StopAsync("immediate");
    }

    private EmbeddedPostgresException Refusal(string failure) => new(
        $"PostgreSQL {binaries.MajorVersion} does not start in {folder.Cluster}: {failure} (its log: {folder.Log}; "
        + (failure.Contains(FullDisk, StringComparison.Ordinal) ? "free some space, or name another folder in Alita__Data)." : StartAnew + ")."));

    private Task<ProgramResult> StopAsync(string mode) =>
        RunAsync("pg_ctl", ["stop", "-D", folder.Cluster, "-m", mode, "-w", "-t", "20", "-s"], CancellationToken.None);

    // Waits out a server that is starting or stopping just now.
    private async Task<PostmasterState> SettleAsync(CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(StartPatience);
        var state = PostmasterState.Read(folder);
        while (state is { IsAlive: true, IsReady: false } && !limit.IsCancellationRequested)
        {
            await Task.Delay(Pause, cancel);
            state = PostmasterState.Read(folder);
        }

        return state;
    }

    private async Task<string?> TryStartAsync(CancellationToken cancel)
    {
        var logLength = LogLength();
        var control = RunAsync("pg_ctl", ["start", "-D", folder.Cluster, "-l", folder.Log, "-w", "-t", "120", "-s"], CancellationToken.None);

        // pg_ctl looks ten times a second; its server says "ready" earlier than that.
        while (!control.IsCompleted && !PostmasterState.Read(folder).IsReady && !cancel.IsCancellationRequested)
            await Task.WhenAny(control, Task.Delay(Pause, CancellationToken.None));
        if (PostmasterState.Read(folder).IsReady)
            return null;

        // Whoever gives up waits all the same: a server that comes up unseen could not be stopped.
        var result = await control;
        cancel.ThrowIfCancellationRequested();
        return result.Succeeded ? null : await FindReasonAsync(logLength) ?? result.Reason;
    }

    private async Task<string?> FindReasonAsync(long from)
    {
        if (!File.Exists(folder.Log))
            return null;
        await using var log = File.Open(folder.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Position = Math.Min(from, log.Length);
        using var reader = new StreamReader(log);
        return ProgramResult.ReasonIn((await reader.ReadToEndAsync(CancellationToken.None)).Split('\n'));
    }

    private long LogLength() => File.Exists(folder.Log) ? new FileInfo(folder.Log).Length : 0;

    // The folder the server behind our socket says it serves.
    private async Task<string?> FindDataFolderAsync(CancellationToken cancel)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false, Timeout = 10, CommandTimeout = 10 };
            await using var connection = new NpgsqlConnection(settings.ConnectionString);
            await connection.OpenAsync(cancel);
            await using var command = new NpgsqlCommand(DataFolderSql, connection);
            return (string?)await command.ExecuteScalarAsync(cancel);
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }

    private const string DataFolderSql = "select current_setting('data_directory')";

    private async Task WriteConfigurationAsync(bool durable, CancellationToken cancel)
    {
        if (LogLength() > LongestLog)
            File.Delete(folder.Log);

        await File.WriteAllTextAsync(folder.Configuration, PostgresConfiguration.Write(folder.SocketFolder, durable), cancel);
        File.SetUnixFileMode(folder.Configuration, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
    }

    private const long LongestLog = 4 << 20;

    private Task<ProgramResult> RunAsync(string program, string[] arguments, CancellationToken cancel) =>
        OutsideProgram.RunAsync(binaries.Program(program), arguments, folder.Home, folder.Account, cancel);
}
