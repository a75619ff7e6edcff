using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AlitaNews.Store.Embedded;

/// <summary>Where the embedded database lies: the cluster, its socket, its log and the locks of those who use it.</summary>
internal sealed record PostgresFolder
{
    /// <summary>Where root keeps a database whose data folder other accounts cannot enter.</summary>
    public const string SystemFolder = "/var/lib/alitanews";

    /// <summary>Only names the socket file: nothing listens on a network.</summary>
    public const int Port = 5432;

    // A socket's whole path has to fit into 104 bytes on the narrowest system.
    private const int LongestSocketFolder = 84;

    private PostgresFolder(string home, string socketFolder, string? account, bool abandoned)
    {
        (Home, SocketFolder, Account, IsAbandoned) = (home, socketFolder, account, abandoned);
    }

    /// <summary>The folder all of it lies in, open to the server's account only.</summary>
    public string Home { get; }

    /// <summary>The folder of the socket.</summary>
    public string SocketFolder { get; }

    /// <summary>The account the server runs as; null is our own.</summary>
    public string? Account { get; }

    /// <summary>Whether the database found here belongs to a data folder that has been deleted since.</summary>
    public bool IsAbandoned { get; }

    /// <summary>PostgreSQL's data folder.</summary>
    public string Cluster => Path.Combine(Home, "cluster");

    /// <summary>Where a cluster is made before it is complete.</summary>
    public string NewCluster => Path.Combine(Home, "cluster.new");

    /// <summary>What the server writes.</summary>
    public string Log => Path.Combine(Home, "server.log");

    /// <summary>Held while someone starts or stops the server.</summary>
    public string StartLock => Path.Combine(Home, "start.lock");

    /// <summary>Shared by everyone who uses the server.</summary>
    public string UseLock => Path.Combine(Home, "app.lock");

    /// <summary>The server's own note of its process.</summary>
    public string PostmasterFile => Path.Combine(Cluster, "postmaster.pid");

    /// <summary>The socket.</summary>
    public string Socket => Path.Combine(SocketFolder, string.Create(CultureInfo.InvariantCulture, $".s.PGSQL.{Port}"));

    /// <summary>The server's note of its process beside the socket.</summary>
    public string SocketLock => Socket + ".lock";

    /// <summary>The configuration the server reads.</summary>
    public string Configuration => Path.Combine(Cluster, "postgresql.conf");

    /// <summary>Whether there is a database.</summary>
    public bool HasCluster => Directory.Exists(Cluster);

    /// <summary>The major version the database was made by; null where there is none, or where its folder is broken.</summary>
    public int? FindMajorVersion()
    {
        var file = Path.Combine(Cluster, "PG_VERSION");
        return File.Exists(file) && int.TryParse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture, out var major) ? major : null;
    }

    /// <summary>Finds or makes the folder for the database of a data folder.</summary>
    /// <exception cref="EmbeddedPostgresException">It cannot be made or entered.</exception>
    public static async Task<PostgresFolder> OpenAsync(string dataFolder, CancellationToken cancel)
    {
        dataFolder = Path.GetFullPath(dataFolder);
        try
        {
            Directory.CreateDirectory(dataFolder);
            return await FindElsewhereAsync(dataFolder, cancel)
                ?? await TryHomeAsync(Path.Combine(dataFolder, "pg"), abandoned: false, cancel)
                ?? await MakeElsewhereAsync(dataFolder, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException(
                $"The data folder {dataFolder} cannot be used: {e.Message.TrimEnd('.')}; name another one in Alita__Data, or a server of your own in ConnectionStrings__Postgres.", e);
        }
    }

    // Names the place of the database where root had to put it elsewhere; deleted with the data folder.
    private static string PointerIn(string dataFolder) => Path.Combine(dataFolder, "pg.elsewhere");

    private static async Task<PostgresFolder?> FindElsewhereAsync(string dataFolder, CancellationToken cancel) =>
        File.Exists(PointerIn(dataFolder))
            ? await TryHomeAsync((await File.ReadAllTextAsync(PointerIn(dataFolder), cancel)).Trim(), abandoned: false, cancel)
            : null;

    private static async Task<PostgresFolder> MakeElsewhereAsync(string dataFolder, CancellationToken cancel)
    {
        var home = Path.Combine(SystemFolder, ShortHash(dataFolder));
        Directory.CreateDirectory(SystemFolder, WorldReadable);
        var folder = await TryHomeAsync(home, abandoned: Directory.Exists(home), cancel)
            ?? throw new EmbeddedPostgresException($"The folder {home} cannot be entered by the account PostgreSQL runs as.");
        await File.WriteAllTextAsync(PointerIn(dataFolder), home + "\n", cancel);
        return folder;
    }

    private static async Task<PostgresFolder?> TryHomeAsync(string home, bool abandoned, CancellationToken cancel)
    {
        var existed = Directory.Exists(home);
        var account = await PostgresAccount.FindForAsync(home, cancel);
        Directory.CreateDirectory(home);
        await PostgresAccount.GiveAsync(home, account, cancel);
        if (!await PostgresAccount.CanEnterAsync(home, account, cancel))
        {
            if (!existed)
                Directory.Delete(home);
            return null;
        }

        var socketFolder = SocketFolderFor(home, account);
        Directory.CreateDirectory(socketFolder);
        await PostgresAccount.GiveAsync(socketFolder, account, cancel);
        return new PostgresFolder(home, socketFolder, account, abandoned);
    }

    // Beside the cluster, unless the checkout lies so deep that the socket's name would be too long for the system.
    private static string SocketFolderFor(string home, string? account)
    {
        var inside = Path.Combine(home, "run");
        if (Encoding.UTF8.GetByteCount(inside) <= LongestSocketFolder)
            return inside;

        var runtime = Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR");
        var ownRuntime = account is null && runtime is { Length: > 0 and < 40 } && Directory.Exists(runtime);
        return Path.Combine(ownRuntime ? runtime! : "/tmp", "alitanews-" + ShortHash(home));
    }

    private static string ShortHash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    private const UnixFileMode WorldReadable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
}
