using AlitaNews.Newsroom;
using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Site;

namespace AlitaNews.Web.Publishing;

/// <summary>
/// What the folder itself says about how its files are compiled: where articles lie, <c>site.yaml</c>, folder defaults. When one of these
/// changes, the files that depend on it are compiled again. Not safe for use by several threads.
/// </summary>
public sealed class FolderSettings(ContentFolder folder)
{
    private static readonly string[] SiteNames = ["site.yaml", "site.yml"];

    private readonly HashSet<string> _forced = new(StringComparer.Ordinal);
    private bool _loaded;
    private bool _compileAll;
    private IReadOnlyList<string> _roots = [];
    private FileStamp?[]? _rootsOf;

    /// <summary>What files are compiled with.</summary>
    public CompileSettings Compile { get; private set; } = new()
    {
        Site = SiteFile.Default,
        Now = DateTimeOffset.UnixEpoch,
        Layout = ContentLayout.Detect(new HashSet<string>()),
    };

    /// <summary>Whether a file must be compiled though its content is as it was.</summary>
    public bool MustCompile(string path) => _forced.Contains(path);

    /// <summary>Takes up where an earlier run ended.</summary>
    /// <param name="site">With what the files in the edition were compiled; null where there was no <c>site.yaml</c>.</param>
    /// <param name="byAnother">Whether another program compiled them: then every file is compiled again.</param>
    public void Resume(SiteFile? site, bool byAnother)
    {
        Compile = Compile with { Site = site ?? Compile.Site };
        _compileAll = byAnother;
    }

    /// <summary>The folders beside the content folder in which pictures may lie, as <c>site.yaml</c> says at this moment.</summary>
    public IReadOnlyList<string> ListMediaRoots()
    {
        var stamp = Array.ConvertAll(SiteNames, name => folder.Resolve(name) is { } full ? FileStamp.Read(full) : null);
        if (_rootsOf is null || !stamp.SequenceEqual(_rootsOf))
        {
            _roots = ReadSite(Compile.Now, null).MediaRoots;
            _rootsOf = stamp;
        }

        return _roots;
    }

    /// <summary>Takes up what changed, and adds to it the files that depend on that.</summary>
    public FolderDifference Refresh(FolderDifference difference, KnownFiles known, DateTimeOffset now, CancellationToken cancel)
    {
        _forced.Clear();
        var before = Compile = Compile with { Now = now };
        if (_loaded && difference.Changed.Count == 0 && difference.Missing.Count == 0)
            return difference;

        var bundles = NoteBundles(difference, known);
        var layout = folder.ListTopFolders() is { } top ? ContentLayout.Detect(top, Path.GetFileName(folder.Root)) : Compile.Layout;
        Compile = Compile with { Layout = layout };
        var paths = difference.Changed.Select(static file => file.Path).Concat(difference.Missing).ToList();
        if (!_loaded || paths.Exists(path => KindOf(path, known) == FileKind.Site))
            Compile = Compile with { Site = ReadSite(now, difference) };
        var siteChanged = !Compile.Site.CompilesLike(before.Site);

        var generator = paths.Exists(path => KindOf(path, known) == FileKind.Generator);
        if (!_loaded || generator)
            Compile = Compile with { Generator = ReadGenerator(known, difference) };

        var cascading = paths.Where(path => KindOf(path, known) is FileKind.Defaults or FileKind.Section).Select(Compile.Layout.ScopeOf).Distinct(StringComparer.Ordinal).ToList();
        if (!_loaded || cascading.Count > 0 || siteChanged)
            Compile = Compile with { Defaults = ReadDefaults(known, difference, now, cancel) };

        // Only what changes the meaning of other files is worth a walk over all of them.
        var left = new List<string>();
        if (!_loaded || siteChanged || bundles || generator || cascading.Count > 0 || layout.ArticleRoot != before.Layout.ArticleRoot)
        {
            foreach (var file in known.All)
            {
                var kind = KindOf(file.Path, known);
                if (kind == FileKind.Other)
                    left.Add(file.Path); // what lies beside a bundle's text, or outside the articles, is nothing of ours any more
                else if (_compileAll || file.Kind != kind || (siteChanged && kind is not (FileKind.Picture or FileKind.Attachment)) || (kind == FileKind.Article && (generator || cascading.Exists(above => IsBelow(file.Path, above)))))
                    _forced.Add(file.Path);
            }
        }

        _loaded = true;
        _compileAll = false;
        return new FolderDifference(
            [.. difference.Changed.Where(file => KindOf(file.Path, known) != FileKind.Other), .. ListForced(difference, known)],
            [.. difference.Missing.Union(left, StringComparer.Ordinal)]);
    }

    private static bool NoteBundles(FolderDifference difference, KnownFiles known)
    {
        var came = difference.Changed.Where(file => ContentLayout.IsBundleIndex(file.Path) && known.Find(file.Path) is null).ToList();
        var went = difference.Missing.Where(ContentLayout.IsBundleIndex).ToList();
        went.ForEach(known.NoteGone);
        came.ForEach(file => known.NoteBundle(file.Path));
        return came.Count + went.Count > 0;
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

    private SiteFile ReadSite(DateTimeOffset now, FolderDifference? difference)
    {
        foreach (var name in SiteNames)
        {
            if (!TryRead(name, out var bytes))
                return Compile.Site;
            if (bytes is not null)
                return NewsroomCompiler.Compile(name, FileKind.Site, bytes, now, null, Compile).Site ?? Compile.Site;
        }

        // Seen a moment ago and not there now: the whole folder may be away for a moment.
        return difference?.Changed.Any(static file => SiteNames.Contains(file.Path)) == true ? Compile.Site : SiteFile.Default;
    }

    private GeneratorSettings ReadGenerator(KnownFiles known, FolderDifference difference)
    {
        var missing = difference.Missing.ToHashSet(StringComparer.Ordinal);
        return known.All.Select(static file => file.Path).Concat(difference.Changed.Select(static file => file.Path))
            .Where(path => !missing.Contains(path) && KindOf(path, known) == FileKind.Generator)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Aggregate(GeneratorSettings.None, (before, path) => TryRead(path, out var bytes) && bytes is not null ? GeneratorParser.Add(path, bytes, before) : before);
    }

    // Few files, all of them read: what a folder inherits is known only when those above it are.
    private Dictionary<string, FolderDefaults> ReadDefaults(KnownFiles known, FolderDifference difference, DateTimeOffset now, CancellationToken cancel)
    {
        var defaults = new Dictionary<string, FolderDefaults>(StringComparer.Ordinal);
        var missing = difference.Missing.ToHashSet(StringComparer.Ordinal);
        var paths = known.All.Select(static file => file.Path).Concat(difference.Changed.Select(static file => file.Path))
            .Where(path => !missing.Contains(path) && KindOf(path, known) is FileKind.Defaults or FileKind.Section)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(static path => path.Count(static c => c == '/')).ThenBy(path => ContentLayout.IsMarkdown(Compile.Layout.ScopeOf(path))).ThenBy(static path => path, StringComparer.Ordinal);
        foreach (var path in paths)
        {
            cancel.ThrowIfCancellationRequested();
            var at = Compile.Layout.ScopeOf(path);
            // Of a file with an error, or away for a moment, the last good version holds: what is a draft by it must not become public meanwhile.
            var before = Compile.Defaults.GetValueOrDefault(at);
            var own = !TryRead(path, out var bytes) || bytes is null ? before : NewsroomCompiler.ReadDefaults(path, bytes, Compile with { Now = now }, before);
            if (own is null)
                continue;
            var above = Compile with { Defaults = defaults };
            defaults[at] = own.Below(above.FindDefaults(ContentLayout.IsMarkdown(at) ? at : at + "/x"));
        }

        return defaults;
    }

    // False: it is there but cannot be read, which must not stop the round; its finding is made where every file is read.
    private bool TryRead(string path, out byte[]? bytes)
    {
        bytes = null;
        try
        {
            bytes = folder.Read(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsBelow(string path, string folder) => folder.Length == 0 || ContentLayout.OwnScopeOf(path) == folder || path.StartsWith(folder + "/", StringComparison.Ordinal);
}
