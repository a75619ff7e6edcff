using System.Data.Common;
using AlitaNews.Store.Editions;
using AlitaNews.Store;

namespace AlitaNews.Web.Publishing;

/// <summary>
/// Makes editions: one round after another while this instance leads, and none while another does. Whatever goes wrong with the database,
/// it begins again from the folder, which is the truth.
/// </summary>
public sealed partial class EditionPublisher(
    SchemaGate schema, NewsDatabase database, ContentFolder folder, CurrentEdition current, TimeProvider time, SiteSettings settings, ILogger<EditionPublisher> log) : BackgroundService
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Ingest)
            return;
        await Task.Yield(); // the rest of the site starts meanwhile
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await schema.WaitAsync(stoppingToken);
                await using var leader = await LeaderSession.TryAcquireAsync(database, stoppingToken);
                if (leader is not null)
                    await LeadAsync(leader, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is DbException or IOException or TimeoutException or UnauthorizedAccessException or InvalidOperationException)
            {
                LogInterrupted(e.Message);
                database.ForgetConnections();
            }

            await Task.Delay(Retry, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LeadAsync(LeaderSession leader, CancellationToken cancel)
    {
        var desk = new RoundDesk(folder, new FileQueries(database), time);
        await desk.LoadAsync(cancel);
        using var watcher = new ContentWatcher(folder.Root, TimeProvider.System);
        var hint = new ContentHint(Everything: true, []);
        while (true)
        {
            var outcome = await desk.RunAsync(leader, hint, cancel);
            if (outcome is { } made)
                LogRound(made.Number, made.Changed, made.Removed, made.Problems, (int)made.Took.TotalMilliseconds);
            if (desk.LookAgainAfter is { } soon)
            {
                hint = await watcher.WaitAsync(soon, cancel) with { Everything = true };
                continue;
            }

            hint = await WaitAsync(leader, watcher, desk, cancel);
        }
    }

    // Until something may have changed in the folder; editions that time alone brings are made on the way.
    private async Task<ContentHint> WaitAsync(LeaderSession leader, ContentWatcher watcher, RoundDesk desk, CancellationToken cancel)
    {
        // A look at everything costs what the library holds: of a large one it is taken less often, never above a tenth of the time.
        var heartbeat = Heartbeat > desk.LastLook * 10 ? Heartbeat : desk.LastLook * 10;
        var now = time.GetUtcNow();
        var tick = current.NextTick - now;
        if (tick <= TimeSpan.Zero)
        {
            await using var writer = await EditionWriter.BeginAsync(leader, now, cancel);
            var number = await writer.CommitAsync("tick", 0, 0, "{}", cancel);
            LogTick(number);
            tick = null;
            await current.WaitForAsync(number, cancel);
        }

        if (tick < heartbeat)
            return await watcher.WaitAsync(tick.Value, cancel);
        await leader.BeatAsync(cancel);
        return await watcher.WaitAsync(heartbeat, cancel);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Edition {Number}: {Changed} files changed, {Removed} removed, {Problems} findings, {Milliseconds} ms")]
    private partial void LogRound(EditionNumber number, int changed, int removed, int problems, int milliseconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "Edition {Number}: the clock moved on")]
    private partial void LogTick(EditionNumber number);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The round was interrupted and begins again: {Reason}")]
    private partial void LogInterrupted(string reason);
}
