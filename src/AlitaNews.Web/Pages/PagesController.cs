using AlitaNews.Newsroom.Markdown.Embeds;
using AlitaNews.Store.Editions;
using AlitaNews.Store.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace AlitaNews.Web.Pages;

/// <summary>Standing pages, and every address that nothing else answers.</summary>
public sealed class PagesController(PageQueries queries, OldAddresses old, TimeProvider time) : Controller
{
    /// <summary><c>/{page}</c>, or else an old address.</summary>
    [HttpGet("/{**path}")]
    public async Task<IActionResult> Show(string path, CancellationToken cancel)
    {
        if (path.Contains('/', StringComparison.Ordinal) || await queries.FindAsync(path, time.GetUtcNow(), cancel) is not { } page)
            return await old.AnswerAsync(this, cancel);
        var headers = new List<KeyValuePair<string, string>>();
        if (page.NoIndex)
            headers.Add(new("X-Robots-Tag", "noindex"));
        if (EmbedFrames.AreIn(page.BodyHtml))
            headers.Add(new(HeaderNames.ContentSecurityPolicy, SecurityHeaders.EmbeddingPolicy));
        HttpContext.DescribePage(new PageFacts(new EditionNumber(page.Edition), page.Updated) { Headers = headers });
        return View("Standing", page);
    }
}
