using System.Globalization;
using System.Text.RegularExpressions;
using AlitaNews.Store.Editions;
using AlitaNews.Store.Sitemaps;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AlitaNews.Web.Sitemaps;

/// <summary>The sitemaps: an index, its parts, and the news of two days.</summary>
public sealed partial class SitemapsController(SitemapQueries queries, CurrentFrame frame, TimeProvider time) : Controller
{
    private const string Xml = "application/xml; charset=utf-8";

    /// <summary>The index.</summary>
    [HttpGet("/sitemap.xml")]
    public async Task<IActionResult> Index(CancellationToken cancel)
    {
        var (edition, parts) = await queries.ListPartsAsync(frame.Frame.Site, time.GetUtcNow(), cancel);
        using var bytes = new MemoryStream();
        await SitemapXml.WriteIndexAsync(bytes, frame.Frame, parts);
        return Answer(bytes, edition, parts.Max(static part => part.Updated));
    }

    /// <summary>A part, or its second and later files.</summary>
    [HttpGet("/sitemaps/{name}.xml")]
    public async Task<IActionResult> Part(string name, CancellationToken cancel)
    {
        var match = Name().Match(name);
        var number = match.Groups["number"] is { Success: true } written ? int.Parse(written.ValueSpan, CultureInfo.InvariantCulture) : 1;
        var month = default(DateOnly);
        if (!match.Success || (match.Groups["number"].Success && number == 1) || (match.Groups["month"].Success && !IsMonth(match.Groups["month"].ValueSpan, out month)))
            return NotFound();
        using var bytes = new MemoryStream();
        var file = await SitemapFile.OpenAsync(bytes, frame.Frame);
        long edition;
        await using (file)
        {
            var now = time.GetUtcNow();
            edition = match.Groups["month"].Success
                ? await queries.ReadArticlesAsync(month, number, now, file.AddAsync, cancel)
                : await queries.ReadAsync(match.Groups["kind"].Value, number, frame.Frame.Site, now, file.AddAsync, cancel);
        }

        return file.Count == 0 ? NotFound() : Answer(bytes, edition, file.Updated);
    }

    /// <summary>The news of two days.</summary>
    [HttpGet("/sitemap-news.xml")]
    public async Task<IActionResult> News(CancellationToken cancel)
    {
        var (edition, news) = await queries.ListNewsAsync(frame.Frame.Site, time.GetUtcNow(), cancel);
        using var bytes = new MemoryStream();
        await SitemapXml.WriteNewsAsync(bytes, frame.Frame, news);
        return Answer(bytes, edition, news.Max(static card => (DateTimeOffset?)card.Updated));
    }

    private FileContentResult Answer(MemoryStream bytes, long edition, DateTimeOffset? updated)
    {
        HttpContext.DescribePage(new PageFacts(new EditionNumber(edition), updated ?? DateTimeOffset.UnixEpoch));
        return File(bytes.ToArray(), Xml);
    }

    private static bool IsMonth(ReadOnlySpan<char> text, out DateOnly month) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out month) && month.Year is > 1 and < 9999;

    [GeneratedRegex("^(?:(?<kind>claims|sources|hubs|pages)|articles-(?<month>[0-9]{4}-[0-9]{2}))(?:-(?<number>[1-9][0-9]{0,5}))?$")]
    private static partial Regex Name();
}
