using System.Diagnostics.Metrics;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Web.Pages;
using AlitaNews.Web.Publishing;

namespace AlitaNews.Web.Telemetry;

/// <summary>
/// What the site says of itself in numbers. Those that count are plain integers, read only when somebody collects them: a page from memory must
/// not pay for being counted. Thread-safe.
/// </summary>
public sealed class SiteMeter : IDisposable
{
    /// <summary>The name under which an exporter finds the instruments.</summary>
    public const string Name = "AlitaNews";

    private readonly Meter _meter = new(Name);
    private readonly TimeProvider _time;
    private readonly Histogram<double> _rounds;
    private readonly Counter<long> _files;
    private IReadOnlyDictionary<Severity, int> _problems = new Dictionary<Severity, int>();
    private long _hits;
    private long _misses;
    private long _lastBytes;
    private long _refusedSearches;
    private long _lookedAt;
    private volatile bool _leads;
    private volatile bool _databaseIsUp;

    /// <summary>Describes every instrument.</summary>
    public SiteMeter(PageCache cache, CurrentEdition edition, TimeProvider time)
    {
        _time = time;
        _meter.CreateObservableCounter("alitanews.cache.hits", () => Interlocked.Read(ref _hits), "{request}", "Requests answered with a page from memory.");
        _meter.CreateObservableCounter("alitanews.cache.misses", () => Interlocked.Read(ref _misses), "{request}", "Requests that waited for a page to be made.");
        _meter.CreateObservableCounter("alitanews.cache.last_bytes", () => Interlocked.Read(ref _lastBytes), "{request}", "Requests answered with a page of an older edition, because a new one could not be made in time.");
        _meter.CreateObservableGauge("alitanews.cache.size", () => cache.Bytes, "By", "What the pages in memory hold.");
        _meter.CreateObservableGauge("alitanews.cache.pages", () => cache.Count, "{page}", "Pages in memory.");
        _meter.CreateObservableCounter("alitanews.search.refused", () => Interlocked.Read(ref _refusedSearches), "{request}", "Searches answered with 429.");
        _meter.CreateObservableGauge("alitanews.edition.number", () => edition.Number.Value, "{edition}", "The edition that this instance shows; 0 before the first.");
        _meter.CreateObservableGauge("alitanews.edition.next_tick", () => ListNextTick(edition), "s", "Until a page changes by itself; below 0 its edition is late.");
        _meter.CreateObservableGauge("alitanews.database.up", () => _databaseIsUp ? 1 : 0, "1", "1 while the database answers.");
        _meter.CreateObservableGauge("alitanews.ingest.leader", () => _leads ? 1 : 0, "1", "1 on the instance that makes the rounds.");
        _meter.CreateObservableGauge("alitanews.ingest.lag", ListLag, "s", "On the instance that makes the rounds: since it last looked at the folder and published what it saw.");
        _meter.CreateObservableGauge("alitanews.problems", ListProblems, "{finding}", "Findings about the files, by severity.");
        _rounds = _meter.CreateHistogram<double>("alitanews.round.duration", "s", "From the look at the folder to the commit of an edition.");
        _files = _meter.CreateCounter<long>("alitanews.round.files", "{file}", "Files taken up, by what became of them.");
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    /// <summary>A page left from memory.</summary>
    public void CountHit() => Interlocked.Increment(ref _hits);

    /// <summary>A reader waited for a page to be made.</summary>
    public void CountMiss() => Interlocked.Increment(ref _misses);

    /// <summary>A reader got the last bytes of a page.</summary>
    public void CountLastBytes() => Interlocked.Increment(ref _lastBytes);

    /// <summary>A search was refused.</summary>
    public void CountRefusedSearch() => Interlocked.Increment(ref _refusedSearches);

    /// <summary>Whether the database answered when it was last asked for the edition.</summary>
    public void TellDatabase(bool isUp) => _databaseIsUp = isUp;

    /// <summary>Another instance makes the rounds.</summary>
    public void TellFollows() => _leads = false;

    /// <summary>This instance makes the rounds, and has just looked; until the next look, or another leader, the lag grows.</summary>
    public void TellLooked()
    {
        Interlocked.Exchange(ref _lookedAt, _time.GetTimestamp());
        _leads = true;
    }

    /// <summary>A round became an edition.</summary>
    public void TellRound(RoundOutcome round)
    {
        _rounds.Record(round.Took.TotalSeconds);
        _files.Add(round.Changed, KeyValuePair.Create<string, object?>("change", "changed"));
        _files.Add(round.Removed, KeyValuePair.Create<string, object?>("change", "removed"));
    }

    /// <summary>How many findings there are.</summary>
    public void TellProblems(IReadOnlyDictionary<Severity, int> problems) => Volatile.Write(ref _problems, problems);

    private IEnumerable<Measurement<double>> ListNextTick(CurrentEdition edition)
    {
        if (edition.NextTick is { } tick)
            yield return new Measurement<double>((tick - _time.GetUtcNow()).TotalSeconds);
    }

    private IEnumerable<Measurement<double>> ListLag()
    {
        if (_leads)
            yield return new Measurement<double>(_time.GetElapsedTime(Interlocked.Read(ref _lookedAt)).TotalSeconds);
    }

    private IEnumerable<Measurement<int>> ListProblems()
    {
        var problems = Volatile.Read(ref _problems);
        foreach (var severity in Enum.GetValues<Severity>())
            yield return new Measurement<int>(problems.GetValueOrDefault(severity), KeyValuePair.Create<string, object?>("severity", severity.ToString().ToLowerInvariant()));
    }
}
