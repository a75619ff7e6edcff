using AlitaNews.Newsroom.Articles;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Paths;
using AlitaNews.Web.Layout;
using Microsoft.AspNetCore.Mvc;

namespace AlitaNews.Web.Pages;

/// <summary>Answers addresses that no page has: moved, gone, or never known.</summary>
public sealed class OldAddresses(PathQueries paths, ArticleQueries articles, CurrentFrame frame, TimeProvider time)
{
    private const string RemovedView = "/Articles/Removed.cshtml";

    /// <summary>301 straight to where it is now, 410 where it is gone, 404 where nobody knows it.</summary>
    public async Task<IActionResult> AnswerAsync(Controller controller, CancellationToken cancel) =>
        await FindAsync(controller, cancel) ?? controller.NotFound();

    /// <summary>The same, or null where nobody knows it.</summary>
    public async Task<IActionResult?> FindAsync(Controller controller, CancellationToken cancel)
    {
        var path = controller.Request.Path.Value ?? "/";
        var now = time.GetUtcNow();
        if (await paths.FindAsync(path, now, cancel) is not { } old)
            return null;
        if (old.Location is { } location)
            return controller.Moved(location);
        var removed = old.Removed is { } id ? await articles.FindRemovedAsync(id, frame.Frame.Site, now, cancel) : null;
        return controller.Gone(RemovedView, removed ?? new RemovedPage(0, path, new Removal(null, old.Reason, null, old.Reason is null), []));
    }
}

/// <summary>Answers that are no page.</summary>
public static class MovedAndGone
{
    /// <summary>301, for a minute: an editor may change their mind.</summary>
    /// <param name="controller">Answers.</param>
    /// <param name="location">Root-relative and decoded, or absolute.</param>
    public static IActionResult Moved(this Controller controller, string location)
    {
        controller.Response.Headers.CacheControl = CacheControl.Brief;
        return controller.RedirectPermanent(PublicAddress.Escape(location));
    }

    /// <summary>410 with the page that says what stood there.</summary>
    public static IActionResult Gone(this Controller controller, string view, object model)
    {
        controller.Response.StatusCode = StatusCodes.Status410Gone;
        controller.Response.Headers.CacheControl = CacheControl.Brief;
        controller.Response.Headers["X-Robots-Tag"] = "noindex";
        return controller.View(view, model);
    }
}
