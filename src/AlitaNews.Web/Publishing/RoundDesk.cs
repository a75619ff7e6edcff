using AlitaNews.Newsroom.Rules;
using AlitaNews.Store.Editions;

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
/// folder; begin with <see cref="LoadAsync"/>, and with a new desk after any failure. Not safe for use by several threads.
/// </summary>
public sealed class RoundDesk(ContentFolder folder, FileQueries files, TimeProvider time)
{
    /// <summary>Editors that save by deleting and writing again are given this long.</summary>
    private static readonly TimeSpan DeletionGrace = TimeSpan.FromMilliseconds(400);

    private readonly KnownFiles _known = new();
    private readonly FolderSettings _settings = new(folder);
    private readonly Dictionary<string, long> _missingSince = new(StringComparer.Ordinal);
    private ContentIndex? _index;
    private bool _first;

    /// <summary>Set where something is still pending: look again after this long.</summary>
    public TimeSpan? LookAgainAfter { get; private set; }

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
    }

    /// <summary>Makes one round.</summary>
    /// <returns>What it came to, or null where readers see no difference.</returns>
    public async Task<RoundOutcome?> RunAsync(LeaderSession leader, ContentHint hint, CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        LookAgainAfter = null;
        if (Look(hint, cancel) is not { } difference)
            return null;
        if (difference.Changed.Count == 0 && difference.Missing.Count == 0 && !_first)
            return null;

        // What the store remembers of the texts is needed only once something changed.
        if (_index is null)
        {
            _index = new ContentIndex();
            foreach (var facts in _known.Count == 0 ? [] : await files.ListFactsAsync(cancel))
                _index.Load(facts);
        }

        var round = new RoundInProgress(_known, _index, _settings.Compile);
        await using var writer = await EditionWriter.BeginAsync(leader, _settings.Compile.Now, cancel);
        await round.WriteAsync(writer, new ContentRound(folder, _known, _settings), difference, cancel);
        EditionNumber? number = null;
        if (round.ReadersSeeIt || _first)
            number = await writer.CommitAsync("round", round.Changed.Count, difference.Missing.Count, round.Summary(difference.Missing), cancel);
        else
            await writer.CommitQuietlyAsync(cancel);

        _first = false;
        foreach (var path in difference.Missing)
            _known.Remove(path);
        foreach (var (file, _) in round.Seen.Where(static one => one.File.State != FileState.Gone))
            _known.Put(file);
        if (round.Released.Count > 0)
        {
            foreach (var path in round.Released)
                _known.Forget(path);
            LookAgainAfter = TimeSpan.Zero;
        }

        return number is { } made ? new RoundOutcome(made, round.Changed.Count, difference.Missing.Count, round.Findings, time.GetElapsedTime(began)) { ChangedPaths = round.Changed, RemovedPaths = difference.Missing } : null;
    }

    // What is different, or null where the folder is not there: then nothing is gone, and the last edition stays.
    private FolderDifference? Look(ContentHint hint, CancellationToken cancel)
    {
        var began = time.GetTimestamp();
        var unreadable = new List<string>();
        FolderDifference difference;
        if (hint.Everything)
        {
            if (!folder.IsReadable())
                return null;
            difference = _known.CompareAll(folder.ListAll(_settings.Compile.Site.MediaRoots, unreadable, cancel), unreadable);
            LastLook = time.GetElapsedTime(began);
        }
        else
        {
            var found = hint.Paths.SelectMany(path => folder.ListAt(path, unreadable, cancel)).ToList();
            if (!folder.IsReadable())
                return null;
            difference = _known.ComparePaths(hint.Paths, found, unreadable);
        }

        difference = difference with { Missing = ListGone(difference) };
        return _settings.Refresh(difference, _known, time.GetUtcNow(), cancel);
    }

    // A file that is missing may be about to be written again; one whose folder got a new file in the same look most likely moved.
    private List<string> ListGone(FolderDifference difference)
    {
        var gone = new List<string>();
        var moved = difference.Changed.Any(file => _known.Find(file.Path) is null);
        foreach (var path in difference.Missing)
        {
            if (!_missingSince.TryGetValue(path, out var since))
                _missingSince[path] = since = time.GetTimestamp();
            if (moved || time.GetElapsedTime(since) >= DeletionGrace)
                gone.Add(path);
            else
                LookAgainAfter = DeletionGrace;
        }

        foreach (var path in _missingSince.Keys.Where(path => gone.Contains(path) || !difference.Missing.Contains(path)).ToList())
            _missingSince.Remove(path);
        return gone;
    }
}
