using AlitaNews.Newsroom.Site;

namespace AlitaNews.Newsroom.Rules;

/// <summary>
/// Who names what, and who refers to it, over a whole content folder: ids and references, never bodies. It changes by the files of
/// a round and answers only for what they touch, so its work follows the change. Not safe for use by several threads.
/// </summary>
public sealed class ContentIndex
{
    private readonly Dictionary<string, FileFacts> _live = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileFacts> _held = new(StringComparer.Ordinal);
    private readonly PathsByKey<IndexKey> _owners = new();
    private IReadOnlyList<string> _mediaRoots = SiteFile.Default.MediaRoots;
    private Referers _referers = new(SiteFile.Default.MediaRoots);

    private readonly KnownNames _names = new();
    private int _rumours;
    private readonly HashSet<string> _newcomers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileFacts> _leaving = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _vanishedAt = new(StringComparer.Ordinal);
    private readonly HashSet<string> _claimFiles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _supersedingFiles = new(StringComparer.Ordinal);

    /// <summary>The facts of every file that is in the edition, by path.</summary>
    public IReadOnlyDictionary<string, FileFacts> Live => _live;

    /// <summary>The facts of the newest version of every file that is kept out, by path.</summary>
    public IReadOnlyDictionary<string, FileFacts> Held => _held;

    /// <summary>The paths of claims' own files in the edition.</summary>
    public IReadOnlyCollection<string> ClaimFiles => _claimFiles;

    /// <summary>The paths of articles in the edition that say that one claim replaces another.</summary>
    public IReadOnlyCollection<string> SupersedingFiles => _supersedingFiles;

    /// <summary>The articles that lay at a path until they were deleted without a tombstone, and stand nowhere else since.</summary>
    public IEnumerable<FileFacts> VanishedAt(string path) => _vanishedAt.TryGetValue(path, out var keys) ? keys.Select(key => _live[key]) : [];

    /// <summary>Whether the edition has anything that makes the policy pages necessary.</summary>
    public bool HasRumours => _rumours > 0;

    /// <summary>How many articles the sections have, and which of them end.</summary>
    internal SectionCalendar Sections { get; } = new();

    /// <summary>The wordings of claims.</summary>
    internal ClaimTexts Texts { get; } = new();

    /// <summary>Whether an article in the edition lists a claim by itself: then the id is not free for one that is made of a title.</summary>
    public bool IsListed(string claim) => OwnersOf(new(KeyKind.Claim, claim))
        .Any(path => _live[path].Article is { Draft: false } article && article.Claims.Any(entry => entry.Id == claim && !entry.Implicit));

    /// <summary>Where pictures may lie (<c>media-roots</c> of <c>site.yaml</c>).</summary>
    public IReadOnlyList<string> MediaRoots
    {
        get => _mediaRoots;
        set
        {
            if (_mediaRoots.SequenceEqual(value))
                return;
            _mediaRoots = value;
            _referers = new Referers(value);
            foreach (var (path, facts) in _live)
                _referers.Put(path, facts);
        }
    }

    /// <summary>Whether something of this key is in the edition.</summary>
    public bool Has(IndexKey key) => _owners.Has(key);

    /// <summary>Whether a file of this path is in the edition.</summary>
    public bool HasPath(string path) => _owners.Has(new(KeyKind.Path, path));

    /// <summary>The paths of the files in the edition that make a key exist; usually one.</summary>
    public IReadOnlyCollection<string> OwnersOf(IndexKey key) => _owners.Of(key);

    /// <summary>The paths of the files in the edition that refer to a key; rarely, one that does not is among them.</summary>
    public IReadOnlyCollection<string> ReferersOf(IndexKey key) => _referers.Of(key);

    /// <summary>The ids of everything of a kind, one of <see cref="IndexKeys.Written"/>.</summary>
    public IReadOnlyCollection<string> IdsOf(KeyKind kind) => _names.IdsOf(kind);

    /// <summary>The paths that lie in one folder with a path, or the addresses that differ from one in their last part only.</summary>
    internal IReadOnlyCollection<string> ListBeside(IndexKey key) => _names.ListBeside(key);

    /// <summary>Takes up facts that were in the edition before: at a start.</summary>
    public void Load(FileFacts facts) => PutLive(facts, touched: null);

    /// <summary>A round begins: from here on, of two newcomers that want one name, the one published first gets it, whichever comes first.</summary>
    public void BeginRound()
    {
        _newcomers.Clear();
        _leaving.Clear();
    }

    /// <summary>
    /// A round ends: an article whose file went, and which came back under no other path in any part of the round, was deleted without a
    /// tombstone. What was never public leaves nothing behind.
    /// </summary>
    /// <param name="now">The moment of the round.</param>
    /// <returns>Those articles: their addresses answer 410, their claims stay.</returns>
    public IReadOnlyList<FileFacts> EndRound(DateTimeOffset now)
    {
        var vanished = _leaving.Values.Where(facts => facts.Article!.Publish <= now && !Has(new(KeyKind.Article, facts.Id))).ToList();
        foreach (var facts in vanished)
            PutLive(facts, touched: null);
        _leaving.Clear();
        return vanished;
    }

    /// <summary>The file of an article was renamed and broken in one save: what it said last is what its new path says until that is mended.</summary>
    /// <param name="from">The path that is gone.</param>
    /// <param name="to">The path of the file that is held.</param>
    /// <returns>Files whose findings may differ now.</returns>
    public IReadOnlyCollection<string> Move(string from, string to)
    {
        var touched = new HashSet<IndexKey>();
        _held.Remove(from);
        if (RemoveLive(from, touched) is { } facts)
            PutLive(facts with { Path = to, LastWholeAt = facts.LastWholeAt ?? from }, touched);
        return AddReferers(touched, [to]);
    }

    /// <summary>Takes up what a round changed, or a part of it.</summary>
    /// <param name="changed">The newest version of every file that changed, also of those with errors.</param>
    /// <param name="gone">Paths of files that went.</param>
    /// <returns>Which of them are in the edition now, and which other files must be looked at again.</returns>
    public IndexUpdate Apply(IReadOnlyCollection<FileFacts> changed, IReadOnlyCollection<string> gone)
    {
        var touched = new HashSet<IndexKey>();
        var admitted = new List<string>();
        var evicted = new List<string>();
        var returned = new List<FileFacts>();
        var listed = ImplicitClaims.ListAsked(this, changed, gone);
        foreach (var path in gone)
        {
            _held.Remove(path);
            if (RemoveLive(path, touched) is { } facts)
                NoteLeaving(facts);
        }

        // Two files may swap slugs in one round: what the round replaces gives its names up first.
        var candidates = new List<FileFacts>();
        foreach (var facts in changed)
        {
            _held.Remove(facts.Path);
            if (facts.Own.Any(static diagnostic => diagnostic.Blocks))
                _held[facts.Path] = facts;
            else
                candidates.Add(facts);
        }

        var before = new Dictionary<string, FileFacts>(StringComparer.Ordinal);
        foreach (var facts in candidates)
        {
            if (_live.TryGetValue(facts.Path, out var old))
                before[facts.Path] = old;
            RemoveLive(facts.Path, touched);
        }

        foreach (var facts in candidates.OrderBy(facts => Keeps(facts, before) ? 0 : 1)
                     .ThenBy(static facts => facts.Article?.Publish ?? default)
                     .ThenBy(static facts => facts.Path, StringComparer.Ordinal))
        {
            var rival = CollisionOf(facts);
            if (rival is not null && ((_newcomers.Contains(rival.Path) && ComesBefore(facts, rival)) || (rival.LastWholeAt is not null && rival.Id == facts.Id)))
            {
                RemoveLive(rival.Path, touched);
                _held.TryAdd(rival.Path, rival);
                admitted.Remove(rival.Path);
                evicted.Add(rival.Path);
                rival = CollisionOf(facts);
            }

            if (rival is null)
            {
                if (RemoveLive(IndexKeys.VanishedKey(facts.Id), touched) is { } back)
                    returned.Add(back);
                PutLive(facts, touched);
                admitted.Add(facts.Path);
                if (!before.TryGetValue(facts.Path, out var was))
                    _newcomers.Add(facts.Path);
                else if (was.Id != facts.Id)
                    NoteLeaving(was);
                continue;
            }

            _held[facts.Path] = facts;
            PutBack(facts.Path, before, admitted, touched);
        }

        List<string> released = [.. Standoff.ListFree(this), .. ImplicitClaims.ListMoved(this, listed).Except(admitted, StringComparer.Ordinal)];

        var affected = new HashSet<string>(changed.Select(static facts => facts.Path).Concat(returned.Select(static facts => facts.Path)), StringComparer.Ordinal);
        return new IndexUpdate(admitted, evicted, released, returned, AddReferers(touched, affected));
    }

    /// <summary>The file that already has the id or slug of an article or other piece, or null.</summary>
    public FileFacts? CollisionOf(FileFacts facts)
    {
        foreach (var key in IndexKeys.IdentitiesOf(facts))
        {
            foreach (var path in OwnersOf(key))
            {
                if (path != facts.Path)
                    return _live[path];
            }
        }

        return null;
    }

    // A last good version has its names still: whoever took them in this very round waits.
    private void PutBack(string path, Dictionary<string, FileFacts> before, List<string> admitted, HashSet<IndexKey> touched)
    {
        if (!before.TryGetValue(path, out var lastGood))
            return;
        while (CollisionOf(lastGood) is { } rival && admitted.Remove(rival.Path))
        {
            RemoveLive(rival.Path, touched);
            _newcomers.Remove(rival.Path);
            _held[rival.Path] = rival;
            PutBack(rival.Path, before, admitted, touched);
        }

        if (CollisionOf(lastGood) is null)
            PutLive(lastGood, touched);
    }

    private HashSet<string> AddReferers(HashSet<IndexKey> touched, HashSet<string> affected)
    {
        foreach (var key in touched)
            affected.UnionWith(ReferersOf(key).Concat(ReferersOf(IndexKeys.PictureOf(key))).Select(path => _live[path].Path));
        affected.UnionWith(_held.Values.Where(facts => IndexKeys.ReferredToBy(facts, _mediaRoots).Any(touched.Contains)).Select(static facts => facts.Path));
        return affected;
    }

    private void NoteLeaving(FileFacts facts)
    {
        if (facts.Article is { Draft: false, Removed: false })
            _leaving[facts.Id] = facts.AsVanished();
    }

    // A live file that keeps its slug comes before one that newly claims it.
    private static bool Keeps(FileFacts facts, Dictionary<string, FileFacts> before) =>
        before.TryGetValue(facts.Path, out var old) && old.Id == facts.Id && old.Article?.Slug == facts.Article?.Slug;

    private static bool ComesBefore(FileFacts a, FileFacts b) =>
        (a.Article?.Publish ?? default).CompareTo(b.Article?.Publish ?? default) is var order && (order < 0 || (order == 0 && string.CompareOrdinal(a.Path, b.Path) < 0));

    private void PutLive(FileFacts facts, HashSet<IndexKey>? touched)
    {
        var path = IndexKeys.KeyOf(facts);
        _live[path] = facts;
        if (facts.Vanished)
        {
            _vanishedAt.TryAdd(facts.Path, new HashSet<string>(StringComparer.Ordinal));
            _vanishedAt[facts.Path].Add(path);
        }

        _rumours += facts.Article?.IsRumour == true ? 1 : 0;
        Sections.Put(facts);
        Texts.Put(path, facts);
        if (facts.Claim is not null)
            _claimFiles.Add(path);
        if (facts.Article?.Claims.Any(static entry => entry.Supersedes.Count > 0) == true)
            _supersedingFiles.Add(path);
        foreach (var key in IndexKeys.MadeBy(facts))
        {
            if (_owners.Add(key, path))
                _names.Put(key);
            touched?.Add(key);
        }

        _referers.Put(path, facts);
    }

    private FileFacts? RemoveLive(string path, HashSet<IndexKey> touched)
    {
        if (!_live.Remove(path, out var facts))
            return null;
        if (facts.Vanished && _vanishedAt.TryGetValue(facts.Path, out var keys) && keys.Remove(path) && keys.Count == 0)
            _vanishedAt.Remove(facts.Path);
        _rumours -= facts.Article?.IsRumour == true ? 1 : 0;
        Sections.Remove(facts);
        Texts.Remove(path, facts);
        _claimFiles.Remove(path);
        _supersedingFiles.Remove(path);
        foreach (var key in IndexKeys.MadeBy(facts))
        {
            touched.Add(key);
            if (_owners.Remove(key, path))
                _names.Remove(key);
        }

        _referers.Remove(path, facts);
        return facts;
    }
}
