using AlitaNews.Newsroom;
using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Site;
using AlitaNews.Store.Editions;

namespace AlitaNews.Web.Publishing;

/// <summary>
/// What the folder itself says about how its files are compiled: where articles lie, <c>site.yaml</c>, folder defaults. When one of these
/// changes, the files that depend on it are compiled again. Not safe for use by several threads.
/// </summary>
public sealed class FolderSettings(ContentFolder folder)
{
    private readonly HashSet<string> _forced = new(StringComparer.Ordinal);
    private bool _loaded;

    /// <summary>What files are compiled with.</summary>
    public CompileSettings Compile { get; private set; } = new()
    {
        Site = SiteFile.Default,
        Now = DateTimeOffset.UnixEpoch,
        Layout = ContentLayout.Detect(new HashSet<string>()),
    };

    /// <summary>Whether a file must be compiled though its content is as it was.</summary>
    public bool MustCompile(string path) => _forced.Contains(path);

    /// <summary>Takes up what changed, and adds to it the files that depend on that.</summary>
    public FolderDifference Refresh(FolderDifference difference, KnownFiles known, DateTimeOffset now, CancellationToken cancel)
    {
        _forced.Clear();
        Compile = Compile with { Now = now };
        if (difference.Changed.Count == 0 && difference.Missing.Count == 0)
            return difference;

        var layout = ContentLayout.Detect(folder.ListTopFolders());
        var moved = _loaded && layout.ArticleRoot != Compile.Layout.ArticleRoot;
        Compile = Compile with { Layout = layout };
        foreach (var file in difference.Changed)
            known.NoteBundle(file.Path);

        var paths = difference.Changed.Select(static file => file.Path).Concat(difference.Missing).ToList();
        var site = !_loaded || paths.Exists(path => KindOf(path, known) == FileKind.Site) ? ReadSite(now) : Compile.Site;
        var siteChanged = _loaded && !site.CompilesLike(Compile.Site);
        Compile = Compile with { Site = site };

        var cascading = paths.Where(path => KindOf(path, known) is FileKind.Defaults or FileKind.Section).Select(ContentLayout.FolderOf).ToList();
        if (!_loaded || cascading.Count > 0 || siteChanged)
            Compile = Compile with { Defaults = ReadDefaults(known, difference, now, cancel) };
        foreach (var file in known.All)
        {
            if (moved || siteChanged || (_loaded && file.Kind == FileKind.Article && cascading.Exists(above => IsBelow(file.Path, above))))
                _forced.Add(file.Path);
            else if (file.State == FileState.Live && file.Kind != KindOf(file.Path, known))
                _forced.Add(file.Path); // a bundle's text came or went: what lies beside it is something else now
        }

        _loaded = true;
        return difference with { Changed = [.. difference.Changed.Concat(ListForced(difference, known))] };
    }

    private IEnumerable<FoundFile> ListForced(FolderDifference difference, KnownFiles known)
    {
        if (_forced.Count == 0)
            return [];
        var already = difference.Changed.Select(static file => file.Path).Concat(difference.Missing).ToHashSet(StringComparer.Ordinal);
        return _forced.Where(path => !already.Contains(path)).Select(path => known.Find(path)!)
            .Select(static file => new FoundFile(file.Path, new FileStamp(file.Size, file.Modified, file.Changed, file.Inode)));
    }

    private FileKind KindOf(string path, KnownFiles known) => Compile.Layout.KindOf(path, known.IsBundle);

    private SiteFile ReadSite(DateTimeOffset now)
    {
        foreach (var name in new[] { "site.yaml", "site.yml" })
        {
            if (folder.Read(name) is { } bytes)
                return NewsroomCompiler.Compile(name, FileKind.Site, bytes, now, null, Compile).Site ?? Compile.Site;
        }

        return SiteFile.Default;
    }

    // Few files, all of them read: what a folder inherits is known only when those above it are.
    private Dictionary<string, FolderDefaults> ReadDefaults(KnownFiles known, FolderDifference difference, DateTimeOffset now, CancellationToken cancel)
    {
        var defaults = new Dictionary<string, FolderDefaults>(StringComparer.Ordinal);
        var missing = difference.Missing.ToHashSet(StringComparer.Ordinal);
        var paths = known.All.Select(static file => file.Path).Concat(difference.Changed.Select(static file => file.Path))
            .Where(path => !missing.Contains(path) && KindOf(path, known) is FileKind.Defaults or FileKind.Section)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(static path => path.Count(static c => c == '/')).ThenBy(static path => path, StringComparer.Ordinal);
        foreach (var path in paths)
        {
            cancel.ThrowIfCancellationRequested();
            var at = ContentLayout.FolderOf(path);
            if (folder.Read(path) is not { } bytes || NewsroomCompiler.ReadDefaults(path, bytes, Compile with { Now = now }) is not { } own)
                continue;
            var above = Compile with { Defaults = defaults };
            defaults[at] = own.Below(above.FindDefaults(at + "/x"));
        }

        return defaults;
    }

    private static bool IsBelow(string path, string folder) => folder.Length == 0 || path.StartsWith(folder + "/", StringComparison.Ordinal);
}
