using System.Diagnostics;
using System.Globalization;
using AlitaNews.Store.Embedded;
using Npgsql;

namespace AlitaNews.Site.Tests.Embedded;

/// <summary>A data folder of its own for one test, with what is needed to do damage to it and to look at it.</summary>
public sealed class ScratchCluster : IAsyncLifetime
{
    private readonly List<EmbeddedPostgres> _started = [];

    /// <summary>The data folder; everybody may look into it, as into a checkout.</summary>
    public string DataFolder { get; } = Directory.CreateTempSubdirectory("alitanews-embedded-").FullName;

    /// <summary>What was said while starting.</summary>
    public List<string> Progress { get; } = [];

    public string Cluster => Path.Combine(DataFolder, "pg", "cluster");

    public string PostmasterFile => Path.Combine(Cluster, "postmaster.pid");

    public string SocketLock => Path.Combine(DataFolder, "pg", "run", ".s.PGSQL.5432.lock");

    public Task InitializeAsync()
    {
        File.SetUnixFileMode(DataFolder, File.GetUnixFileMode(DataFolder) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        return Task.CompletedTask;
    }

    public async Task<EmbeddedPostgres> StartAsync(string? binaries = null, string? folder = null)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var postgres = await EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresSettings { DataFolder = folder ?? DataFolder, PostgresBin = binaries ?? SetBinaries, Durable = false },
            line =>
            {
                lock (Progress)
                    Progress.Add(line);
            },
            limit.Token);
        lock (_started)
            _started.Add(postgres);
        return postgres;
    }

    /// <summary>Starts the server with nobody holding a lock on it: what a site leaves that was killed.</summary>
    public async Task StartOrphanAsync()
    {
        var postgres = await StartAsync();
        var server = ReadServerProgram();
        await postgres.DisposeAsync();
        var owner = (await RunAsync("stat", ["-c", "%U", Cluster])).Trim();
        var account = owner == Environment.UserName ? null : owner;
        await RunAsync(Path.Combine(Path.GetDirectoryName(server)!, "pg_ctl"), ["start", "-D", Cluster, "-l", Path.Combine(DataFolder, "pg", "server.log"), "-w", "-s"], account);
    }

    /// <summary>A process that shares the lock of those who use the database, as another site would.</summary>
    public async Task<Process> StartOtherUserAsync()
    {
        var useLock = Path.Combine(DataFolder, "pg", "app.lock");
        var other = Process.Start("flock", ["--shared", "--no-fork", useLock, "sleep", "600"]);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{other.Id}/cmdline")).StartsWith("sleep", StringComparison.Ordinal))
            await Task.Delay(10, limit.Token);
        return other;
    }

    public int ReadServerId() => int.Parse(File.ReadLines(PostmasterFile).First(), CultureInfo.InvariantCulture);

    /// <summary>Ends the server as a crash would, and waits until it is gone.</summary>
    public async Task KillServerAsync()
    {
        using var server = Process.GetProcessById(ReadServerId());
        server.Kill();
        await server.WaitForExitAsync();
    }

    public static async Task<string> AskAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) ?? "";
    }

    /// <summary>Every instance that was started leaves.</summary>
    public async Task StopAllAsync()
    {
        foreach (var postgres in _started)
            await postgres.DisposeAsync();
        _started.Clear();
    }

    public async Task DisposeAsync()
    {
        await StopAllAsync();
        Directory.Delete(DataFolder, recursive: true);
    }

    /// <summary>The programs to test with, where a setting names them.</summary>
    public static string? SetBinaries => Environment.GetEnvironmentVariable("Alita__PostgresBin");

    private string ReadServerProgram() =>
        File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{ReadServerId()}/cmdline")).Split('\0')[0];

    private async Task<string> RunAsync(string program, string[] arguments, string? account = null)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = DataFolder, RedirectStandardOutput = true };
        if (account is not null)
            start.UserName = account;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
