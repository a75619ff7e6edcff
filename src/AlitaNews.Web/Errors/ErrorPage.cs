using System.Globalization;
using System.Net;
using System.Text;
using AlitaNews.Store.Pages;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pages;

namespace AlitaNews.Web.Errors;

/// <summary>The short pages for what went wrong, in the frame of the site as it is at hand: they must work when nothing else does.</summary>
public static class ErrorPage
{
    /// <summary>Their media type.</summary>
    public const string MediaType = "text/html; charset=utf-8";

    private const string RetrySeconds = "2";

    /// <summary>Whether a status has a page.</summary>
    public static bool Exists(int status) => status >= StatusCodes.Status400BadRequest;

    /// <summary>Answers with the page of a status.</summary>
    public static Task WriteAsync(HttpContext context, int status)
    {
        var response = context.Response;

        // The frame of the last edition: an error page asks no database.
        var frame = context.RequestServices.GetRequiredService<CurrentFrame>().Frame;

        // A page that others may get from a cache names no request.
        var isKept = status == StatusCodes.Status410Gone;
        var page = Encoding.UTF8.GetBytes(Markup(frame, status, isKept ? null : context.TraceIdentifier));
        response.StatusCode = status;
        response.ContentType = MediaType;
        response.ContentLength = page.Length;
        if (response.Headers.CacheControl.Count == 0)
            response.Headers.CacheControl = isKept ? CacheControl.Brief : CacheControl.NoStore;
        if (status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests && response.Headers.RetryAfter.Count == 0)
            response.Headers.RetryAfter = RetrySeconds;

        // A reader who left is no fault; the server drops what nobody takes.
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(page, 0, page.Length, CancellationToken.None);
    }

    /// <summary>The page of a status.</summary>
    /// <param name="frame">The site.</param>
    /// <param name="status">The status.</param>
    /// <param name="request">The request's id, by which it is found in the log; null where the page is not of one request.</param>
    public static string Markup(SiteFrame frame, int status, string? request)
    {
        var (title, text) = Words(status);
        var site = WebUtility.HtmlEncode(frame.Site.Title);
        return string.Create(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>{title} – {site}</title>
            <link rel="preload" href="/fonts/brygada-1918.c5c39218.woff2" as="font" type="font/woff2" crossorigin>
            <link rel="stylesheet" href="/site.css">
            <link rel="stylesheet" href="/lists.css">
            <link rel="icon" href="/brand/mark.svg" type="image/svg+xml">
            </head>
            <body>
            <a class="skip" href="#main">Skip to the text</a>
            {Header(frame, site)}
            <main id="main" class="sheet" tabindex="-1">
            <div class="error">
            <p class="error-code">{status}</p>
            <h1>{title}</h1>
            <p>{text}</p>
            {Ways(status)}
            {Request(request)}
            </div>
            </main>
            {Footer(frame, site)}
            </body>
            </html>

            """);
    }

    private static string Request(string? id) => id is null ? "" : $"<p class=\"small\">Request <code>{WebUtility.HtmlEncode(id)}</code>. Name it if you write to us about this.</p>";

    // Who looked for a page and did not find it is shown where to look.
    private static string Ways(int status) => status is not (StatusCodes.Status404NotFound or StatusCodes.Status410Gone) ? "" : $"""
        <form class="search-box" action="/search" role="search" aria-label="Stories"><label class="visually-hidden" for="q">Search for</label><input id="q" name="q" type="search" maxlength="200"><button>Find</button></form>
        <nav aria-label="Instead"><ul class="error-ways"><li><a href="/">Today’s front page</a></li><li><a href="/rumours">Every rumour</a></li><li><a href="/topics">Topics</a></li><li><a href="/archive">The archive</a></li></ul></nav>
        """;

    private static (string Title, string Text) Words(int status) => status switch
    {
        400 => ("This request makes no sense to us", "Something in the address or the request cannot be read."),
        404 => ("There is nothing here", "The address may be mistyped, or the page never existed. The search, the rumours and the archive know everything we printed."),
        405 => ("This cannot be done here", "Pages of this site can only be read."),
        406 => ("Not available in that form", "Your program accepts none of the codings this page can be sent in."),
        410 => ("This page is gone", "It was here once and was removed."),
        413 => ("The request is too large", "Pages of this site can only be read; a request has nothing to carry."),
        414 => ("The address is too long", "No page of this site has an address this long."),
        416 => ("No such part", "The part of the file that was asked for does not exist."),
        429 => ("Too many requests", "Please wait a moment before you search again."),
        431 => ("The request is too large", "Its headers are longer than this site reads."),
        503 => ("Back in a moment", "This page cannot be shown right now. Please try again shortly."),
        _ => ("Something went wrong", "This page could not be made. It was written down, and somebody will look at it."),
    };

    // The same masthead and foot as in Layout, which are views and may be what failed.
    private static string Header(SiteFrame frame, string site)
    {
        var sections = frame.Sections.Select(static part => ($"/sections/{part.Id}", part.Title));
        return $"""
            <header class="masthead sheet">
            <div class="masthead-top"><a class="wordmark" href="/">{site}</a><p class="tagline">Rumours, and what became of them</p>
            <form class="find" action="/search" role="search" aria-label="Everything on this site"><label class="visually-hidden" for="find">Search</label><input id="find" name="q" type="search" maxlength="200" placeholder="Search"><button>Find</button></form></div>
            <nav class="nav" aria-label="Main">{Links([("/", "Front page"), ("/rumours", "Rumours"), ("/sources", "Sources"), .. sections, ("/archive", "Archive"), ("/corrections", "Corrections"), ("/search", "Search")]).Replace("<li><a href=\"/search\">", "<li class=\"nav-find\"><a href=\"/search\">", StringComparison.Ordinal)}</nav>
            </header>
            """;
    }

    private static string Footer(SiteFrame frame, string site)
    {
        var policies = frame.Site.Policies.Values.ToHashSet(StringComparer.Ordinal);
        var pages = frame.StandingPages.ToLookup(page => policies.Contains(page.Id), static page => ($"/{page.Id}", page.Title));
        return $"""
            <footer class="foot"><div class="sheet foot-grid">
            <div><p class="foot-say">{site} keeps an account of every rumour it prints: who said it, when it was due, and what became of it. A page that turned out wrong says so.</p></div>
            <nav aria-labelledby="foot-work"><h2 id="foot-work">How we work</h2>{Links(pages[true])}</nav>
            <nav aria-labelledby="foot-paper"><h2 id="foot-paper">The paper</h2>{Links([.. pages[false], ("/topics", "Topics"), ("/authors", "Authors"), ("/tags", "Tags")])}</nav>
            <nav aria-labelledby="foot-follow"><h2 id="foot-follow">Follow</h2>{Links([("/feed.atom", "Feed"), ("/status", "Status changes"), ("/claims/due.ics", "Due dates (calendar)"), ("/claims.json", "Open data")])}</nav>
            </div></footer>
            """;
    }

    private static string Links(IEnumerable<(string Path, string Name)> links) =>
        $"<ul>{string.Concat(links.Select(static link => $"<li><a href=\"{WebUtility.HtmlEncode(PublicAddress.Escape(link.Path))}\">{WebUtility.HtmlEncode(link.Name)}</a></li>"))}</ul>";
}
