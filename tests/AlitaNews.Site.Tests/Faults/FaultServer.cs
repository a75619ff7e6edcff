using System.Diagnostics;
using System.Globalization;
using AlitaNews.Site.Tests.Postgres;
using AlitaNews.Site.Tests.Verbs;
using Npgsql;

namespace AlitaNews.Site.Tests.Faults;

/// <summary>A PostgreSQL of one's own on the loopback interface: to be killed, stopped, filled, copied and promoted.</summary>
public sealed class FaultServer : IAsyncDisposable
{
    private const string Owner = "alita";
    private const string Settings = """
        listen_addresses = '127.0.0.1'
        max_connections = 60
        shared_buffers = 32MB
        fsync = off
        jit = off
        wal_level = replica
        max_wal_senders = 4
        wal_keep_size = 64MB
        hot_standby = on
        hot_standby_feedback = on
        client_connection_check_interval = '1s'
        timezone = 'UTC'
        lc_messages = 'C'
        logging_collector = off
        """;

    private readonly string _programs;
    private readonly string _folder;
    private readonly bool _isOurs;
    private readonly string? _account;
    private Process? _postmaster;

    private FaultServer(string programs, string? folder, string? account)
    {
        (_programs, _account) = (programs, account);
        _isOurs = folder is null;
        _folder = folder ?? Directory.CreateTempSubdirectory("alitanews-server-").FullName;
        Port = Executable.FreePort();
    }

    public int Port { get; }

    /// <summary>Where the cluster lies.</summary>
    public string Cluster => Path.Combine(_folder, "cluster");

    public string ConnectionString => ConnectionStringOf("postgres");

    /// <summary>Makes a cluster and does not start it.</summary>
    /// <param name="folder">Where; null: in a new temporary folder. The log of changes lies beside it always, on the temporary disk.</param>
    public static async Task<FaultServer> CreateAsync(string? folder = null)
    {
        var server = await PrepareAsync(folder);
        var log = Directory.CreateTempSubdirectory("alitanews-wal-").FullName;
        await server.GiveAsync(log);
        await server.RunAsync("initdb", "-D", server.Cluster, "-X", Path.Combine(log, "wal"), "-U", Owner, "-A", "trust", "--locale=C", "-E", "UTF8", "--no-sync", "--no-instructions");
        await File.AppendAllTextAsync(Path.Combine(server.Cluster, "postgresql.conf"), Settings);
        return server;
    }

    /// <summary>Makes a standby that follows this server, and starts it.</summary>
    public async Task<FaultServer> FollowAsync()
    {
        var standby = await PrepareAsync(null);
        await standby.RunAsync(
            "pg_basebackup", "-D", standby.Cluster, "-R", "-X", "stream", "--checkpoint=fast", "--no-sync", "-d", $"host=127.0.0.1 port={Port} user={Owner}");
        await standby.StartAsync();
        return standby;
    }

    public string ConnectionStringOf(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Username = Owner,
        Database = database,
        Timeout = 30,
    }.ConnectionString;

    /// <summary>How to reach the first of these servers that can do what is asked.</summary>
    public static string ConnectionStringOf(params FaultServer[] servers) =>
        $"Host={string.Join(',', servers.Select(static server => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{server.Port}")))};Username={Owner};Database=postgres";

    /// <summary>Starts the server and waits until it answers, recovering from whatever was done to it.</summary>
    public async Task StartAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            _postmaster?.Dispose();
            var start = new ProcessStartInfo(Path.Combine(_programs, "postgres"), ["-D", Cluster, "-p", $"{Port}", "-k", _folder])
            {
                WorkingDirectory = _folder,
                RedirectStandardError = true,
            };
            if (_account is not null)
                start.UserName = _account;
            _postmaster = Process.Start(start)!;
            _postmaster.ErrorDataReceived += static (_, _) => { };
            _postmaster.BeginErrorReadLine();
            while (!_postmaster.HasExited)
            {
                try
                {
                    await AskAsync("select 1");
                    return;
                }
                catch (NpgsqlException)
                {
                    await Task.Delay(20, patience.Token);
                }
            }

            await Task.Delay(50, patience.Token); // the children of a killed server hold its memory for a moment
        }
    }

    /// <summary>Ends the server and all its processes as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        var children = ListProcesses();
        _postmaster!.Kill();
        foreach (var child in children)
            await SendAsync("-KILL", child);
        await _postmaster.WaitForExitAsync();
    }

    /// <summary>Stops every process of the server where it stands.</summary>
    public async Task PauseAsync() => await SendAsync("-STOP", [.. ListProcesses()]);

    /// <summary>Lets them go on.</summary>
    public async Task ResumeAsync() => await SendAsync("-CONT", [.. ListProcesses()]);

    /// <summary>Makes a standby the primary.</summary>
    public Task PromoteAsync() => AskAsync("select pg_promote()");

    public async Task<string> AskAsync(string sql, string database = "postgres")
    {
        await using var connection = await OpenAsync(database);
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) ?? "";
    }

    /// <summary>A session outside any pool.</summary>
    public async Task<NpgsqlConnection> OpenAsync(string database = "postgres")
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionStringOf(database)) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        if (_postmaster is { HasExited: false })
            await KillAsync();
        _postmaster?.Dispose();
        var log = new DirectoryInfo(Path.Combine(Cluster, "pg_wal")).ResolveLinkTarget(returnFinalTarget: true);
        Directory.Delete(Cluster, recursive: true);
        if (log is not null)
            Directory.Delete(Path.GetDirectoryName(log.FullName)!, recursive: true);
        if (_isOurs)
            Directory.Delete(_folder, recursive: true);
    }

    private static async Task<FaultServer> PrepareAsync(string? folder)
    {
        var programs = await (await TestCluster.Running).FindProgramsAsync();
        var account = Environment.IsPrivilegedProcess ? File.ReadLines("/etc/passwd").Any(static line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody" : null;
        var server = new FaultServer(programs, folder, account);
        await server.GiveAsync(server._folder);
        return server;
    }

    private async Task GiveAsync(string folder)
    {
        if (_account is not null)
            await EndsWellAsync(Process.Start("chown", [_account, folder]), "chown");
    }

    private async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(_programs, program), arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true };
        if (_account is not null)
            start.UserName = _account;
        await EndsWellAsync(Process.Start(start)!, program);
    }

    private static async Task EndsWellAsync(Process process, string name)
    {
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{name} ended with {process.ExitCode}");
        process.Dispose();
    }

    private static Task SendAsync(string signal, params int[] processes) =>
        Process.Start("kill", [signal, .. processes.Select(static id => id.ToString(CultureInfo.InvariantCulture))]).WaitForExitAsync();

    // The postmaster and its children.
    private List<int> ListProcesses()
    {
        var all = new List<int> { _postmaster!.Id };
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(static one => int.TryParse(Path.GetFileName(one), out _)))
        {
            try
            {
                var stat = File.ReadAllText(Path.Combine(folder, "stat"));
                if (int.Parse(stat[(stat.LastIndexOf(')') + 4)..].Split(' ')[0], CultureInfo.InvariantCulture) == _postmaster.Id)
                    all.Add(int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture));
            }
            catch (IOException)
            {
                // It ended meanwhile.
            }
        }

        return all;
    }
}
