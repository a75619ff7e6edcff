using System.Data.Common;
using System.Threading.Channels;
using AlitaNews.Store.Desk;
using AlitaNews.Web.Publishing;

namespace AlitaNews.Web.Telemetry;

/// <summary>Counts the findings of every edition, for whoever collects numbers. Not registered where nobody does.</summary>
public sealed class ProblemCount(DeskQueries desk, CurrentEdition edition, SiteMeter meter, ILogger<ProblemCount> log) : BackgroundService
{
    private readonly Channel<bool> _moved = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        edition.Subscribe(_ => _moved.Writer.TryWrite(true));
        if (edition.Loaded)
            _moved.Writer.TryWrite(true);
        return SteadyWork.RunAsync(CountNextAsync, log, stoppingToken);
    }

    private async Task CountNextAsync(CancellationToken cancel)
    {
        await _moved.Reader.ReadAsync(cancel);
        try
        {
            meter.TellProblems(await desk.CountProblemsAsync(cancel));
        }
        catch (Exception e) when (e is DbException or TimeoutException)
        {
            // The next edition brings the next number; that the database is away is said elsewhere.
        }
    }
}
