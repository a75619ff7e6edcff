using AlitaNews.Store.Articles;
using AlitaNews.Store.Cards;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pages;
using AlitaNews.Web.Pictures;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace AlitaNews.Web.Cards;

/// <summary>Share images and badges. At its versioned address an image never changes; at its stable one it shows today's state, wherever it was linked.</summary>
[NotAPage]
public sealed class CardsController(CardShelf shelf, CardQueries queries, ArticleQueries articles, CurrentFrame frame, TimeProvider time) : Controller
{
    private const string Ending = ".png";
    private const int FingerprintDigits = 8;

    // Other sites show these in their own pages, and that is all they can do with them.
    private const string Sandbox = "default-src 'none'; sandbox; frame-ancestors *";

    /// <summary><c>/cards/{kind}/{id}.{hash}.png</c> and <c>/cards/{kind}/{id}.png</c>.</summary>
    [HttpGet("/cards/{kind}/{name}")]
    [HttpHead("/cards/{kind}/{name}")]
    public async Task<IActionResult> Show(string kind, string name, CancellationToken cancel)
    {
        if (!name.EndsWith(Ending, StringComparison.Ordinal))
            return NotFound();
        var address = Request.Path.ToUriComponent();
        if (shelf.Find(address) is { } kept)
            return Send(kept.Png, "image/png", PictureCaching.ForEver, address);
        var id = name[..^Ending.Length];
        var dot = id.LastIndexOf('.');
        var fingerprint = dot > 0 && id.Length - dot - 1 == FingerprintDigits && id[(dot + 1)..].All(char.IsAsciiHexDigitLower) ? id[(dot + 1)..] : null;
        if (fingerprint is not null)
            id = id[..dot];
        if (await FindAsync(kind, id, cancel) is not { } card)
            return NotFound();
        var drawn = await shelf.DrawAsync(card, cancel);
        return Send(drawn.Png, "image/png", fingerprint == card.Fingerprint && drawn.Complete ? PictureCaching.ForEver : CacheControl.Brief, card.Address);
    }

    /// <summary><c>/claims/{id}/badge.svg</c>: today's state.</summary>
    [HttpGet("/claims/{id}/badge.svg")]
    [HttpHead("/claims/{id}/badge.svg")]
    public async Task<IActionResult> Badge(string id, CancellationToken cancel)
    {
        if (await queries.FindClaimAsync(id, time.GetUtcNow(), cancel) is not { } claim)
            return NotFound();
        var drawing = ClaimBadge.Draw(claim, frame.Frame.Site.Title);
        return Send(drawing, "image/svg+xml", CacheControl.Brief, ETag.HashOf(drawing));
    }

    private async Task<ShareCard?> FindAsync(string kind, string id, CancellationToken cancel)
    {
        switch (kind)
        {
            case ShareCard.SiteKind when id == ShareCard.SiteId:
                return ShareCard.Of(frame.Frame);
            case "claim":
                return await queries.FindClaimAsync(id, time.GetUtcNow(), cancel) is { } claim ? ShareCard.Of(claim, frame.Frame) : null;
            case "article":
                if (await queries.FindSlugAsync(id, cancel) is not { } slug)
                    return null;
                var found = await articles.FindAsync(slug, frame.Frame.Site, time.GetUtcNow(), cancel);
                return found?.Page is { } page ? ShareCard.Of(page, frame.Frame) : null;
            default:
                return null;
        }
    }

    private FileContentResult Send(byte[] file, string mediaType, string caching, string version)
    {
        Response.Headers.CacheControl = caching;
        Response.Headers.ContentSecurityPolicy = Sandbox;
        var tag = ETag.HashOf(System.Text.Encoding.UTF8.GetBytes(version));
        return new FileContentResult(file, mediaType) { EntityTag = new EntityTagHeaderValue($"\"{tag}\""), EnableRangeProcessing = true };
    }
}
