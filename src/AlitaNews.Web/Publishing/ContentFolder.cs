using System.IO.Enumeration;
using AlitaNews.Newsroom;
using AlitaNews.Newsroom.Site;

namespace AlitaNews.Web.Publishing;

/// <summary>A file as one look at the folder saw it.</summary>
/// <param name="Path">Relative to the content folder, with <c>/</c> between its parts.</param>
/// <param name="Stamp">What the file system says of it.</param>
public readonly record struct FoundFile(string Path, FileStamp Stamp);

/// <summary>
/// The only code that reads the content folder. Links are followed as long as they stay inside; nothing outside the folder and the
/// media roots beside it is ever opened. Stateless and safe to share.
/// </summary>
public sealed class ContentFolder
{
    /// <summary>Deeper folders are not looked at: no editor nests like that, a mount that contains itself does.</summary>
    private const int DeepestFolder = 40;

    private readonly string _root;

    /// <summary>A folder by its path; it need not exist yet.</summary>
    public ContentFolder(string root) => _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    /// <summary>The absolute path of the folder.</summary>
    public string Root => _root;

    /// <summary>Whether the folder is there and may be read.</summary>
    /// <exception cref="IOException">It is there but cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It is there but may not be read.</exception>
    public bool IsReadable()
    {
        if (!Directory.Exists(_root))
            return false;
        using var first = Directory.EnumerateFileSystemEntries(_root).GetEnumerator();
        _ = first.MoveNext();
        return true;
    }

    /// <summary>The names of the folders directly below; null where the folder itself is not there.</summary>
    public IReadOnlySet<string>? ListTopFolders() =>
        Directory.Exists(_root)
            ? Directory.EnumerateDirectories(_root).Select(static path => Path.GetFileName(path)!).Where(static name => !ContentLayout.IsIgnored(name)).ToHashSet(StringComparer.Ordinal)
            : null;

    /// <summary>Everything there is, in no order.</summary>
    /// <param name="mediaRoots">Folders beside the content folder in which pictures may lie.</param>
    /// <param name="unreadable">Takes the folders and files that cannot be looked at: what lies there is unknown, not gone.</param>
    /// <param name="cancel">Stops the walk.</param>
    public IEnumerable<FoundFile> ListAll(IReadOnlyList<string> mediaRoots, ICollection<UnreadablePath> unreadable, CancellationToken cancel)
    {
        foreach (var found in Walk(_root, "", unreadable, cancel))
            yield return found;
        foreach (var name in GeneratorParser.NamesBeside)
        {
            if (Resolve("../" + name) is { } full && FileStamp.Read(full) is { } stamp)
                yield return new FoundFile("../" + name, stamp);
        }

        foreach (var root in mediaRoots)
        {
            var beside = "../" + root;
            if (Resolve(beside) is { } full && Directory.Exists(full))
            {
                foreach (var found in Walk(full, beside, unreadable, cancel))
                {
                    if (ContentLayout.IsPicture(found.Path))
                        yield return found;
                }
            }
        }
    }

    /// <summary>What lies at a path or below it: nothing, one file, or the files of a folder.</summary>
    /// <param name="path">The path.</param>
    /// <param name="unreadable">Takes the folders and files that cannot be looked at.</param>
    /// <param name="cancel">Stops the walk.</param>
    public IEnumerable<FoundFile> ListAt(string path, ICollection<UnreadablePath> unreadable, CancellationToken cancel)
    {
        if (path.Split('/').Any(static part => part != ".." && ContentLayout.IsIgnored(part)) || Resolve(path) is not { } full)
            return [];
        if (Directory.Exists(full))
            return StaysInside(full) ? Walk(full, path, unreadable, cancel) : [];
        if (FileStamp.ReadFile(full, out var trouble) is { } stamp)
            return StaysInside(full) ? [new FoundFile(path, stamp)] : [];
        if (trouble is not null)
            unreadable.Add(new UnreadablePath(path, trouble));
        else
            NoteUnreadable(path, unreadable);
        return [];
    }

    /// <summary>Reads a file.</summary>
    /// <returns>Its bytes, or null where it went meanwhile, or is a link that leads outside.</returns>
    /// <exception cref="IOException">It is there but cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It is there but may not be read.</exception>
    public byte[]? Read(string path)
    {
        if (Resolve(path) is not { } full)
            return null;
        try
        {
            // What was found by walking was looked at there; the site's own files are asked for by name.
            if (new FileInfo(full).LinkTarget is not null && !StaysInside(full))
                return null;
            if (FileStamp.ReadFile(full, out var trouble) is null)
                return trouble is null ? null : throw new IOException(trouble);
            return File.ReadAllBytes(full);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whether a file can be opened at this moment.</summary>
    public bool CanOpen(string path)
    {
        try
        {
            using var handle = Resolve(path) is { } full && FileStamp.ReadFile(full, out _) is not null ? File.OpenHandle(full) : null;
            return handle is not null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The absolute path of a file of the folder or of a media root beside it, or null where the path leads elsewhere.</summary>
    public string? Resolve(string path)
    {
        if (path.Contains('\0', StringComparison.Ordinal))
            return null;
        var full = Path.GetFullPath(Path.Combine(_root, path));
        var bounds = path.StartsWith("../", StringComparison.Ordinal) ? Path.GetDirectoryName(_root) ?? _root : _root;
        return full == bounds || full.StartsWith(bounds == "/" ? bounds : bounds + "/", StringComparison.Ordinal) ? full : null;
    }

    // Nothing was found at a path: either it is gone, or a folder on the way to it may not be looked into.
    private void NoteUnreadable(string path, ICollection<UnreadablePath> unreadable)
    {
        for (var at = ContentLayout.FolderOf(path); at.Length > 0; at = ContentLayout.FolderOf(at))
        {
            try
            {
                using var entries = Directory.EnumerateFileSystemEntries(Path.Combine(_root, at)).GetEnumerator();
                return;
            }
            catch (DirectoryNotFoundException)
            {
                // Look further up.
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                unreadable.Add(Refused(at));
                return;
            }
        }
    }

    private IEnumerable<FoundFile> Walk(string folder, string relative, ICollection<UnreadablePath> unreadable, CancellationToken cancel)
    {
        var pending = new Stack<(string Full, string Relative, int Depth)>();
        pending.Push((folder, relative, 0));
        while (pending.TryPop(out var at))
        {
            cancel.ThrowIfCancellationRequested();
            List<(string Name, bool IsFolder, bool IsLink)> entries;
            try
            {
                entries = [.. new FileSystemEnumerable<(string, bool, bool)>(
                    at.Full,
                    static (ref FileSystemEntry entry) => (entry.FileName.ToString(), entry.IsDirectory, (entry.Attributes & FileAttributes.ReparsePoint) != 0),
                    new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false, RecurseSubdirectories = false })];
            }
            catch (DirectoryNotFoundException)
            {
                continue; // it went while we looked
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                unreadable.Add(Refused(at.Relative));
                continue;
            }

            foreach (var (name, isFolder, isLink) in entries)
            {
                if (ContentLayout.IsIgnored(name))
                    continue;
                var full = at.Full + "/" + name;
                var path = at.Relative.Length == 0 ? name : at.Relative + "/" + name;
                string? trouble = null;
                var stamp = isFolder ? null : FileStamp.ReadFile(full, out trouble);
                if (isLink && trouble is null && !StaysInside(full))
                    continue;
                if (isFolder && at.Depth < DeepestFolder)
                    pending.Push((full, path, at.Depth + 1));
                else if (isFolder || trouble is not null)
                    unreadable.Add(new UnreadablePath(path, trouble ?? $"folders more than {DeepestFolder} deep are not looked at"));
                else if (stamp is not null)
                    yield return new FoundFile(path, stamp.Value);
            }
        }
    }

    private static UnreadablePath Refused(string folder) => new(folder, "the folder cannot be read");

    // A link may lead anywhere inside the real folder, but not to a folder above itself: that would be walked for ever.
    private bool StaysInside(string full)
    {
        try
        {
            var root = RealPath(_root);
            var target = RealPath(full);
            if (target is null || root is null)
                return false;
            var beside = Path.GetDirectoryName(root) ?? root;
            var bounds = full.StartsWith(_root + "/", StringComparison.Ordinal) ? root : beside;
            return target.StartsWith(bounds + "/", StringComparison.Ordinal)
                && !(full + "/").StartsWith(target + "/", StringComparison.Ordinal) | target == full;
        }
        catch (IOException)
        {
            return false; // a circle of links
        }
    }

    private static string? RealPath(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var real = "";
        foreach (var part in parts)
        {
            real += "/" + part;
            var info = new FileInfo(real);
            if (info.LinkTarget is null)
                continue;
            if (info.ResolveLinkTarget(returnFinalTarget: true) is not { } target)
                return null;
            real = Path.TrimEndingDirectorySeparator(target.FullName);
        }

        return real;
    }
}
