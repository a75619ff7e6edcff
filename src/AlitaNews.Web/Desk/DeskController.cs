using System.Text;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Markdown.Embeds;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Desk;
using AlitaNews.Store.Pages;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pages;
using AlitaNews.Web.Publishing;
using Microsoft.AspNetCore.Mvc;

namespace AlitaNews.Web.Desk;

/// <summary>The editors' desk, on the management listener (<c>web.md</c>, section 7).</summary>
[NotAPage]
public sealed class DeskController(
    DeskQueries desk, PreviewQueries previews, PageQueries pages, ContentFolder content, CurrentEdition edition, CurrentFrame frame, Listeners listeners, TimeProvider time) : Controller
{
    /// <summary><c>/desk</c></summary>
    /// <param name="q">Only what has these words; what else it names is left out.</param>
    /// <param name="show">The one section that is wanted, as a whole.</param>
    /// <param name="cancel">The editor left.</param>
    [HttpGet("/desk")]
    [HttpHead("/desk")]
    public async Task<IActionResult> Show(string? q, string? show, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var words = q?.Replace("\0", "", StringComparison.Ordinal).Trim();
        var ask = new DeskAsk(words is { Length: > 0 } ? words : null, DeskView.FindSection(show));
        var page = await desk.ReadAsync(ask, now, ClaimRules.Of(edition.Site).DueSoonUntil(now), cancel);
        return View("Desk", new DeskView(page, ask, Lines(), listeners.PublicAddress));
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

    /// <summary><c>/desk/preview/{path}</c>: what a file looks like, or will; else what is said of it.</summary>
    /// <param name="path">The file, relative to the content folder.</param>
    /// <param name="cancel">The editor left.</param>
    [HttpGet("/desk/preview/{**path}")]
    [HttpHead("/desk/preview/{**path}")]
    public async Task<IActionResult> Preview(string path, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (path.Any(char.IsControl) || await desk.FindFileAsync(path, now, cancel) is not { } file)
            return NotFound();
        Response.Headers["X-Robots-Tag"] = "noindex";
        var note = DeskNote.Of(file, listeners.PublicAddress, now);
        note.Put(ViewData);
        if (file.Held)
            return await ShowHeldAsync(file, note, cancel);
        if (file.IsArticle && await previews.FindAsync(path, frame.Frame.Site, now, cancel) is { } found)
            return Show(found, note);
        if (file.Page is { } name && await pages.FindAsync(name, now, cancel) is { } page)
            return Show("/Pages/Standing.cshtml", page, page.BodyHtml);
        return note is { Public: { } address, Problems.Count: 0 } ? Redirect(address) : ShowFile(note, shown: true);
    }

    private ViewResult Show(FoundArticle found, DeskNote note)
    {
        if (found.Page is { } page)
            return Show("/Articles/Article.cshtml", page, page.BodyHtml);
        return found.Removed is { } removed
            ? View("/Articles/Removed.cshtml", removed)
            : ShowFile(note with { Says = $"This file sends its readers on to {found.RedirectTo}", Public = found.RedirectTo }, shown: true);
    }

    // As it lies in the folder: what the edition has of it is at best an older version.
    private async Task<IActionResult> ShowHeldAsync(DeskFile file, DeskNote note, CancellationToken cancel)
    {
        var site = frame.Frame.Site;
        if (new FilePreview(content, time).Find(file.Path, site) is not { Article: not null } compiled)
            return ShowFile(note, shown: false);
        var page = await previews.ReadHeldAsync(compiled, site, time.GetUtcNow(), cancel);
        return Show("/Articles/Article.cshtml", page, page.BodyHtml);
    }

    private ViewResult Show(string view, object page, string body)
    {
        if (EmbedFrames.AreIn(body))
            Response.Headers.ContentSecurityPolicy = SecurityHeaders.EmbeddingPolicy;
        return View(view, page);
    }

    private ViewResult ShowFile(DeskNote note, bool shown) => View("File", new DeskFileView(note, shown, Lines()));

    private QuotedLines Lines() => new(new FolderCheck(content, time).FindLine);
}
