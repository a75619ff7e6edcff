using AlitaNews.Store.Editions;
using AlitaNews.Store.Sources;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pages;
using AlitaNews.Web.Publishing;
using Microsoft.AspNetCore.Mvc;

namespace AlitaNews.Web.Sources;

/// <summary>Sources and their track records.</summary>
public sealed class SourcesController(SourceQueries queries, OldAddresses old, CurrentFrame frame, SiteOrigin origin, TimeProvider time) : Controller
{
    private const int ItemsAPage = 20;
    private const int ItemsAPageOfData = 100;

    /// <summary><c>/sources</c></summary>
    [HttpGet("/sources")]
    public async Task<IActionResult> All(string? page, CancellationToken cancel)
    {
        if (PageNumber.Read(page) is not { } number || await queries.ListAsync(number, ItemsAPage, time.GetUtcNow(), cancel) is not { } list)
            return NotFound();
        HttpContext.DescribePage(new PageFacts(new EditionNumber(list.Edition), list.Updated));
        return View("Sources", list);
    }

    /// <summary><c>/sources.json</c></summary>
    [HttpGet("/sources.json")]
    public async Task<IActionResult> Data(string? page, CancellationToken cancel)
    {
        if (PageNumber.Read(page) is not { } number || await queries.ListAsync(number, ItemsAPageOfData, time.GetUtcNow(), cancel) is not { } list)
            return NotFound();
        HttpContext.DescribePage(new PageFacts(new EditionNumber(list.Edition), list.Updated) { Headers = [new("Access-Control-Allow-Origin", "*")] });
        return Content(SourceData.Write(list, frame.Frame.Site, origin.Value), "application/json; charset=utf-8");
    }

    /// <summary><c>/sources/{id}</c></summary>
    [HttpGet("/sources/{id}")]
    public async Task<IActionResult> One(string id, string? page, CancellationToken cancel)
    {
        if (PageNumber.Read(page) is not { } number)
            return NotFound();
        var found = await queries.FindAsync(id, number, frame.Frame.Site, time.GetUtcNow(), cancel);
        if (found is null)
            return page is null ? await old.AnswerAsync(this, cancel) : NotFound();
        if (found.Moved is { } other)
            return this.Moved("/sources/" + other);
        var source = found.Page!;
        HttpContext.DescribePage(new PageFacts(new EditionNumber(source.Edition), source.Updated));
        return View("Source", source);
    }
}
