using AlitaNews.Store.Claims;
using AlitaNews.Store.Editions;
using AlitaNews.Web.Articles;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AlitaNews.Web.Claims;

/// <summary>The rumour tracker, and one claim.</summary>
public sealed class ClaimsController(TrackerQueries tracker, ClaimQueries claims, OldAddresses old, CurrentFrame frame, TimeProvider time) : Controller
{
    /// <summary><c>/rumours</c></summary>
    [HttpGet("/rumours")]
    public async Task<IActionResult> List(string? status, string? topic, string? source, string? due, string? page, CancellationToken cancel)
    {
        if (FilterReader.Read(status, topic, source, due) is not { } filter)
            return BadRequest();
        if (PageNumber.Read(page) is not { } number || await tracker.FindAsync(filter, number, frame.Frame.Site, time.GetUtcNow(), cancel) is not { } found)
            return NotFound();
        var newest = found.Claims.Select(static claim => claim.Changed).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
        KeyValuePair<string, string>[] headers = found.Total == 0 ? [new("X-Robots-Tag", "noindex")] : [];

        // Topics and sources can be invented without end; what lists nothing is not kept.
        HttpContext.DescribePage(new PageFacts(new EditionNumber(found.Edition), newest) { Headers = headers, Keep = found.Total > 0 });
        return View("Tracker", found);
    }

    /// <summary><c>/claims/{id}</c></summary>
    [HttpGet("/claims/{id}")]
    public async Task<IActionResult> Show(string id, CancellationToken cancel)
    {
        var found = await claims.FindAsync(id, frame.Frame.Site, time.GetUtcNow(), cancel);
        if (found is null)
            return await old.AnswerAsync(this, cancel);
        if (found.MovedTo is { } other)
            return this.Moved($"/claims/{Uri.EscapeDataString(other)}");
        var page = found.Page!;
        HttpContext.DescribePage(new PageFacts(new EditionNumber(page.Edition), page.State.Updated) { Headers = [new("Claim-Status", ClaimStatusHeader.Of(page.Claim))] });
        return View("Claim", page);
    }

    /// <summary><c>/claims/{id}/embed</c>: the claim's card alone, for the frames of other sites.</summary>
    [HttpGet("/claims/{id}/embed")]
    public async Task<IActionResult> Embed(string id, CancellationToken cancel)
    {
        var found = await claims.FindAsync(id, frame.Frame.Site, time.GetUtcNow(), cancel);
        if (found is null)
            return NotFound();
        if (found.MovedTo is { } other)
            return this.Moved($"/claims/{Uri.EscapeDataString(other)}/embed");
        var page = found.Page!;
        HttpContext.DescribePage(new PageFacts(new EditionNumber(page.Edition), page.State.Updated)
        {
            Headers =
            [
                new("Claim-Status", ClaimStatusHeader.Of(page.Claim)),
                new("Content-Security-Policy", SecurityHeaders.FramedPolicy),
                new("X-Robots-Tag", "noindex"),
            ],
        });
        return View("Embed", page);
    }
}
