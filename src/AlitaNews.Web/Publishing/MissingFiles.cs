using AlitaNews.Newsroom.Rules;
using AlitaNews.Store.Editions;

namespace AlitaNews.Web.Publishing;

/// <summary>
/// Files that were not there at the last look, or had nothing in them any more. Editors that save by deleting, or emptying, and writing
/// again, and folders that are replaced file by file, are given a moment before that counts. Not safe for use by several threads.
/// </summary>
public sealed class MissingFiles(TimeProvider time)
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(400);

    private readonly Dictionary<string, long> _since = new(StringComparer.Ordinal);

    /// <summary>Those that are given time: every look must look at them again.</summary>
    public IReadOnlyCollection<string> Waiting => _since.Keys;

    /// <summary>Set where files are given time: look again after this long.</summary>
    public TimeSpan? LookAgainAfter { get; private set; }

    /// <summary>Forgets what it waits for.</summary>
    public void Clear()
    {
        _since.Clear();
        LookAgainAfter = null;
    }

    /// <summary>A difference without the files that are given time: what is missing in it is gone for good, missing long enough or evidently moved.</summary>
    public FolderDifference Sift(FolderDifference difference, KnownFiles known)
    {
        var emptied = difference.Changed.Where(file => file.Stamp.Size == 0 && known.Find(file.Path) is { Size: > 0 }).Select(static file => file.Path).ToHashSet(StringComparer.Ordinal);
        var over = ListOver(difference with { Missing = [.. difference.Missing, .. emptied] }, known).ToHashSet(StringComparer.Ordinal);
        return new FolderDifference(
            [.. difference.Changed.Where(file => !emptied.Contains(file.Path) || over.Contains(file.Path))],
            [.. difference.Missing.Where(over.Contains)]);
    }

    private List<string> ListOver(FolderDifference difference, KnownFiles known)
    {
        LookAgainAfter = null;
        if (difference.Missing.Count == 0)
        {
            _since.Clear();
            return [];
        }

        var missing = difference.Missing.ToHashSet(StringComparer.Ordinal);
        foreach (var back in _since.Keys.Where(path => !missing.Contains(path)).ToList())
            _since.Remove(back);

        var newcomers = difference.Changed.Where(file => known.Find(file.Path) is null).ToList();
        var inodes = newcomers.Select(static file => file.Stamp.Inode).ToHashSet();
        var sizes = newcomers.Select(static file => file.Stamp.Size).ToHashSet();
        var stems = newcomers.Select(static file => IndexKeys.StemOf(file.Path)).ToHashSet(StringComparer.Ordinal);
        var gone = new List<string>();
        foreach (var path in difference.Missing)
        {
            if (!_since.TryGetValue(path, out var since))
                _since[path] = since = time.GetTimestamp();
            var left = Grace - time.GetElapsedTime(since);
            if (left <= TimeSpan.Zero || (known.Find(path) is { } file && IsAmong(file)))
            {
                gone.Add(path);
                _since.Remove(path);
            }
            else if (!(LookAgainAfter < left))
            {
                LookAgainAfter = left;
            }
        }

        return gone;

        // A rename keeps the inode; a tool that writes the file anew keeps its length or its name.
        bool IsAmong(SeenFile file) => (file.Inode != 0 && inodes.Contains(file.Inode)) || sizes.Contains(file.Size) || stems.Contains(IndexKeys.StemOf(file.Path));
    }
}
