namespace AlitaNews.Web.Pages;

/// <summary>
/// The first step of a request: a page of the current edition that is at hand leaves at once. Without async on purpose: a hit must cost what a
/// bare server costs.
/// </summary>
public sealed class CachedPages(RequestDelegate next, PagesAtHand pages, PageResponse response, Listeners listeners)
{
    /// <summary>Answers from the cache, or passes the request on.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (!listeners.IsManagement(context))
        {
            var key = PageKey.Of(context.Request);
            if (pages.Find(key) is { } entry)
                return response.WriteAsync(context, key, entry);
        }

        return next(context);
    }
}
