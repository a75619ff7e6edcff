using System.Text;
using AlitaNews.Newsroom;
using AlitaNews.Newsroom.Rules;
using AlitaNews.Store.Editions;

namespace AlitaNews.Web.Publishing;

/// <summary>
/// Finds files that were renamed and broken in one save. Without it an article whose path went would answer 410 though its file is there,
/// with an error, under another name: a file with an error keeps its last good version online. Not safe for use by several threads.
/// </summary>
internal sealed class BrokenRenames(ContentFolder folder, KnownFiles known, ContentIndex index, DateTimeOffset now)
{
    /// <summary>Tools that write the new file before they take the old one away are done with both in this time.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(1);

    /// <summary>Pairs a path that went with the path of the broken file that its article is now.</summary>
    /// <param name="part">Files of this round, compiled.</param>
    /// <param name="gone">Paths that went.</param>
    /// <param name="readBodies">Reads the bodies of articles by their paths.</param>
    public async Task<IReadOnlyList<(FileFacts Before, string Path)>> ListAsync(
        IReadOnlyList<ReadFile> part, IReadOnlyCollection<string> gone, Func<IReadOnlyCollection<string>, Task<IReadOnlyDictionary<string, string>>> readBodies)
    {
        var left = gone.Select(path => index.Live.GetValueOrDefault(path)).OfType<FileFacts>().Where(static facts => facts.Article is { Removed: false }).ToList();
        if (left.Count == 0)
            return [];
        var broken = ListBroken(part, gone.ToHashSet(StringComparer.Ordinal));
        if (broken.Count == 0)
            return [];

        var bodies = await readBodies([.. left.Select(static facts => facts.Path)]);
        var pairs = new List<(FileFacts, string)>();
        foreach (var path in broken)
        {
            var text = ReadText(path);
            var before = text.AsSpan().Trim().IsEmpty ? FindByInode(path, part, left) : BrokenRename.FindBefore(path, text, left, facts => bodies.GetValueOrDefault(facts.Path, ""));
            if (before is null)
                continue;
            left.Remove(before);
            pairs.Add((before, path));
        }

        return pairs;
    }

    // Newcomers that are held, of this round and of those just before it.
    private List<string> ListBroken(IReadOnlyList<ReadFile> part, HashSet<string> gone)
    {
        var ofPart = part.ToLookup(static file => file.Seen.Path, StringComparer.Ordinal);
        var held = index.Held.Values
            .Where(facts => facts.Kind == FileKind.Article && !ofPart.Contains(facts.Path) && known.Find(facts.Path) is { } file && now - file.FirstSeen < Together)
            .Select(static facts => facts.Path);
        return [.. part.Where(file => file.Facts.Kind == FileKind.Article && IsHeld(file)).Select(static file => file.Seen.Path).Concat(held)
            .Where(path => !index.Live.ContainsKey(path) && !gone.Contains(path)).Order(StringComparer.Ordinal)];

        bool IsHeld(ReadFile file) => file.Seen.State == FileState.Held || (!file.Unchanged && index.CollisionOf(file.Facts) is { } rival && !gone.Contains(rival.Path));
    }

    private string ReadText(string path)
    {
        try
        {
            return folder.Read(path) is { } bytes ? Encoding.UTF8.GetString(bytes) : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    // Of a file that says nothing at all, only what the file system says is left.
    private FileFacts? FindByInode(string path, IReadOnlyList<ReadFile> part, List<FileFacts> left)
    {
        var inode = part.FirstOrDefault(file => file.Seen.Path == path)?.Seen.Inode ?? known.Find(path)?.Inode ?? 0;
        return inode == 0 ? null : left.Find(facts => known.Find(facts.Path)?.Inode == inode);
    }
}
