using AlitaNews.Store.Editions;
using AlitaNews.Store.Feeds;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AlitaNews.Web.Feeds;

/// <summary>The feeds: of the site, of every hub, claim and source, of status changes and of corrections, in three formats each.</summary>
public sealed class FeedsController(FeedQueries articles, ChangeQueries changes, OldAddresses old, CurrentFrame frame, TimeProvider time) : Controller
{
    private const int ItemsAFeed = 30;
    private const string Format = "{format:regex(^(xml|atom|json)$)}";

    /// <summary>The whole site.</summary>
    [HttpGet("/feed." + Format)]
    public Task<IActionResult> OfSite(string format, string? view, CancellationToken cancel) => OfListAsync("", "", "/", format, view, cancel);

    /// <summary>A hub, a claim or a source.</summary>
    [HttpGet("/{hub:regex(^(sections|topics|tags|authors|sources|claims)$)}/{id}/feed." + Format)]
    public Task<IActionResult> OfHub(string hub, string id, string format, string? view, CancellationToken cancel) =>
        OfListAsync(hub[..^1], id, $"/{hub}/{id}", format, view, cancel);

    /// <summary>Changes of displayed states.</summary>
    [HttpGet("/status/feed." + Format)]
    public async Task<IActionResult> OfStatus(string format, string? view, CancellationToken cancel)
    {
        var (edition, found) = await changes.ListStatusAsync(ItemsAFeed, time.GetUtcNow(), cancel);
        return Answer(edition, summaries => ChangeFeed.OfStatus(frame.Frame, found) with { Summaries = summaries }, format, view);
    }

    /// <summary>Corrections.</summary>
    [HttpGet("/corrections/feed." + Format)]
    public async Task<IActionResult> OfCorrections(string format, string? view, CancellationToken cancel)
    {
        var (edition, found) = await changes.ListCorrectionsAsync(ItemsAFeed, time.GetUtcNow(), cancel);
        return Answer(edition, summaries => ChangeFeed.OfCorrections(frame.Frame, found) with { Summaries = summaries }, format, view);
    }

    private async Task<IActionResult> OfListAsync(string kind, string id, string home, string format, string? view, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var content = await articles.FindAsync(kind, id, kind == "claim" ? null : ItemsAFeed, frame.Frame.Site, now, cancel);
        if (content is null)
            return await old.AnswerAsync(this, cancel);
        if (content.MovedTo is { } today)
            return this.Moved($"/{kind}s/{today}/feed.{format}");
        return Answer(content.Edition, summaries => ArticleFeed.Of(frame.Frame, content, home, summaries, now), format, view);
    }

    private IActionResult Answer(long edition, Func<bool, Feed> make, string format, string? view)
    {
        if (view is not (null or "summary" or "full"))
            return BadRequest();
        var feed = make(view is null ? frame.Frame.Site.FeedsAreSummaries : view == "summary");
        HttpContext.DescribePage(new PageFacts(new EditionNumber(edition), feed.Updated));
        var query = view is null ? "" : "?view=" + view;
        return format switch
        {
            "xml" => File(FeedXml.Rss(frame.Frame, feed, query), "application/rss+xml; charset=utf-8"),
            "atom" => File(FeedXml.AtomFeed(frame.Frame, feed, query), "application/atom+xml; charset=utf-8"),
            _ => File(FeedJson.Of(frame.Frame, feed, query), "application/feed+json; charset=utf-8"),
        };
    }
}
