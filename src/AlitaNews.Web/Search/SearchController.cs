using System.Globalization;
using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Search;
using AlitaNews.Store.Editions;
using AlitaNews.Store.Search;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AlitaNews.Web.Search;

/// <summary>The search.</summary>
public sealed class SearchController(SearchQueries queries, SearchTurns turns, CurrentFrame frame, TimeProvider time) : Controller
{
    private static readonly Dictionary<string, ClaimDisplay> Displays = Enum.GetValues<ClaimDisplay>()
        .Where(static display => display != ClaimDisplay.None).ToDictionary(static display => display.Word(), StringComparer.Ordinal);

    /// <summary><c>/search</c>; every parameter may be missing.</summary>
    [HttpGet("/search")]
    public async Task<IActionResult> Show(string? q, string? status, string? topic, string? source, string? year, string? page, CancellationToken cancel)
    {
        var typed = q ?? "";
        if (typed.EnumerateRunes().Count() > SearchWords.MaxLength || (status is not null && !Displays.ContainsKey(status)) || (year is not null && Year(year) is null))
            return BadRequest();
        if (PageNumber.Read(page) is not { } number)
            return NotFound();
        var request = new SearchRequest(
            SearchWords.Parse(typed),
            status is null ? null : Displays[status],
            Id(topic),
            Id(source),
            year is null ? null : Year(year),
            number);
        using var turn = request.IsEmpty ? null : await turns.FindAsync(cancel);
        if (turn is null && !request.IsEmpty)
            return StatusCode(StatusCodes.Status429TooManyRequests);
        if (await queries.FindAsync(request, frame.Frame.Site, time.GetUtcNow(), cancel) is not { } results)
            return NotFound();
        var newest = results.Hits.Select(static hit => hit.Card.Updated).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
        KeyValuePair<string, string>[] headers = request.IsEmpty ? [] : [new("X-Robots-Tag", "noindex")];
        // What asks for nothing can be written in ways without end: only the form itself is kept.
        HttpContext.DescribePage(new PageFacts(new EditionNumber(results.Edition), newest) { Keep = request.IsEmpty && typed.Length == 0, Headers = headers });
        return View("Search", new SearchView(typed, results, Displays, time.GetUtcNow().Year));
    }

    // What is no id is the id of nothing.
    private static string? Id(string? text) => text is null ? null : Slug.OfId(text) ?? "-";

    private static int? Year(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1 and <= 9998 ? year : null;
}
