using AlitaNews.Newsroom.Site;
using AlitaNews.Store;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Editions;
using AlitaNews.Store.Pages;
using AlitaNews.Store.Sources;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pages;
using AlitaNews.Web.Telemetry;

namespace AlitaNews.Web.Publishing;

/// <summary>Moves this instance to every new edition, whoever made it, and tells once when the database goes and when it is back.</summary>
public sealed partial class EditionFollower(
    SchemaGate schema,
    NewsDatabase database,
    ReadingPulse pulse,
    PageQueries pages,
    PageCache cache,
    ArticleQueries articles,
    PageWarmer warmer,
    RecordShelf records,
    CurrentEdition current,
    CurrentFrame frame,
    SiteOrigin origin,
    SiteMeter meter,
    TimeProvider time,
    ILogger<EditionFollower> log) : BackgroundService
{
    // What readers ask for after a look at the front page.
    private const int Newest = 12;

    private readonly EditionQueries _editions = new(database);
    private EditionState? _shown;
    private bool _away;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the rest of the site starts meanwhile
        var feeling = SteadyWork.RunAsync(cancel => pulse.FeelAsync(database, cancel), log, stoppingToken);
        await SteadyWork.RunAsync(FollowAsync, log, stoppingToken);
        await feeling;
    }

    private async Task FollowAsync(CancellationToken cancel)
    {
        await schema.WaitAsync(cancel);
        await new EditionSignal(database).ListenAsync(LookAsync, TellAway, cancel);
    }

    private async Task<bool> LookAsync(CancellationToken cancel)
    {
        var state = await _editions.FindCurrentAsync(cancel);
        if (_away)
            LogBack();
        _away = false;
        meter.TellDatabase(isUp: true);
        if (state is null)
            return true;
        var isNew = state.Number != _shown?.Number || state.At != _shown.At;
        if (isNew)
        {
            // The frame first: every page of the new edition is made with it. It comes from where pages are read: a standby that has not
            // got the edition yet would fill them with the old one.
            origin.Learn(state.Site.BaseUrl);
            var ahead = await pages.ReadFrameAsync(time.GetUtcNow(), cancel) with { BaseUrl = origin.Value };
            if (ahead.Edition < state.Number.Value)
                return false;
            if (state.Number.Value <= _shown?.Number.Value)
                StartAnew();
            frame.Frame = ahead;
        }

        current.MoveTo(state.Number, NextTickOf(state), state.Site);
        _shown = state;
        if (isNew)
            warmer.Suggest(await articles.ListNewestAsync(Newest, time.GetUtcNow(), cancel));
        return true;
    }

    // Another edition of the same or a lower number: a standby took over without the last ones, or a backup was put back.
    private void StartAnew()
    {
        cache.Outdate();
        records.Clear();
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
        if (!_away && SteadyWork.IsPassing(reason))
            LogAway(reason.Message);
        else if (!_away)
            LogFault(reason);
        _away = true;
        meter.TellDatabase(isUp: false);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not answer ({Reason}); trying again until it does")]
    private partial void LogAway(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The edition cannot be shown; trying again until it can")]
    private partial void LogFault(Exception fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database answers again")]
    private partial void LogBack();
}
