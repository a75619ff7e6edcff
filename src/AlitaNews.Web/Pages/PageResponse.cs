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
        if (IsKnownToReader(context.Request.Headers, page, entry))
        {
            // What a 304 does not repeat, the reader's copy keeps (RFC 9111, section 4.3.4).
            response.StatusCode = StatusCodes.Status304NotModified;
            headers.ETag = page.Tag;
            headers.CacheControl = cacheControl.Now();
            return Task.CompletedTask;
        }

        Describe(context, entry, page);
        if (HttpMethods.IsHead(context.Request.Method))
            return Task.CompletedTask;
        var write = response.BodyWriter.WriteAsync(page.Bytes, CancellationToken.None);
        return write.IsCompletedSuccessfully ? Task.CompletedTask : write.AsTask();
    }

    /// <summary>Sets every header of an answer with a page.</summary>
    public void Describe(HttpContext context, PageEntry entry, CodedPage page)
    {
        var headers = context.Response.Headers;
        headers.Vary = VaryByCoding;
        headers.ETag = page.Tag;
        headers.CacheControl = cacheControl.Now();
        security.Apply(context);
        headers.LastModified = entry.LastModified;
        headers.ContentType = entry.ContentType;
        if (page.Encoding.Count > 0)
            headers.ContentEncoding = page.Encoding;
        foreach (var (name, value) in entry.Headers)
            headers[name] = value;
        headers.ContentLength = page.Bytes.Length;
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
