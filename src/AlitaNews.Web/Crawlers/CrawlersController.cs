using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using System.Xml.Linq;
using AlitaNews.Store.Editions;
using AlitaNews.Web.Announcing;
using AlitaNews.Web.Cards;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pages;
using AlitaNews.Web.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace AlitaNews.Web.Crawlers;

/// <summary>What machines look for at fixed addresses. All of it follows from <c>site.yaml</c>, so it needs no trip to the database.</summary>
public sealed class CrawlersController(CurrentFrame current, SiteSettings settings, ContentFolder folder, OldAddresses old) : Controller
{
    private const string Plain = "text/plain; charset=utf-8";
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>What robots may read.</summary>
    [HttpGet("/robots.txt")]
    public IActionResult Robots() => Answer(CrawlerTexts.Robots(current.Frame, settings.IsProduction), Plain);

    /// <summary>Whom to tell of a hole.</summary>
    [HttpGet("/.well-known/security.txt")]
    public IActionResult Security() => Answer(CrawlerTexts.FindSecurity(current.Frame), Plain);

    /// <summary>A guide for language models, where the site wants one.</summary>
    [HttpGet("/llms.txt")]
    public IActionResult Llms() => Answer(CrawlerTexts.FindLlms(current.Frame), Plain);

    /// <summary>The file that shows search engines that the IndexNow key is ours; every other text file is an old address, if anything.</summary>
    [HttpGet("/{name}.txt")]
    public async Task<IActionResult> Key(string name, CancellationToken cancel) =>
        IndexNow.FindKey(current.Frame.Site.IndexNowKey) is { } key && $"/{name}.txt" == IndexNow.AddressOf(key)
            ? Answer(key, Plain)
            : await old.AnswerAsync(this, cancel);

    /// <summary>Who may sell advertisements here: the editor's own file. It is no piece of any edition, so it is read when it is asked for.</summary>
    [HttpGet("/ads.txt")]
    [HttpHead("/ads.txt")]
    [NotAPage]
    public IActionResult Ads()
    {
        if (folder.Read("ads.txt") is not { } bytes)
            return NotFound();
        Response.Headers.CacheControl = CacheControl.Brief;
        return File(bytes, Plain, lastModified: null, new EntityTagHeaderValue(ETag.Of(ETag.HashOf(bytes), Coding.Identity)));
    }

    /// <summary>The site as something that can be put on a home screen.</summary>
    [HttpGet("/site.webmanifest")]
    public IActionResult Manifest()
    {
        var site = current.Frame.Site;
        var manifest = new JsonObject
        {
            ["name"] = site.Title,
            ["short_name"] = site.Title,
            ["description"] = site.Description,
            ["lang"] = site.Language,
            ["dir"] = Directions.Of(site.Language),
            ["start_url"] = "/",
            ["scope"] = "/",
            ["display"] = "browser",
            ["background_color"] = StampShapes.Paper,
            ["theme_color"] = StampShapes.Paper,
            ["icons"] = new JsonArray(
                new JsonObject { ["src"] = "/brand/mark.svg", ["type"] = "image/svg+xml", ["sizes"] = "any" },
                new JsonObject { ["src"] = "/brand/mark-512.png", ["type"] = "image/png", ["sizes"] = "512x512" }),
        };
        return Answer(manifest.ToJsonString(Readable), "application/manifest+json; charset=utf-8");
    }

    /// <summary>The search, for browsers.</summary>
    [HttpGet("/opensearch.xml")]
    public IActionResult OpenSearch()
    {
        var frame = current.Frame;
        XNamespace search = "http://a9.com/-/spec/opensearch/1.1/";
        var description = new XElement(
            search + "OpenSearchDescription",
            new XElement(search + "ShortName", Cut(frame.Site.Title, 16)),
            new XElement(search + "Description", Cut(frame.Site.Description ?? frame.Site.Title, 1024)),
            new XElement(search + "Url", new XAttribute("type", "text/html"), new XAttribute("template", frame.BaseUrl + "/search?q={searchTerms}")),
            new XElement(search + "Url", new XAttribute("type", "application/x-suggestions+json"), new XAttribute("template", frame.BaseUrl + "/search/suggestions?q={searchTerms}")),
            new XElement(search + "Image", new XAttribute("width", 32), new XAttribute("height", 32), new XAttribute("type", "image/x-icon"), frame.BaseUrl + "/favicon.ico"),
            new XElement(search + "Language", frame.Site.Language),
            new XElement(search + "InputEncoding", "UTF-8"),
            new XElement(search + "OutputEncoding", "UTF-8"));
        return Answer("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + description.ToString(SaveOptions.DisableFormatting), "application/opensearchdescription+xml; charset=utf-8");
    }

    private IActionResult Answer(string? text, string type)
    {
        if (text is null)
            return NotFound();
        HttpContext.DescribePage(new PageFacts(new EditionNumber(current.Frame.Edition), current.Frame.At));
        return File(Encoding.UTF8.GetBytes(text), type);
    }

    // Half a character is none: XML has no way to write it.
    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
