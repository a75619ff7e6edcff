using AlitaNews.Web.Errors;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AlitaNews.Web.Pages;

/// <summary>Sends a page: chooses the coding, answers 304 where the reader has it, and otherwise writes the stored bytes.</summary>
public sealed class PageResponse(PageCache cache, CacheControl cacheControl, SecurityHeaders security)
{
    private static readonly StringValues VaryByCoding = HeaderNames.AcceptEncoding;

    /// <summary>Answers with a page. Neither awaits nor allocates by itself where everything is at hand.</summary>
    public Task WriteAsync(HttpContext context, PageKey key, PageEntry entry)
    {
        var response = context.Response;
        var headers = response.Headers;
        headers.Vary = VaryByCoding;
        if (AcceptEncoding.Choose(context.Request.Headers.AcceptEncoding) is not { } coding)
        {
            security.Apply(context);
            return ErrorPage.WriteAsync(context, StatusCodes.Status406NotAcceptable);
        }

        var page = cache.In(key, entry, coding);
        headers.ETag = page.Tag;
        headers.CacheControl = cacheControl.Now();
        if (IsKnownToReader(context.Request.Headers, page, entry))
        {
            // What a 304 does not repeat, the reader's copy keeps (RFC 9111, section 4.3.4).
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        security.Apply(context);
        headers.LastModified = entry.LastModified;
        headers.ContentType = entry.ContentType;
        if (page.Encoding.Count > 0)
            headers.ContentEncoding = page.Encoding;
        foreach (var (name, value) in entry.Headers)
            headers[name] = value;
        headers.ContentLength = page.Bytes.Length;
        if (HttpMethods.IsHead(context.Request.Method))
            return Task.CompletedTask;
        var write = response.BodyWriter.WriteAsync(page.Bytes, CancellationToken.None);
        return write.IsCompletedSuccessfully ? Task.CompletedTask : write.AsTask();
    }

    private static bool IsKnownToReader(IHeaderDictionary request, CodedPage page, PageEntry entry)
    {
        var tags = request.IfNoneMatch;
        if (tags.Count > 0)
            return ETag.IsNamed(tags, page.Tag.ToString());
        var since = request.IfModifiedSince;
        return since.Count == 1 && HeaderUtilities.TryParseDate(since[0], out var known) && entry.ChangedAt <= known;
    }
}
