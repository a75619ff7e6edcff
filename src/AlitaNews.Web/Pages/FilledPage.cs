using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AlitaNews.Web.Pages;

/// <summary>How a fill ended. One of these is set; where none is, there is an answer to pass on that is no page to keep: a redirect, a missing page.</summary>
public sealed record FilledPage
{
    /// <summary>The page.</summary>
    public PageEntry? Entry { get; init; }

    /// <summary>Why there is none.</summary>
    public Exception? Failure { get; init; }

    /// <summary>Whether the address is no page.</summary>
    public bool IsNoPage { get; init; }

    private int Status { get; init; }

    private byte[] Body { get; init; } = [];

    private KeyValuePair<string, StringValues>[] Headers { get; init; } = [];

    /// <summary>An answer to pass on.</summary>
    public static FilledPage Of(HttpResponse response, byte[] body) => new() { Status = response.StatusCode, Body = body, Headers = [.. response.Headers] };

    /// <summary>Passes the answer on.</summary>
    public async Task RelayAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = Status;
        foreach (var (name, value) in Headers)
            response.Headers[name] = value;
        if (!response.Headers.ContainsKey(HeaderNames.CacheControl))
        {
            response.Headers.CacheControl = Status is StatusCodes.Status301MovedPermanently or StatusCodes.Status308PermanentRedirect or StatusCodes.Status410Gone
                ? CacheControl.Brief
                : CacheControl.NoStore;
        }

        if (Body.Length == 0)
            return;
        response.ContentLength = Body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(Body, context.RequestAborted);
    }
}
