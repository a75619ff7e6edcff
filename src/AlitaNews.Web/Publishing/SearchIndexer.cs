using AlitaNews.Store;
using AlitaNews.Store.Editions;

namespace AlitaNews.Web.Publishing;

/// <summary>
/// Lets the search follow the editions: woken by each, it indexes what is queued until nothing is. Never on the way of a save, and on
/// every instance that may ingest: whoever comes first takes the work.
/// </summary>
public sealed class SearchIndexer(
    SchemaGate schema, NewsDatabase database, CurrentEdition current, SiteSettings settings, ILogger<SearchIndexer> log) : BackgroundService
{
    // Behind the editions' notices, should one be lost or a batch have failed.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);

    // Two at once: while one puts words together, the server works for the other.
    private readonly SearchVectorWriter[] _writers = [new(database), new(database)];
    private readonly SemaphoreSlim _moved = new(1, 1);

    /// <inheritdoc/>
    public override void Dispose()
    {
        _moved.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Ingest)
            return;
        current.Subscribe(_ => Wake());
        await Task.Yield(); // the rest of the site starts meanwhile
        await SteadyWork.RunAsync(IndexAsync, log, stoppingToken);
    }

    private async Task IndexAsync(CancellationToken cancel)
    {
        await schema.WaitAsync(cancel);
        await _moved.WaitAsync(Look, cancel);
        var first = await _writers[0].WriteBatchAsync(cancel);
        if (first < SearchVectorWriter.BatchSize)
            return;
        await Task.WhenAll(_writers.Select(writer => WriteAllAsync(writer, cancel)));
        await _writers[0].SettleAsync(cancel);
    }

    private static async Task WriteAllAsync(SearchVectorWriter writer, CancellationToken cancel)
    {
        while (await writer.WriteBatchAsync(cancel) > 0)
        {
        }
    }

    private void Wake()
    {
        try
        {
            _moved.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // Awake already, or at its end.
        }
    }
}
