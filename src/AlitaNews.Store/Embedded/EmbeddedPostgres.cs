using System.Globalization;

namespace AlitaNews.Store.Embedded;

/// <summary>
/// A private PostgreSQL beside the content: made at the first start, shared by all instances that name the same data
/// folder, stopped by the last of them. Survives the death of any of its parts.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private readonly PostgresServer _server;
    private readonly PostgresFolder _folder;
    private readonly PostgresBinaries _binaries;
    private readonly bool _durable;
    private readonly InstanceLock _use;
    private int _left;

    private EmbeddedPostgres(PostgresServer server, PostgresFolder folder, PostgresBinaries binaries, bool durable)
    {
        _server = server;
        _folder = folder;
        _binaries = binaries;
        _durable = durable;
        _use = new InstanceLock(folder.UseLock);
        _use.Share();
    }

    /// <summary>How to reach the server: through its socket, as the owner of everything in it.</summary>
    public string ConnectionString => _server.ConnectionString;

    /// <summary>The folder the server keeps its files in.</summary>
    public string Folder => _folder.Home;

    /// <summary>Starts the database of a data folder, or joins those who use it already.</summary>
    /// <param name="settings">Which folder, which programs.</param>
    /// <param name="progress">Hears one line for each step that takes time, or that an operator should know of.</param>
    /// <param name="cancel">Gives up; what was begun is finished or undone by the next start.</param>
    /// <exception cref="EmbeddedPostgresException">It cannot be started; one line says why.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(
        EmbeddedPostgresSettings settings, Action<string> progress, CancellationToken cancel)
    {
        if (OperatingSystem.IsWindows())
            throw new EmbeddedPostgresException("The embedded database needs Linux or macOS: name a server of your own in ConnectionStrings__Postgres.");

        var folder = await PostgresFolder.OpenAsync(settings.DataFolder, cancel);
        try
        {
            using var start = new InstanceLock(folder.StartLock);
            await start.TakeAsync(cancel);
            var binaries = await PostgresBinaries.FindAsync(settings.PostgresBin, settings.DataFolder, folder.FindMajorVersion(), cancel);
            var server = new PostgresServer(folder, binaries);
            await ReadyAsync(server, folder, binaries, settings.Durable, progress, cancel);

            return new EmbeddedPostgres(server, folder, binaries, settings.Durable);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException($"The database folder {folder.Home} cannot be used: {e.Message}", e);
        }
    }

    /// <summary>Starts the server again whenever it was killed, until cancelled; nobody else would.</summary>
    /// <param name="progress">Hears what is done, and once why it cannot be.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task KeepAsync(Action<string> progress, CancellationToken cancel)
    {
        string? trouble = null;
        while (true)
        {
            await Task.Delay(Look, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cancel.IsCancellationRequested)
                return;
            try
            {
                if (PostmasterState.Read(_folder).IsAlive)
                    continue;
                using var start = new InstanceLock(_folder.StartLock);
                await start.TakeAsync(cancel);
                await ReadyAsync(_server, _folder, _binaries, _durable, progress, cancel);
                trouble = null;
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Whatever it was: nobody else would start the server again.
                if (trouble != e.Message)
                    progress(e is EmbeddedPostgresException or IOException or UnauthorizedAccessException ? e.Message : e.ToString());
                trouble = e.Message;
            }
        }
    }

    /// <summary>Leaves the server; the last one out stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _left, 1) == 1)
            return;

        using var start = new InstanceLock(_folder.StartLock);
        await start.TakeAsync(CancellationToken.None);
        _use.Dispose();
        using var alone = new InstanceLock(_folder.UseLock);
        if (alone.TryTake())
            await _server.StopAsync();
    }

    private static async Task ReadyAsync(
        PostgresServer server, PostgresFolder folder, PostgresBinaries binaries, bool durable, Action<string> progress, CancellationToken cancel)
    {
        if (folder.IsAbandoned && folder.HasCluster)
        {
            progress("The data folder is new, so the database of the deleted one goes too.");
            await server.StopAsync();
            Directory.Delete(folder.Cluster, recursive: true);
        }

        if (await server.AdoptAsync(cancel))
        {
            progress("PostgreSQL runs already: using it.");
            return;
        }

        if (folder.HasCluster && folder.FindMajorVersion() != binaries.MajorVersion)
            progress(SetAside(folder, binaries));

        if (folder.HasCluster)
        {
            progress($"Starting PostgreSQL {binaries.MajorVersion} …");
        }
        else
        {
            progress($"Making a database with PostgreSQL {binaries.MajorVersion} in {folder.Home} …");
            await server.CreateAsync(cancel);
        }

        await server.StartAsync(durable, cancel);
    }

    // A cluster belongs to one major version. Nothing is deleted: whoever installs that version again may rename it back.
    private static string SetAside(PostgresFolder folder, PostgresBinaries binaries)
    {
        var version = folder.FindMajorVersion()?.ToString(CultureInfo.InvariantCulture) ?? "unknown";
        var aside = folder.Cluster + ".version-" + version;
        if (Directory.Exists(aside))
            Directory.Delete(aside, recursive: true);
        Directory.Move(folder.Cluster, aside);
        return $"The database was made by PostgreSQL {version}, and this machine has {binaries.MajorVersion}: it is kept as {aside} and rebuilt "
            + "from the content. Only first-seen dates, automatic redirects and what was known of deleted files start anew.";
    }
}
