using AlitaNews.Newsroom.Site;
using AlitaNews.Store;
using AlitaNews.Store.Editions;

namespace AlitaNews.Web.Publishing;

/// <summary>Moves this instance to every new edition, whoever made it, and tells once when the database goes and when it is back.</summary>
public sealed partial class EditionFollower(NewsDatabase database, CurrentEdition current, TimeProvider time, ILogger<EditionFollower> log) : BackgroundService
{
    private readonly EditionQueries _editions = new(database);
    private bool _away;

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new EditionSignal(database).ListenAsync(LookAsync, TellAway, stoppingToken);

    private async Task LookAsync(CancellationToken cancel)
    {
        var state = await _editions.FindCurrentAsync(time.GetUtcNow(), cancel);
        if (_away)
            LogBack();
        _away = false;
        if (state is not null)
            current.MoveTo(state.Number, NextTickOf(state), state.Site);
    }

    // Each midnight of the site's zone is a tick: "due soon" is counted in days.
    private DateTimeOffset NextTickOf(EditionState edition)
    {
        var zone = SiteZone.Find(edition.Site.TimeZone) ?? SiteZone.Utc;
        var midnight = zone.StartOf(zone.DayOf(time.GetUtcNow()).AddDays(1));
        return edition.NextTick < midnight ? edition.NextTick.Value : midnight;
    }

    private void TellAway(Exception reason)
    {
        if (!_away)
            LogAway(reason.Message);
        _away = true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not answer ({Reason}); trying again until it does")]
    private partial void LogAway(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database answers again")]
    private partial void LogBack();
}
