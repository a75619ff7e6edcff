using AlitaNews.Web.Publishing;
using AlitaNews.Web.Telemetry;

namespace AlitaNews.Web.Pages;

/// <summary>
/// The first step of a request: a page of the current edition that is at hand leaves at once. Without async on purpose: a hit must cost what a
/// bare server costs.
/// </summary>
public sealed class CachedPages(RequestDelegate next, PageCache cache, PageResponse response, CurrentEdition edition, Listeners listeners, PageImprover improver, SiteMeter meter)
{
    /// <summary>Answers from the cache, or passes the request on.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (!edition.Loaded || listeners.IsManagement(context))
            return next(context);
        var key = PageKey.Of(context.Request);
        if (cache.Find(key, edition.Number) is not { } entry)
            return next(context);
        meter.CountHit();
        if (!entry.Read)
            entry.Read = true;
        if (entry.Hits < PageImprover.WorthIt)
            entry.Hits++;
        if (!entry.Improving && entry.Hits >= (entry.IsLarge ? PageImprover.WorthItIfLarge : PageImprover.WorthIt))
            improver.Suggest(key, entry);
        return response.WriteAsync(context, key, entry);
    }
}
