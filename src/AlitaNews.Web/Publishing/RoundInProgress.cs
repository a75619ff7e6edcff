using System.Text.Json;
using AlitaNews.Newsroom;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Rules;
using AlitaNews.Store.Editions;

namespace AlitaNews.Web.Publishing;

/// <summary>One round between the look at the folder and the commit: what is written, and what it came to. Not safe for use by several threads.</summary>
public sealed class RoundInProgress(ContentFolder folder, KnownFiles known, ContentIndex index, CompileSettings settings, UnreadablePaths unreadable)
{
    /// <summary>As many paths as the desk wants to read.</summary>
    private const int PathsInSummary = 50;

    private readonly List<(SeenFile File, FileFacts? Facts)> _seen = [];
    private readonly List<string> _changed = [];
    private readonly HashSet<string> _affected = new(StringComparer.Ordinal) { CrossFileRules.SitePath };
    private readonly List<FileFacts> _beforeAndAfter = [];
    private readonly List<string> _returned = [];
    private readonly HashSet<string> _released = new(StringComparer.Ordinal);
    private bool _siteChanged;

    /// <summary>The files as they look now.</summary>
    public IReadOnlyList<(SeenFile File, FileFacts? Facts)> Seen => _seen;

    /// <summary>Files whose content is another.</summary>
    public IReadOnlyList<string> Changed => _changed;

    /// <summary>Files that were held for a collision which is over now.</summary>
    public IReadOnlyCollection<string> Released => _released;

    /// <summary>Whether there is anything in it that a reader or an editor can see.</summary>
    public bool ReadersSeeIt { get; private set; }

    /// <summary>How many findings there are about the files it touched.</summary>
    public int Findings { get; private set; }

    /// <summary>Writes the round, up to the commit.</summary>
    /// <param name="writer">The edition.</param>
    /// <param name="reading">Reads the files.</param>
    /// <param name="difference">What is different.</param>
    /// <param name="progress">Hears after each part how many files of how many are in, or null.</param>
    /// <param name="cancel">Gives up; nothing happened then.</param>
    public async Task WriteAsync(EditionWriter writer, ContentRound reading, FolderDifference difference, Action<int, int>? progress, CancellationToken cancel)
    {
        var done = 0;
        index.BeginRound();
        var moved = difference.Missing.Select(known.Find).OfType<SeenFile>().Where(static file => file.Hash.Length > 0)
            .DistinctBy(static file => Convert.ToHexString(file.Hash)).ToDictionary(static file => Convert.ToHexString(file.Hash), StringComparer.Ordinal);
        IReadOnlyList<string> gone = difference.Missing;
        foreach (var part in reading.ReadParts(difference.Changed, moved, cancel))
        {
            await WritePartAsync(writer, part, gone, cancel);
            gone = [];
            done += part.Count;
            progress?.Invoke(done, difference.Changed.Count);
        }

        if (gone.Count > 0)
            await WritePartAsync(writer, [], gone, cancel);
        await WriteVanishedAsync(writer, cancel);
        await WriteClaimsAndFindingsAsync(writer, cancel);
        await writer.RememberAsync([.. difference.Missing, .. _returned], _seen, cancel);
    }

    /// <summary>What changed, for the desk.</summary>
    public string Summary(IReadOnlyList<string> removed) => JsonSerializer.Serialize(new
    {
        changed = _changed.Take(PathsInSummary),
        removed = removed.Take(PathsInSummary),
    });

    private async Task WritePartAsync(EditionWriter writer, IReadOnlyList<ReadFile> part, IReadOnlyList<string> gone, CancellationToken cancel)
    {
        if (gone.Count > 0)
            (part, gone) = await KeepRenamedAsync(writer, part, gone, cancel);
        var compiled = part.Where(static file => !file.Unchanged).ToList();
        foreach (var path in compiled.Select(static file => file.Seen.Path).Concat(gone))
        {
            // Of what is replaced, only what it said of claims is wanted again: of a whole library the rest would be held twice.
            if (index.Live.TryGetValue(path, out var before))
                _beforeAndAfter.Add(before with { References = [], Pictures = [], Own = [] });
        }

        var update = index.Apply([.. compiled.Select(static file => file.Facts)], gone);
        var isAdmitted = update.Admitted.ToHashSet(StringComparer.Ordinal);
        var admitted = compiled.Where(file => isAdmitted.Contains(file.Seen.Path)).ToList();
        _beforeAndAfter.AddRange(admitted.Select(static file => file.Facts));
        _beforeAndAfter.AddRange(update.Returned);
        _returned.AddRange(update.Returned.Select(IndexKeys.KeyOf));
        _affected.UnionWith(update.Affected);
        _affected.UnionWith(gone);
        _released.UnionWith(update.Released);
        _changed.AddRange(compiled.Select(static file => file.Seen.Path));
        _siteChanged |= admitted.Exists(static file => file.Facts.Kind == FileKind.Site) || gone.Any(IsSite);
        ReadersSeeIt |= gone.Count > 0 || compiled.Exists(IsNews);

        await writer.RemoveAsync(
            [.. admitted.Select(static file => file.Seen.Path), .. update.Evicted, .. gone],
            [.. admitted.Where(static file => file.Facts.Article is not null).Select(static file => file.Facts.Id)],
            cancel);
        await writer.AddAsync([.. admitted.Select(static file => file.Compiled).OfType<CompiledFile>().Select(WithoutTakenClaim)], cancel);
        await writer.AddPicturesAsync([.. admitted.Select(static file => file.Picture).OfType<PictureRow>()], cancel);
        if (gone.Any(IsSite) && !index.Has("path:site.yaml") && !index.Has("path:site.yml"))
            await writer.ResetSiteAsync(cancel);

        foreach (var file in part)
        {
            // Of a file that is held, the facts of its last good version are kept: those are what the edition shows.
            var live = index.Live.GetValueOrDefault(file.Seen.Path);
            var held = index.Held.ContainsKey(file.Seen.Path);
            _seen.Add((file.Seen with { State = held ? FileState.Held : FileState.Live }, live));
        }

        foreach (var path in update.Evicted)
        {
            var at = _seen.FindIndex(one => one.File.Path == path);
            if (at >= 0)
                _seen[at] = (_seen[at].File with { State = FileState.Held }, null);
            else if (known.Find(path) is { } renamed)
                _seen.Add((renamed with { State = FileState.Held, Identity = null }, null)); // its article is whole again elsewhere
        }
    }

    // The last good versions of files that were renamed and broken in one save go with them.
    private async Task<(IReadOnlyList<ReadFile> Part, IReadOnlyList<string> Gone)> KeepRenamedAsync(EditionWriter writer, IReadOnlyList<ReadFile> part, IReadOnlyList<string> gone, CancellationToken cancel)
    {
        var renamed = await new BrokenRenames(folder, known, index, settings.Now).ListAsync(part, gone, paths => writer.ReadBodiesAsync(paths, cancel));
        if (renamed.Count == 0)
            return (part, gone);
        _beforeAndAfter.AddRange(renamed.Select(static one => one.Before));
        _affected.UnionWith(gone);
        var seen = new Dictionary<string, SeenFile>(StringComparer.Ordinal);
        foreach (var (before, path) in renamed)
        {
            _affected.UnionWith(index.Move(before.Path, path));
            await writer.MoveAsync(before.Path, path, cancel);
            seen[path] = known.Find(before.Path)!;
            if (!part.Any(file => file.Seen.Path == path) && known.Find(path) is { } held)
                _seen.Add((AsBefore(held), index.Live[path]));
        }

        ReadersSeeIt = true;
        return ([.. part.Select(file => seen.ContainsKey(file.Seen.Path) ? file with { Seen = AsBefore(file.Seen) } : file)], [.. gone.Except(renamed.Select(static one => one.Before.Path))]);

        SeenFile AsBefore(SeenFile file) => file with { Identity = seen[file.Path].Identity, FirstSeen = seen[file.Path].FirstSeen };
    }

    // A file that is read again because it was held, and is held again as it was, is no news.
    private bool IsNews(ReadFile file) =>
        !(index.Held.ContainsKey(file.Seen.Path)
            && known.Find(file.Seen.Path) is { State: FileState.Held } before
            && before.Hash.AsSpan().SequenceEqual(file.Seen.Hash));

    private static bool IsSite(string path) => path is "site.yaml" or "site.yml";

    private async Task WriteVanishedAsync(EditionWriter writer, CancellationToken cancel)
    {
        var vanished = index.EndRound(settings.Now);
        await writer.VanishAsync(vanished, cancel);
        _beforeAndAfter.AddRange(vanished);
        _affected.UnionWith(vanished.Select(static facts => facts.Path));
        foreach (var facts in vanished)
            _seen.Add((Gone(facts), facts));
    }

    private async Task WriteClaimsAndFindingsAsync(EditionWriter writer, CancellationToken cancel)
    {
        var rules = ClaimRules.Of(settings.Site);
        var ledger = new ClaimLedger(index, rules);
        var crossFile = new CrossFileRules(index, ledger, settings.Site, settings.Now);
        var touched = _siteChanged ? ledger.ListAll() : ledger.ListTouched(_beforeAndAfter);
        var folded = touched.Select(ledger.Resolve).Distinct(StringComparer.Ordinal).Select(crossFile.FindClaim).OfType<FoldedClaim>().ToList();
        await writer.FoldAsync(touched, folded, ledger, rules, cancel);

        _affected.UnionWith(folded.SelectMany(static claim => claim.Events).Select(static said => said.Path));
        if (!_affected.IsSupersetOf(index.Live.Values.Select(static facts => facts.Path))) // a first round looks at every file anyway
            _affected.UnionWith(crossFile.ListNeighbours(folded));
        if (_beforeAndAfter.Exists(static facts => facts.Claim is not null || facts.Article?.Claims.Any(static entry => entry.Supersedes.Count > 0) == true))
            _affected.UnionWith(index.SupersedingFiles.Concat(index.ClaimFiles)); // a circle may begin or end anywhere
        if (unreadable.IsNews)
        {
            _affected.UnionWith(unreadable.Changed);
            ReadersSeeIt = true;
        }

        Findings = await writer.ReportAsync(_affected, _affected.SelectMany(path => crossFile.Check(path).Concat(unreadable.Check(path))), cancel);
    }

    // A claim that was made of a title is none where another article lists its id.
    private CompiledFile WithoutTakenClaim(CompiledFile file) =>
        file.Article is { Claims: [{ Implicit: true } made] } article && index.IsListed(made.Id) ? file with { Article = article with { Claims = [] } } : file;

    private SeenFile Gone(FileFacts facts) => new()
    {
        // The path may belong to another file by now; the id does not.
        Path = IndexKeys.KeyOf(facts),
        Kind = FileKind.Article,
        State = FileState.Gone,
        FirstSeen = known.Find(facts.Path)?.FirstSeen ?? settings.Now,
        LastSeen = settings.Now,
        Identity = facts.Id,
    };
}
