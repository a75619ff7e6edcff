namespace AlitaNews.Web.Pages;

/// <summary>Ranges are of bytes: one in another unit is as good as not asked for (RFC 9110, section 14.2). The framework reads any unit as bytes.</summary>
public static class RangeUnits
{
    /// <summary>Takes such a range off the request.</summary>
    public static Task IgnoreOthersAsync(HttpContext context, RequestDelegate next)
    {
        var range = context.Request.Headers.Range;
        if (range.Count > 0 && (range.Count > 1 || range[0]?.StartsWith("bytes=", StringComparison.OrdinalIgnoreCase) != true))
            context.Request.Headers.Remove("Range");
        return next(context);
    }
}
