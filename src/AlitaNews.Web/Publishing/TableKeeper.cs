using AlitaNews.Store;
using AlitaNews.Store.Editions;

namespace AlitaNews.Web.Publishing;

/// <summary>Puts the tables in order after rounds that changed much of them, behind editors and readers.</summary>
public sealed class TableKeeper(NewsDatabase database, ILogger<TableKeeper> log) : BackgroundService
{
    /// <summary>After so many files the tables are worth a look; single saves are left to the server's own.</summary>
    private const int ManyFiles = 1_000;

    private readonly SemaphoreSlim _wanted = new(0);
    private int _changed;

    /// <summary>Hears of a round.</summary>
    /// <param name="files">How many files it changed.</param>
    public void Tell(int files)
    {
        if (Interlocked.Add(ref _changed, files) < ManyFiles)
            return;
        Interlocked.Exchange(ref _changed, 0);
        _wanted.Release();
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _wanted.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the rest of the site starts meanwhile
        await SteadyWork.RunAsync(KeepAsync, log, stoppingToken);
    }

    private async Task KeepAsync(CancellationToken cancel)
    {
        await _wanted.WaitAsync(cancel);
        await new TableUpkeep(database).RunAsync(cancel);
    }
}
