using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Rules;
using AlitaNews.Store.Editions;
using AlitaNews.Web.Telemetry;

namespace AlitaNews.Web.Publishing;

/// <summary>What a round came to.</summary>
/// <param name="Number">The edition it made.</param>
/// <param name="Changed">Files that are new or changed.</param>
/// <param name="Removed">Files that went.</param>
/// <param name="Problems">Findings about the files it touched.</param>
/// <param name="Took">From the look at the folder to the commit.</param>
public sealed record RoundOutcome(EditionNumber Number, int Changed, int Removed, int Problems, TimeSpan Took)
{
    /// <summary>Files that are new or changed.</summary>
    public IReadOnlyList<string> ChangedPaths { get; init; } = [];

    /// <summary>Files that went.</summary>
    public IReadOnlyList<string> RemovedPaths { get; init; } = [];
}

/// <summary>
/// Where rounds are made: looks at the folder, compiles what changed, asks the rules, writes the edition. Holds what the leader knows of the
/// folder; begin with <see cref="LoadAsync"/>, and again after any failure. Not safe for use by several threads.
/// </summary>
public sealed class RoundDesk(ContentFolder folder, FileQueries files, TimeProvider time)
{
    private const int RehearsedFiles = 20;

    private readonly KnownFiles _known = new();
    private readonly MissingFiles _missing = new(time);
    private readonly Quarantine _quarantine = new();
    private readonly UnreadablePaths _unreadable = new();
    private readonly HashSet<string> _again = new(StringComparer.Ordinal);
    private FolderSettings _settings = new(folder);
    private ContentIndex? _index;
    private bool _first;

    /// <summary>Hears, while a long round is made, how many files of how many are in.</summary>
    public Action<int, int>? Progress { get; set; }

    /// <summary>Hears of files that cannot be compiled by a fault of ours.</summary>
    public Action<string, Exception>? Faulted { get; set; }

    /// <summary>Set where something is still pending: look again after this long.</summary>
    public TimeSpan? LookAgainAfter => _again.Count > 0 ? TimeSpan.Zero : _missing.LookAgainAfter;

    /// <summary>How long the last look at everything took.</summary>
    public TimeSpan LastLook { get; private set; }

    /// <summary>Findings about every file, for verbs that report them; by path.</summary>
    public ContentIndex? Index => _index;

    /// <summary>Takes up what the store remembers.</summary>
    public async Task LoadAsync(CancellationToken cancel)
    {
        _known.Load(await files.ListSeenAsync(cancel));
        _first = _known.Count == 0;
        _index = null;
        _again.Clear();
        _missing.Clear();
        _settings = new FolderSettings(folder);
        _settings.Resume(await files.FindSiteAsync(cancel), byAnother: await files.IsOfAnotherProgramAsync(cancel));

        _unreadable.Load(await files.ListUnreadableAsync(cancel));

        // What is wrong with a file that is held was not kept: it is read again.
        foreach (var file in _known.All.Where(static file => file.State == FileState.Held).ToList())
            _known.Forget(file.Path);
    }

    /// <summary>Goes once through what a round does up to the writing, with a few files: what runs for the first time has to be compiled. Changes nothing.</summary>
    public async Task RehearseAsync(CancellationToken cancel)
    {
        await foreach (var facts in files.ReadFactsAsync(RehearsedFiles, cancel))
            new ContentIndex().Load(facts);
        if (folder.IsReadable())
            new FolderCheck(folder, time).Run(RehearsedFiles, cancel);
    }

    /// <summary>Takes up what the store remembers of the texts. A round in which something changed needs it; whoever has time before does it then.</summary>
    public async Task GetReadyAsync(CancellationToken cancel)
    {
        if (_index is not null)
            return;
        var index = new ContentIndex { MediaRoots = _settings.Compile.Site.MediaRoots };
        if (_known.Count > 0)
        {
            await foreach (var facts in files.ReadFactsAsync(most: null, cancel))
                index.Load(facts);
        }

        _index = index;
    }

    /// <summary>Makes one round.</summary>
    /// <returns>What it came to, or null where readers see no difference.</returns>
    public async Task<RoundOutcome?> RunAsync(LeaderSession leader, ContentHint hint, CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        if (Look(hint, cancel) is not { } difference)
            return null;
        if (difference.Changed.Count == 0 && difference.Missing.Count == 0 && !_first && !_unreadable.IsNews)
            return null;

        var all = difference.Changed;
        difference = difference with { Changed = _quarantine.Choose(all) };
        try
        {
            var outcome = await WriteAsync(leader, difference, began, cancel);

            // What was left for later may be unchanged itself: compiled again only because of what this round changed.
            foreach (var file in all.Count > difference.Changed.Count ? all.Except(difference.Changed) : [])
                _known.Forget(file.Path);
            return outcome;
        }
        catch (Exception e) when (Quarantine.IsForContent(e) && difference.Changed.Count > 0)
        {
            _quarantine.Failed(difference.Changed);
            throw;
        }
    }

    private async Task<RoundOutcome?> WriteAsync(LeaderSession leader, FolderDifference difference, long began, CancellationToken cancel)
    {
        await GetReadyAsync(cancel);
        using var trace = SiteTraces.StartRound(difference.Changed.Count, difference.Missing.Count);
        var round = new RoundInProgress(folder, _known, _index!, _settings.Compile, _unreadable);
        await using var writer = await EditionWriter.BeginAsync(leader, _settings.Compile.Now, cancel);
        await round.WriteAsync(writer, new ContentRound(folder, _known, _settings) { Quarantine = _quarantine, Faulted = Faulted }, difference, Progress, cancel);
        EditionNumber? number = null;
        if (round.ReadersSeeIt || _first)
            number = await writer.CommitAsync("round", round.Changed.Count, difference.Missing.Count, round.Summary(difference.Missing), cancel);
        else
            await writer.CommitQuietlyAsync(cancel);

        _first = false;
        _unreadable.Told();
        foreach (var path in difference.Missing)
            _known.Remove(path);
        foreach (var (file, _) in round.Seen.Where(static one => one.File.State != FileState.Gone))
            _known.Put(file);

        // What went while it was read may be back as it was, with the same stamp: a branch that is changed, a folder that is away for a moment.
        var read = round.Seen.Select(static one => one.File.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var file in difference.Changed.Where(file => !read.Contains(file.Path)))
            _known.Forget(file.Path);
        foreach (var path in round.Released)
        {
            _known.Forget(path);
            _again.Add(path);
        }

        if (_quarantine.Passed(difference.Changed))
            _again.Add("");
        return number is { } made ? new RoundOutcome(made, round.Changed.Count, difference.Missing.Count, round.Findings, time.GetElapsedTime(began)) { ChangedPaths = round.Changed, RemovedPaths = difference.Missing } : null;
    }

    // A file that could not be read may look as before once it can be: a disk that answers again changes no stamp.
    private void ForgetReadableAgain()
    {
        foreach (var facts in _index?.Held.Values.Where(static facts => facts.Own.Any(static own => own.Code == DiagnosticCatalogue.UnreadableFile.Code)) ?? [])
        {
            if (folder.CanOpen(facts.Path))
                _known.Forget(facts.Path);
        }
    }

    // What is different, or null where the folder is not there: then nothing is gone, and the last edition stays.
    private FolderDifference? Look(ContentHint hint, CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        var unreadable = new List<UnreadablePath>();
        FolderDifference difference;
        var everything = hint.Everything || _again.Contains("");
        string[] paths = [.. hint.Paths, .. _again, .. _missing.Waiting];
        _again.Clear();
        if (everything)
        {
            if (!folder.IsReadable())
                return null;
            ForgetReadableAgain();
            difference = _known.CompareAll(folder.ListAll(_settings.ListMediaRoots(), unreadable, cancel), unreadable);
            _unreadable.LookedAtAll(unreadable);
            LastLook = time.GetElapsedTime(began);
        }
        else
        {
            var found = paths.SelectMany(path => folder.ListAt(path, unreadable, cancel)).ToList();
            if (!folder.IsReadable())
                return null;
            difference = _known.ComparePaths(paths, found, unreadable);
            _unreadable.LookedAt(paths, unreadable);
        }

        return _settings.Refresh(_missing.Sift(difference, _known), _known, time.GetUtcNow(), cancel);
    }
}
