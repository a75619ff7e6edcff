using System.Globalization;
using AlitaNews.Store.Archive;
using AlitaNews.Store.Editions;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AlitaNews.Web.Archive;

/// <summary>Stories by the month in which they were published.</summary>
public sealed class ArchiveController(ArchiveQueries queries, OldAddresses old, CurrentFrame frame, TimeProvider time) : Controller
{
    /// <summary><c>/archive</c>: every month that has stories.</summary>
    [HttpGet("/archive")]
    public async Task<IActionResult> Overview(string? page, CancellationToken cancel)
    {
        // It is all on one page.
        if (page is not null)
            return NotFound();
        var archive = await queries.ReadAsync(frame.Frame.Site, time.GetUtcNow(), cancel);
        HttpContext.DescribePage(new PageFacts(new EditionNumber(archive.Edition), archive.Newest ?? DateTimeOffset.UnixEpoch));
        return View("Archive", archive);
    }

    /// <summary><c>/archive/{yyyy}</c></summary>
    [HttpGet("/archive/{year}")]
    public Task<IActionResult> Year(string year, string? page, CancellationToken cancel) => ShowAsync(Number(year, 4, 9998), null, month: false, page, cancel);

    /// <summary><c>/archive/{yyyy}/{mm}</c></summary>
    [HttpGet("/archive/{year}/{month}")]
    public Task<IActionResult> Month(string year, string month, string? page, CancellationToken cancel) =>
        ShowAsync(Number(year, 4, 9998), Number(month, 2, 12), month: true, page, cancel);

    private async Task<IActionResult> ShowAsync(int? year, int? monthNumber, bool month, string? page, CancellationToken cancel)
    {
        if (year is null || (month && monthNumber is null))
            return await old.AnswerAsync(this, cancel);
        if (PageNumber.Read(page) is not { } number)
            return NotFound();
        if (await queries.FindAsync(year.Value, monthNumber, number, frame.Frame.Site, time.GetUtcNow(), cancel) is not { } archive)
            return page is null ? await old.AnswerAsync(this, cancel) : NotFound();
        HttpContext.DescribePage(new PageFacts(new EditionNumber(archive.Edition), archive.Cards.Max(static card => card.Updated)));
        return View("Stories", archive);
    }

    // Months and years have one spelling: four digits and two.
    private static int? Number(string text, int digits, int most) =>
        text.Length == digits && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most ? number : null;
}
