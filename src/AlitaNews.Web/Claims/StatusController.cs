using AlitaNews.Store.Claims;
using AlitaNews.Store.Editions;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AlitaNews.Web.Claims;

/// <summary>The log of all changes of what is displayed.</summary>
public sealed class StatusController(StatusLogQueries queries, TimeProvider time) : Controller
{
    /// <summary><c>/status</c></summary>
    [HttpGet("/status")]
    public async Task<IActionResult> List(string? page, CancellationToken cancel)
    {
        if (PageNumber.Read(page) is not { } number || await queries.FindAsync(number, time.GetUtcNow(), cancel) is not { } log)
            return NotFound();
        var newest = log.Changes.Select(static change => change.Moment.At).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
        HttpContext.DescribePage(new PageFacts(new EditionNumber(log.Edition), newest));
        return View("/Claims/Status.cshtml", log);
    }
}
