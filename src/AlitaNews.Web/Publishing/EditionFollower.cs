using AlitaNews.Newsroom.Site;
using AlitaNews.Store;
using AlitaNews.Store.Editions;
using AlitaNews.Store.Pages;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Telemetry;

namespace AlitaNews.Web.Publishing;

/// <summary>Moves this instance to every new edition, whoever made it, and tells once when the database goes and when it is back.</summary>
public sealed partial class EditionFollower(
    SchemaGate schema, NewsDatabase database, PageQueries pages, CurrentEdition current, CurrentFrame frame, SiteOrigin origin, SiteMeter meter, TimeProvider time, ILogger<EditionFollower> log) : BackgroundService
{
    private readonly EditionQueries _editions = new(database);
    private bool _away;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the rest of the site starts meanwhile
        await schema.WaitAsync(stoppingToken);
        await new EditionSignal(database).ListenAsync(LookAsync, TellAway, stoppingToken);
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        var state = await _editions.FindCurrentAsync(cancel);
        if (_away)
            LogBack();
        _away = false;
        meter.TellDatabase(isUp: true);
        if (state is null)
            return;
        if (!current.Loaded || state.Number != current.Number)
        {
            // The frame first: every page of the new edition is made with it.
            origin.Learn(state.Site.BaseUrl);
            frame.Frame = await pages.ReadFrameAsync(time.GetUtcNow(), cancel) with { BaseUrl = origin.Value };
        }

        current.MoveTo(state.Number, NextTickOf(state), state.Site);
    }

    // Each midnight of the site's zone is a tick: "due soon" is counted in days. Counted from the edition, not from now: a tick that has come
    // stays the next one until its edition is made.
    private static DateTimeOffset NextTickOf(EditionState edition)
    {
        var zone = SiteZone.Find(edition.Site.TimeZone) ?? SiteZone.Utc;
        var midnight = zone.StartOf(zone.DayOf(edition.At).AddDays(1));
        return edition.NextTick < midnight ? edition.NextTick.Value : midnight;
    }

    private void TellAway(Exception reason)
    {
        if (!_away)
            LogAway(reason.Message);
        _away = true;
        meter.TellDatabase(isUp: false);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not answer ({Reason}); trying again until it does")]
    private partial void LogAway(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database answers again")]
    private partial void LogBack();
}
