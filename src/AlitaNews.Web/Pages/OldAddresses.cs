using AlitaNews.Newsroom.Articles;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AlitaNews.Web.Pages;

/// <summary>Answers addresses that no page has: moved, gone, or never known.</summary>
public sealed class OldAddresses(PageQueries pages, TimeProvider time)
{
    /// <summary>301 to where it went, 410 where it is gone, 404 where nobody knows it.</summary>
    public async Task<IActionResult> AnswerAsync(Controller controller, CancellationToken cancel)
    {
        var path = controller.Request.Path.Value ?? "/";
        return await pages.FindOldAsync(path, time.GetUtcNow(), cancel) switch
        {
            { Location: { } location } => controller.Moved(location),
            { } gone => controller.Gone("/Articles/Removed.cshtml", new RemovedPage(0, path, new Removal(null, gone.Reason, null, gone.Reason is null), [])),
            null => controller.NotFound(),
        };
    }
}

/// <summary>Answers that are no page.</summary>
public static class MovedAndGone
{
    private const string Brief = "public, max-age=60";

    /// <summary>301, for a minute: an editor may change their mind.</summary>
    public static IActionResult Moved(this Controller controller, string location)
    {
        controller.Response.Headers.CacheControl = Brief;
        return controller.RedirectPermanent(location);
    }

    /// <summary>410 with the page that says what stood there.</summary>
    public static IActionResult Gone(this Controller controller, string view, object model)
    {
        controller.Response.StatusCode = StatusCodes.Status410Gone;
        controller.Response.Headers.CacheControl = Brief;
        controller.Response.Headers["X-Robots-Tag"] = "noindex";
        return controller.View(view, model);
    }
}
