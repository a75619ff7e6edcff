namespace AlitaNews.Web.Publishing;

/// <summary>Where to look next.</summary>
/// <param name="Everything">Look at the whole folder.</param>
/// <param name="Paths">Else: at these paths and what lies below them.</param>
public sealed record ContentHint(bool Everything, IReadOnlyCollection<string> Paths)
{
    /// <summary>Look at the whole folder.</summary>
    public static ContentHint All { get; } = new(Everything: true, []);

    /// <summary>Nothing is known to have changed.</summary>
    public static ContentHint None { get; } = new(Everything: false, []);
}

/// <summary>
/// Says that something in the content folder may have changed: a hint, never more, because notices get lost, links send none, and
/// a folder that is replaced falls silent. A look at everything at every heartbeat makes all of that right.
/// </summary>
public sealed class ContentWatcher : IDisposable
{
    /// <summary>How long nothing must happen before a change is looked at.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(100);

    /// <summary>A storm of changes is looked at after this long at the latest.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>With more paths than this one walk over everything is cheaper.</summary>
    private const int ManyPaths = 2_000;

    private readonly string _root;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _touched = new(0, 1);
    private FileSystemWatcher? _watcher;
    private bool _everything;
    private long _inode;
    private volatile bool _broken;

    /// <summary>Begins to watch; a folder that is not there yet is watched from the <see cref="Renew"/> that finds it.</summary>
    public ContentWatcher(string root, TimeProvider time)
    {
        _root = root;
        _time = time;
        Renew();
    }

    /// <summary>Waits for a change.</summary>
    /// <param name="patience">For this long at most.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<ContentHint> WaitAsync(TimeSpan patience, CancellationToken cancel)
    {
        if (!await _touched.WaitAsync(patience, cancel))
            return ContentHint.None;

        var began = _time.GetTimestamp();
        while (_time.GetElapsedTime(began) < Longest && await _touched.WaitAsync(Quiet, cancel))
        {
            // Another change: wait until it is quiet.
        }

        lock (_gate)
        {
            var hint = _everything || _paths.Count > ManyPaths ? ContentHint.All : new ContentHint(false, [.. _paths]);
            _paths.Clear();
            _everything = false;
            return hint;
        }
    }

    /// <summary>Asks for a look at a path, as a change there would.</summary>
    public void Touch(string path)
    {
        lock (_gate)
        {
            if (_paths.Count <= ManyPaths)
                _paths.Add(path);
        }

        Signal();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _watcher?.Dispose();
        _touched.Dispose();
    }

    /// <summary>Watches anew where need be: a watcher whose folder was replaced, or that lost notices, may stay silent for ever.</summary>
    public void Renew()
    {
        var folder = FileStamp.Read(_root);
        if (_watcher is not null && !_broken && folder is not null && folder.Value.Inode == _inode)
            return;
        _broken = false;
        _watcher?.Dispose();
        _watcher = null;
        if (folder is null)
            return;
        _inode = folder.Value.Inode;
        var watcher = new FileSystemWatcher();
        try
        {
            watcher.Path = _root;
            watcher.IncludeSubdirectories = true;
            watcher.NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.Attributes;
            watcher.Changed += (_, e) => TouchFull(e.FullPath);
            watcher.Created += (_, e) => TouchFull(e.FullPath);
            watcher.Deleted += (_, e) => TouchFull(e.FullPath);
            watcher.Renamed += (_, e) =>
            {
                TouchFull(e.OldFullPath);
                TouchFull(e.FullPath);
            };
            watcher.Error += (_, _) =>
            {
                _broken = true;
                TouchEverything();
            };
            watcher.EnableRaisingEvents = true;
            _watcher = watcher;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // No more watches to be had, or the folder went: the heartbeat alone is right, only slower.
            watcher.Dispose();
        }
    }

    private void TouchFull(string fullPath)
    {
        var path = Path.GetRelativePath(_root, fullPath);
        if (path == ".")
            TouchEverything();
        else
            Touch(path);
    }

    private void TouchEverything()
    {
        lock (_gate)
            _everything = true;
        Signal();
    }

    private void Signal()
    {
        try
        {
            if (_touched.CurrentCount == 0)
                _touched.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // Two changes at once, or one while we stop: one signal is enough.
        }
    }
}
