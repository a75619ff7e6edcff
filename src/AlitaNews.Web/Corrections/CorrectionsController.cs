using AlitaNews.Store.Corrections;
using AlitaNews.Store.Editions;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AlitaNews.Web.Corrections;

/// <summary>The corrections archive.</summary>
public sealed class CorrectionsController(CorrectionQueries queries, TimeProvider time) : Controller
{
    /// <summary><c>/corrections</c></summary>
    [HttpGet("/corrections")]
    public async Task<IActionResult> List(string? page, CancellationToken cancel)
    {
        if (PageNumber.Read(page) is not { } number || await queries.FindAsync(number, time.GetUtcNow(), cancel) is not { } found)
            return NotFound();
        var newest = found.Corrections.Select(static one => one.Correction.Date).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
        HttpContext.DescribePage(new PageFacts(new EditionNumber(found.Edition), newest));
        return View("Corrections", found);
    }
}
