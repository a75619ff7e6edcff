namespace AlitaNews.Store.Embedded;

/// <summary>A lock file. The system lets go of it when its holder dies, so a crash leaves no lock behind.</summary>
internal sealed class InstanceLock(string path) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private FileStream? _file;

    /// <summary>Waits until nobody else holds or shares the lock, and holds it.</summary>
    /// <exception cref="EmbeddedPostgresException">Somebody held it for minutes.</exception>
    public async Task TakeAsync(CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            while (!TryTake())
                await Task.Delay(Pause, limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new EmbeddedPostgresException($"Another instance has been starting or stopping the database for minutes: end it, then try again ({path}).");
        }
    }

    /// <summary>Shares the lock with others who share it; for the holder of the lock that guards this one.</summary>
    /// <exception cref="EmbeddedPostgresException">Somebody holds it alone.</exception>
    public void Share()
    {
        if (!TryOpen(FileShare.Read))
            throw new EmbeddedPostgresException($"The lock {path} is held by a program that is not ours.");
    }

    /// <summary>Holds the lock unless anybody else holds or shares it.</summary>
    public bool TryTake() => TryOpen(FileShare.None);

    /// <inheritdoc />
    public void Dispose() => _file?.Dispose();

    private bool TryOpen(FileShare share)
    {
        try
        {
            // .NET asks the system for a shared lock (Read) or for one alone (None), and for neither to wait.
            _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, share, bufferSize: 1);
            return true;
        }
        catch (IOException e) when (e is not DirectoryNotFoundException)
        {
            return false;
        }
    }
}
