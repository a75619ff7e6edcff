using System.Globalization;
using System.Net;
using System.Text;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pages;

namespace AlitaNews.Web.Errors;

/// <summary>The short pages for what went wrong. Plain text in code: they must work when nothing else does.</summary>
public static class ErrorPage
{
    private const string RetrySeconds = "2";

    /// <summary>Whether a status has a page.</summary>
    public static bool Exists(int status) => status >= StatusCodes.Status400BadRequest;

    /// <summary>Answers with the page of a status.</summary>
    public static Task WriteAsync(HttpContext context, int status)
    {
        var response = context.Response;
        var (title, text) = Words(status);
        var page = Encoding.UTF8.GetBytes(Markup(NameOf(context), status, title, text, context.TraceIdentifier));
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = page.Length;
        if (response.Headers.CacheControl.Count == 0)
            response.Headers.CacheControl = status == StatusCodes.Status410Gone ? CacheControl.Brief : CacheControl.NoStore;
        if (status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests && response.Headers.RetryAfter.Count == 0)
            response.Headers.RetryAfter = RetrySeconds;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(page, 0, page.Length, context.RequestAborted);
    }

    // What is at hand: an error page asks no database.
    private static string NameOf(HttpContext context) => context.RequestServices.GetRequiredService<CurrentFrame>().Frame.Site.Title;

    private static (string Title, string Text) Words(int status) => status switch
    {
        400 => ("This request makes no sense to us", "Something in the address or the request cannot be read."),
        404 => ("There is nothing here", "The address may be mistyped, or the page never existed."),
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

    private static string Markup(string site, int status, string title, string text, string request) => string.Create(CultureInfo.InvariantCulture, $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>{title} – {WebUtility.HtmlEncode(site)}</title>
        <link rel="stylesheet" href="/site.css">
        <link rel="icon" href="/brand/mark.svg" type="image/svg+xml">
        </head>
        <body>
        <a class="skip" href="#main">Skip to the text</a>
        <header class="masthead sheet">
        <div class="masthead-top"><a class="wordmark" href="/">{WebUtility.HtmlEncode(site)}</a><p class="tagline">Rumours, and what became of them</p></div>
        <nav class="nav" aria-label="Main"><ul>
        <li><a href="/">Front page</a></li>
        <li><a href="/rumours">Rumours</a></li>
        <li><a href="/archive">Archive</a></li>
        <li><a href="/search">Search</a></li>
        </ul></nav>
        </header>
        <main id="main" class="sheet" tabindex="-1">
        <div class="error">
        <p class="error-code">{status}</p>
        <h1>{title}</h1>
        <p>{text}</p>
        <p class="small">Request <code>{WebUtility.HtmlEncode(request)}</code>. Name it if you write to us about this.</p>
        </div>
        </main>
        </body>
        </html>

        """);
}
