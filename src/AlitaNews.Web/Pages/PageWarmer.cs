using System.Diagnostics;
using System.Threading.Channels;
using AlitaNews.Web.Publishing;

namespace AlitaNews.Web.Pages;

/// <summary>
/// Fills pages before somebody asks: after every edition the front page, those that publishing suggests (the newest), then those that readers
/// asked for most. One at a time, so that readers never wait behind it; so few that a save costs what it changed and not what is cached;
/// begun again when the edition moves on.
/// </summary>
public sealed class PageWarmer(PageFiller filler, PageCache cache, CurrentEdition edition, IHostApplicationLifetime lifetime, ILogger<PageWarmer> log) : BackgroundService
{
    private const int MostPages = 48;
    private static readonly TimeSpan HeadStart = TimeSpan.FromMilliseconds(250);
    private static readonly PageKey FrontPage = new("/", string.Empty);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile IReadOnlyList<string> _suggested = [];

    /// <summary>Names addresses worth having at hand, the most wanted first; replaces those named before.</summary>
    public void Suggest(IReadOnlyList<string> paths)
    {
        _suggested = paths;
        _wake.Writer.TryWrite(true);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        edition.Subscribe(_ => _wake.Writer.TryWrite(true));
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var running = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        _wake.Writer.TryWrite(true);
        await SteadyWork.RunAsync(WakeAsync, log, stoppingToken);
    }

    private async Task WakeAsync(CancellationToken cancel)
    {
        await _wake.Reader.ReadAsync(cancel);

        // Who waits for a page goes first; but a front page there has to be, whatever happens next.
        if (cache.FindLast(FrontPage) is not null)
            await Task.Delay(HeadStart, cancel);
        if (edition.Loaded)
            await WarmAsync(cancel);
    }

    private async Task WarmAsync(CancellationToken cancel)
    {
        var number = edition.Number;
        foreach (var key in _suggested.Select(static path => new PageKey(path, string.Empty)).Prepend(FrontPage).Concat(cache.ListRead()).Distinct().Take(MostPages))
        {
            cancel.ThrowIfCancellationRequested();
            if (edition.Number != number || cache.IsNearlyFull)
                return;
            if (cache.Find(key, number) is not null)
                continue;
            var began = Stopwatch.GetTimestamp();
            await filler.FillAsync(key, Coding.Brotli);
            await Task.Delay(Stopwatch.GetElapsedTime(began), cancel);
        }
    }
}
