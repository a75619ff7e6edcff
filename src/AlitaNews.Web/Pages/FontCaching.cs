using AlitaNews.Web.Pictures;

namespace AlitaNews.Web.Pages;

/// <summary>
/// Lets browsers keep the font, whose name carries a hash of its bytes. A style sheet cannot ask for the address that static assets would
/// give it, so its file is named by hand and gets here what they have.
/// </summary>
public static class FontCaching
{
    private static readonly PathString Fonts = "/fonts";

    /// <summary>Marks fonts that are there.</summary>
    public static Task KeepAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments(Fonts, StringComparison.Ordinal))
            context.Response.OnStarting(static state => Mark((HttpResponse)state), context.Response);
        return next(context);
    }

    private static Task Mark(HttpResponse response)
    {
        if (response.StatusCode < StatusCodes.Status400BadRequest && response.ContentType == "font/woff2")
            response.Headers.CacheControl = PictureCaching.ForEver;
        return Task.CompletedTask;
    }
}
