using AlitaNews.Newsroom.Markdown.Embeds;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Editions;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace AlitaNews.Web.Articles;

/// <summary>Articles.</summary>
public sealed class ArticlesController(ArticleQueries queries, OldAddresses old, CurrentFrame frame, TimeProvider time) : Controller
{
    /// <summary><c>/news/{slug}</c>: the article, or what became of it.</summary>
    [HttpGet("/news/{slug}")]
    public async Task<IActionResult> Show(string slug, CancellationToken cancel)
    {
        var found = await queries.FindAsync(slug, frame.Frame.Site, time.GetUtcNow(), cancel);
        if (found is null)
            return await old.AnswerAsync(this, cancel);
        if (found.RedirectTo is not null)
            return await old.AnswerAsync(this, cancel); // where it leads may itself have moved
        if (found.Vanished && await old.FindAsync(this, cancel) is { } moved)
            return moved;
        if (found.Removed is { } removed)
            return this.Gone("/Articles/Removed.cshtml", removed);
        var page = found.Page!;
        var headers = new List<KeyValuePair<string, string>>();
        if (page.Primary is { } claim)
            headers.Add(new("Claim-Status", ClaimStatusHeader.Of(claim)));
        if (page.NoIndex)
            headers.Add(new("X-Robots-Tag", "noindex"));
        if (EmbedFrames.AreIn(page.BodyHtml))
            headers.Add(new(HeaderNames.ContentSecurityPolicy, SecurityHeaders.EmbeddingPolicy));
        HttpContext.DescribePage(new PageFacts(new EditionNumber(page.Edition), page.Card.Updated) { Headers = headers });
        return View("Article", page);
    }
}
