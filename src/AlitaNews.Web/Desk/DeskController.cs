using System.Text;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Store.Desk;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pages;
using AlitaNews.Web.Publishing;
using Microsoft.AspNetCore.Mvc;

namespace AlitaNews.Web.Desk;

/// <summary>The editors' desk, on the management listener (<c>web.md</c>, section 7).</summary>
[NotAPage]
public sealed class DeskController(DeskQueries desk, PreviewQueries previews, ContentFolder content, CurrentEdition edition, CurrentFrame frame, Listeners listeners, TimeProvider time) : Controller
{
    /// <summary><c>/desk</c></summary>
    [HttpGet("/desk")]
    [HttpHead("/desk")]
    public async Task<IActionResult> Show(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var page = await desk.ReadAsync(now, ClaimRules.Of(edition.Site).DueSoonUntil(now), cancel);
        return View("Desk", new DeskView(page, new FolderCheck(content, time).FindLine, listeners.PublicAddress));
    }

    /// <summary><c>/desk/problems.json</c></summary>
    [HttpGet("/desk/problems.json")]
    [HttpHead("/desk/problems.json")]
    public async Task<IActionResult> ListProblems(CancellationToken cancel)
    {
        using var text = new StringWriter();
        JsonPrinter.Print(text, await desk.ListProblemsAsync(cancel));
        return Content(text.ToString(), "application/json", Encoding.UTF8);
    }

    /// <summary><c>/desk/preview/{path}</c>: an article as it will look.</summary>
    /// <param name="path">The file, relative to the content folder.</param>
    /// <param name="cancel">The editor left.</param>
    [HttpGet("/desk/preview/{**path}")]
    [HttpHead("/desk/preview/{**path}")]
    public async Task<IActionResult> Preview(string path, CancellationToken cancel)
    {
        if (path.Any(char.IsControl) || await previews.FindAsync(path, frame.Frame.Site, time.GetUtcNow(), cancel) is not { } found)
            return NotFound();
        Response.Headers["X-Robots-Tag"] = "noindex";
        if (found.Page is { } page)
            return View("/Articles/Article.cshtml", page);
        return found.Removed is { } removed ? View("/Articles/Removed.cshtml", removed) : Content($"This file sends its readers on to {found.RedirectTo}");
    }
}
