using AlitaNews.Web.Errors;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace AlitaNews.Web.Pages;

/// <summary>The checks that every request passes, even one that the cache could answer; cheap, and without async for that reason.</summary>
public sealed class RequestGate(RequestDelegate next, Listeners listeners, AcceptedHosts hosts, SecurityHeaders security)
{
    private const int LongestTarget = 2 * 1024;
    private const int LargestHeaders = 16 * 1024;
    private static readonly StringValues Allowed = "GET, HEAD";

    /// <summary>Refuses or passes on.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var status = Refusal(context);
        if (status == 0)
            return next(context);
        security.Apply(context);
        if (status == StatusCodes.Status405MethodNotAllowed)
            context.Response.Headers.Allow = Allowed;
        if (status is StatusCodes.Status413PayloadTooLarge)
            context.Response.Headers.Connection = "close"; // or the server would have to read what it refused
        return ErrorPage.WriteAsync(context, status);
    }

    private int Refusal(HttpContext context)
    {
        var request = context.Request;
        if (context.Features.Get<IHttpRequestFeature>()!.RawTarget.Length > LongestTarget)
            return StatusCodes.Status414UriTooLong;
        if (SizeOf(request.Headers) > LargestHeaders)
            return StatusCodes.Status431RequestHeaderFieldsTooLarge;
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
            return StatusCodes.Status413PayloadTooLarge;
        if (request.Method is not ("GET" or "HEAD")) // names of methods are written in capitals: "get" is another one
            return StatusCodes.Status405MethodNotAllowed;
        return IsAddressedToUs(context) ? 0 : StatusCodes.Status400BadRequest;
    }

    private bool IsAddressedToUs(HttpContext context)
    {
        // Whoever watches the site may not know its name.
        if (HealthAnswers.Answers(context.Request.Path))
            return true;
        var headers = context.Request.Headers;
        return listeners.IsManagement(context)
            ? hosts.IsManagement(headers.Host) && hosts.IsManagementOrigin(headers.Origin)
            : hosts.IsPublic(headers.Host);
    }

    private static int SizeOf(IHeaderDictionary headers)
    {
        var size = 0;
        foreach (var (name, values) in headers)
        {
            foreach (var value in values)
                size += name.Length + (value?.Length ?? 0) + ": \r\n".Length;
        }

        return size;
    }
}
