using System.Data.Common;
using AlitaNews.Store;
using AlitaNews.Store.Editions;
using AlitaNews.Store.Migrations;
using AlitaNews.Web.Announcing;
using AlitaNews.Web.Telemetry;

namespace AlitaNews.Web.Publishing;

/// <summary>
/// Makes editions: one round after another while this instance leads, and none while another does. Whatever goes wrong with the database,
/// it begins again from the folder, which is the truth.
/// </summary>
public sealed partial class EditionPublisher(
    SchemaGate schema, NewsDatabase database, ContentFolder folder, CurrentEdition current, TimeProvider time, SiteSettings settings, SiteMeter meter, IndexNow announcements, TableKeeper tables,
    ILogger<EditionPublisher> log) : BackgroundService
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a round that has begun may go on when the site is told to stop; less than the host's patience.</summary>
    private static readonly TimeSpan Finishing = TimeSpan.FromSeconds(15);

    /// <summary>Rounds of fewer files are over before anybody wonders.</summary>
    private const int LongRound = 2_000;

    private readonly RoundDesk _desk = new(folder, new FileQueries(database), time);
    private readonly LeaderWatch _watch = new(database);
    private EditionNumber _made;
    private string? _interruptedBy;
    private bool _rehearsed;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Ingest)
            return;
        await Task.Yield(); // the rest of the site starts meanwhile
        _desk.Progress = (done, total) =>
        {
            if (total >= LongRound && done < total)
                LogProgress(done, total);
        };
        _desk.Faulted = LogFileFault;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await schema.WaitAsync(stoppingToken);
                await using var leader = await LeaderSession.TryAcquireAsync(database, stoppingToken);
                if (leader is not null)
                {
                    await LeadAsync(leader, stoppingToken);
                }
                else
                {
                    meter.TellFollows();
                    await RehearseAsync(stoppingToken);
                    if (await _watch.EndSilentAsync(stoppingToken))
                        LogTookOver();
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is DbException or IOException or TimeoutException or UnauthorizedAccessException)
            {
                // Said once: a full disk would fill the log as well.
                if (_interruptedBy != e.Message)
                    LogInterrupted(e.Message);
                _interruptedBy = e.Message;
                database.ForgetConnections();
            }
            catch (Exception e) when (e is not NewerSchemaException)
            {
                // A fault of ours must not end the site: what was published stays, and the desk begins again with less.
                if (_interruptedBy != e.Message)
                    LogFault(e);
                _interruptedBy = e.Message;
            }

            await Task.Delay(Retry, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // What a leader does first takes half a second of a core, most of it for code that never ran. On a busy machine that is many seconds,
    // and readers would wait for them when the one that leads is gone: whoever follows has done it before.
    private async Task RehearseAsync(CancellationToken cancel)
    {
        if (_rehearsed || !current.Loaded)
            return;
        _rehearsed = true;
        await _desk.RehearseAsync(cancel);
    }

    private async Task LeadAsync(LeaderSession leader, CancellationToken cancel)
    {
        if (_rehearsed)
            LogLeads();
        _made = default;
        await _desk.LoadAsync(cancel);
        using var leading = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var announcing = announcements.RunAsync(leading.Token);
        try
        {
            await PublishAsync(leader, cancel);
        }
        finally
        {
            await leading.CancelAsync();
            await announcing;
        }
    }

    private async Task PublishAsync(LeaderSession leader, CancellationToken cancel)
    {
        using var finish = new CancellationTokenSource();
        await using var stopping = cancel.Register(() => finish.CancelAfter(Finishing));
        using var watcher = new ContentWatcher(folder.Root, TimeProvider.System);
        var hint = ContentHint.All;
        var lookedAt = time.GetTimestamp();
        while (true)
        {
            if (hint.Everything)
                lookedAt = time.GetTimestamp();
            var outcome = await _desk.RunAsync(leader, hint, finish.Token);
            _interruptedBy = null;
            meter.TellLooked();
            if (outcome is { } made)
            {
                meter.TellRound(made);
                LogRound(made.Number.Value, made.Changed, made.Removed, made.Problems, (int)made.Took.TotalMilliseconds);
                tables.Tell(made.Changed + made.Removed);
                await FollowAsync(made.Number, cancel);
            }

            await _desk.GetReadyAsync(finish.Token); // the first save after a start must not wait for it
            hint = await WaitAsync(leader, watcher, lookedAt, cancel);
        }
    }

    // Until something may have changed in the folder, or in time, or has not been looked at for long.
    private async Task<ContentHint> WaitAsync(LeaderSession leader, ContentWatcher watcher, long lookedAt, CancellationToken cancel)
    {
        // A look at everything costs what the library holds: of a large one it is taken less often, never above a tenth of the time.
        var heartbeat = Heartbeat > _desk.LastLook * 10 ? Heartbeat : _desk.LastLook * 10;
        var patience = heartbeat - time.GetElapsedTime(lookedAt);
        if (_desk.LookAgainAfter < patience)
            patience = _desk.LookAgainAfter.Value;
        if (await FindNextTickAsync(leader, cancel) is { } tick && tick < patience)
            patience = tick;
        await leader.BeatAsync(cancel);
        var hint = await watcher.WaitAsync(patience > TimeSpan.Zero ? patience : TimeSpan.Zero, cancel);

        // Counted from the last look, not from the last change: a folder in which something changes every second must not stay half unseen.
        if (time.GetElapsedTime(lookedAt) < heartbeat)
            return hint;
        watcher.Renew();
        return ContentHint.All;
    }

    // How long until time alone changes a page; the edition of a tick that has come is made first.
    private async Task<TimeSpan?> FindNextTickAsync(LeaderSession leader, CancellationToken cancel)
    {
        // Behind a standby that lags, this instance does not know yet what comes next.
        if (current.Number.Value < _made.Value)
            return Retry;
        var now = time.GetUtcNow();
        if (current.NextTick > now || current.NextTick is null)
            return current.NextTick - now;
        await using (var writer = await EditionWriter.BeginAsync(leader, now, cancel))
        {
            var number = await writer.CommitAsync("tick", 0, 0, "{}", cancel);
            LogTick(number.Value);
            await FollowAsync(number, cancel);
        }

        return current.NextTick - time.GetUtcNow();
    }

    // The next tick is known once this instance shows the edition; one that cannot must not keep the others waiting.
    private async Task FollowAsync(EditionNumber number, CancellationToken cancel)
    {
        _made = number;
        try
        {
            await current.WaitForAsync(number, cancel).WaitAsync(Heartbeat, cancel);
        }
        catch (TimeoutException)
        {
            // Looked for again before the next wait.
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Done} of {Total} files read")]
    private partial void LogProgress(int done, int total);

    [LoggerMessage(Level = LogLevel.Information, Message = "Edition {Number}: {Changed} files changed, {Removed} removed, {Problems} findings, {Milliseconds} ms")]
    private partial void LogRound(long number, int changed, int removed, int problems, int milliseconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "Edition {Number}: the clock moved on")]
    private partial void LogTick(long number);

    [LoggerMessage(Level = LogLevel.Information, Message = "The instance that led is gone: this one makes the rounds now")]
    private partial void LogLeads();

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path} cannot be compiled: a fault of the site, please report it with the file")]
    private partial void LogFileFault(string path, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The round was interrupted and begins again: {Reason}")]
    private partial void LogInterrupted(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The instance that leads is silent: its session was ended")]
    private partial void LogTookOver();

    [LoggerMessage(Level = LogLevel.Error, Message = "The round failed and begins again")]
    private partial void LogFault(Exception fault);
}
