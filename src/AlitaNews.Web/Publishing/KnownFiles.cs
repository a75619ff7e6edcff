using AlitaNews.Newsroom;
using AlitaNews.Store.Editions;

namespace AlitaNews.Web.Publishing;

/// <summary>What one look at the folder found to be different.</summary>
/// <param name="Changed">Files that are new or whose stamps differ.</param>
/// <param name="Missing">Paths of files that are not there any more.</param>
public sealed record FolderDifference(IReadOnlyList<FoundFile> Changed, IReadOnlyList<string> Missing);

/// <summary>What the last look at the content folder saw, in memory, on the instance that ingests. Not safe for use by several threads.</summary>
public sealed class KnownFiles
{
    private readonly Dictionary<string, SeenFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _bundles = new(StringComparer.Ordinal); // their texts, one in each language

    /// <summary>How many there are.</summary>
    public int Count => _files.Count;

    /// <summary>Every file.</summary>
    public IReadOnlyCollection<SeenFile> All => _files.Values;

    /// <summary>A file, or null.</summary>
    public SeenFile? Find(string path) => _files.GetValueOrDefault(path);

    /// <summary>Whether a folder holds a bundle's text.</summary>
    public bool IsBundle(string folder) => _bundles.ContainsKey(folder);

    /// <summary>Forgets everything and takes up what the store remembers.</summary>
    public void Load(IEnumerable<SeenFile> files)
    {
        _files.Clear();
        _bundles.Clear();
        foreach (var file in files)
            Put(file);
    }

    /// <summary>Takes up a file, new or changed.</summary>
    public void Put(SeenFile file)
    {
        _files[file.Path] = file;
        NoteBundle(file.Path);
    }

    /// <summary>Notes, before anything is compiled, that a path makes its folder a bundle.</summary>
    public void NoteBundle(string path)
    {
        if (!ContentLayout.IsBundleIndex(path))
            return;
        var folder = ContentLayout.FolderOf(path);
        if (!_bundles.TryGetValue(folder, out var texts))
            _bundles[folder] = texts = new HashSet<string>(StringComparer.Ordinal);
        texts.Add(path);
    }

    /// <summary>Forgets what a file looks like, and of a live one what it holds, so that the next look compiles it again.</summary>
    public void Forget(string path)
    {
        if (_files.TryGetValue(path, out var file))
            _files[path] = file with { Size = -1, Hash = file.State == FileState.Live ? [] : file.Hash };
    }

    /// <summary>Notes, before anything is compiled, that a path is there no more and its folder no longer a bundle.</summary>
    public void NoteGone(string path)
    {
        if (ContentLayout.IsBundleIndex(path) && _bundles.TryGetValue(ContentLayout.FolderOf(path), out var texts) && texts.Remove(path) && texts.Count == 0)
            _bundles.Remove(ContentLayout.FolderOf(path));
    }

    /// <summary>Forgets a file that is gone.</summary>
    public void Remove(string path)
    {
        _files.Remove(path);
        NoteGone(path);
    }

    /// <summary>Compares a look at the whole folder with what is known.</summary>
    public FolderDifference CompareAll(IEnumerable<FoundFile> found, IReadOnlyCollection<UnreadablePath> unreadable)
    {
        var there = new HashSet<string>(_files.Count, StringComparer.Ordinal);
        var changed = new List<FoundFile>();
        foreach (var file in found)
        {
            if (there.Add(file.Path) && Differs(file))
                changed.Add(file);
        }

        // What cannot be looked at is not gone.
        var missing = _files.Keys.Where(path => !there.Contains(path) && !unreadable.Any(at => at.Covers(path))).ToList();
        return new FolderDifference(changed, missing);
    }

    /// <summary>Compares a look at some paths, and what lies below them, with what is known.</summary>
    public FolderDifference ComparePaths(IReadOnlyCollection<string> paths, IReadOnlyCollection<FoundFile> found, IReadOnlyCollection<UnreadablePath> unreadable)
    {
        var there = found.Select(static file => file.Path).ToHashSet(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var path in paths)
        {
            if (there.Contains(path))
                continue;
            if (_files.ContainsKey(path))
                missing.Add(path);
            else
                missing.AddRange(_files.Keys.Where(known => IsBelow(known, path) && !there.Contains(known)));
        }

        missing.RemoveAll(path => unreadable.Any(at => at.Covers(path)));
        return new FolderDifference([.. found.DistinctBy(static file => file.Path).Where(Differs)], [.. missing.Distinct(StringComparer.Ordinal)]);
    }

    private bool Differs(FoundFile file) =>
        !_files.TryGetValue(file.Path, out var known)
        || known.Size != file.Stamp.Size
        || known.Modified != file.Stamp.Modified
        || known.Changed != file.Stamp.Changed
        || known.Inode != file.Stamp.Inode;

    private static bool IsBelow(string path, string folder) =>
        folder.Length == 0 || (path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal));
}
