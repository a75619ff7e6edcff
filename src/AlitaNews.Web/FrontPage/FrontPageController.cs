using AlitaNews.Store.Editions;
using AlitaNews.Store.FrontPage;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AlitaNews.Web.FrontPage;

/// <summary>The front page and its older pages.</summary>
public sealed class FrontPageController(FrontPageQueries queries, CurrentFrame frame, TimeProvider time) : Controller
{
    /// <summary><c>/</c></summary>
    [HttpGet("/")]
    public async Task<IActionResult> Show(string? page, CancellationToken cancel)
    {
        if (PageNumber.Read(page) is not { } number || await queries.FindAsync(number, frame.Frame.Site, time.GetUtcNow(), cancel) is not { } content)
            return NotFound();
        var newest = content.Latest.Append(content.Lead).OfType<Store.Articles.ArticleCard>().Select(static card => card.Updated)
            .Concat(content.Open.Concat(content.Settled).Select(static claim => claim.Changed))
            .DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
        HttpContext.DescribePage(new PageFacts(new EditionNumber(content.Edition), newest));
        return View("Front", content);
    }
}
