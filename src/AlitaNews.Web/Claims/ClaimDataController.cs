using System.Globalization;
using System.Text;
using AlitaNews.Newsroom.Pictures;
using AlitaNews.Store.Claims;
using AlitaNews.Store.Editions;
using AlitaNews.Web.Articles;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AlitaNews.Web.Claims;

/// <summary>Claims for machines: open data, and the calendar of due dates.</summary>
public sealed class ClaimDataController(ClaimDataQueries queries, CurrentFrame frame, TimeProvider time) : Controller
{
    private const string JsonType = "application/json; charset=utf-8";
    private static readonly KeyValuePair<string, string> OpenToAll = new("Access-Control-Allow-Origin", "*");

    /// <summary><c>/claims.json</c></summary>
    [HttpGet("/claims.json")]
    public async Task<IActionResult> List(
        string? status,
        string? topic,
        string? source,
        string? type,
        string? due,
        [FromQuery(Name = "due_before")] string? dueBefore,
        [FromQuery(Name = "updated_since")] string? updatedSince,
        string? page,
        CancellationToken cancel)
    {
        Response.Headers.AccessControlAllowOrigin = OpenToAll.Value;
        var zone = frame.Frame.Zone;
        if (FilterReader.Read(status, topic, source, due) is not { } filter || !FilterReader.TryInstant(dueBefore, zone, out var before) || !FilterReader.TryInstant(updatedSince, zone, out var since))
            return BadRequest();
        filter = filter with { Type = type, DueBefore = before, UpdatedSince = since };
        if (PageNumber.Read(page) is not { } number)
            return NotFound();
        var found = await queries.ListAsync(filter, number, frame.Frame.Site, time.GetUtcNow(), cancel);
        if (number > 1 && found.Claims.Count == 0)
            return NotFound();

        var newest = found.Claims.Select(static claim => claim.State.Updated).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
        HttpContext.DescribePage(new PageFacts(new EditionNumber(found.Edition), newest)
        {
            Headers = [OpenToAll],
            Keep = found.Claims.Count > 0 && before is null && since is null,
        });
        var origin = frame.Frame.BaseUrl;
        var next = found.More ? $"{origin}/claims.json{QueryOf(number + 1)}" : null;
        var license = Licence.Read(frame.Frame.Site.License, null).Url;
        return File(ClaimDocuments.Write(new ClaimDocumentPage(license, [.. found.Claims.Select(claim => ClaimDocument.Of(claim, origin))], next)), JsonType);
    }

    /// <summary><c>/claims/{id}.json</c></summary>
    [HttpGet("/claims/{id}.json")]
    public async Task<IActionResult> Show(string id, CancellationToken cancel)
    {
        Response.Headers.AccessControlAllowOrigin = OpenToAll.Value;
        if (await queries.FindAsync(id, time.GetUtcNow(), cancel) is not { } found)
            return NotFound();
        if (found.MovedTo is { } other)
            return this.Moved($"/claims/{Uri.EscapeDataString(other)}.json");
        var claim = found.Claim!;
        HttpContext.DescribePage(new PageFacts(new EditionNumber(found.Edition), claim.State.Updated)
        {
            Headers = [OpenToAll, new("Claim-Status", ClaimStatusHeader.Of(claim.State))],
        });
        return File(ClaimDocuments.Write(ClaimDocument.Of(claim, frame.Frame.BaseUrl)), JsonType);
    }

    /// <summary><c>/claims/due.ics</c></summary>
    [HttpGet("/claims/due.ics")]
    public async Task<IActionResult> Calendar(CancellationToken cancel)
    {
        var found = await queries.ListDueAsync(time.GetUtcNow(), cancel);
        var newest = found.Claims.Select(static claim => claim.State.Updated).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
        HttpContext.DescribePage(new PageFacts(new EditionNumber(found.Edition), newest) { Headers = [OpenToAll] });
        var text = DueCalendar.Write(found.Claims, $"{frame.Frame.Site.Title}: due dates", frame.Frame.BaseUrl);
        return File(Encoding.UTF8.GetBytes(text), "text/calendar; charset=utf-8");
    }

    // The request's query holds known parameters only, in one spelling, and the page comes last.
    private string QueryOf(int page)
    {
        var query = Request.QueryString.Value ?? "";
        var at = query.LastIndexOf("page=", StringComparison.Ordinal);
        if (at > 0)
            query = query[..(at - 1)];
        return string.Create(CultureInfo.InvariantCulture, $"{query}{(query.Length == 0 ? '?' : '&')}page={page}");
    }
}
