using AlitaNews.Web.Errors;
using Microsoft.AspNetCore.Http.Features;

namespace AlitaNews.Web.Pages;

/// <summary>Sends readers from every other spelling of an address to its own (308).</summary>
public sealed class SpellingRedirects(RequestDelegate next, Listeners listeners)
{
    /// <summary>Redirects, refuses or passes on. The management listener names files, whose names stay as they are.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (listeners.IsManagement(context))
            return next(context);
        if (!Spelling.Decodes(context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? string.Empty))
            return ErrorPage.WriteAsync(context, StatusCodes.Status400BadRequest);

        var request = context.Request;
        var path = request.Path.Value ?? "/";
        if (Spelling.HidesSlash(path))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var canonical = Spelling.Canonical(path);
        var query = KnownParameters.Canonical(canonical, request.QueryString.Value);
        var canonicalQuery = Spelling.CanonicalPage(query);
        if (canonical == path && canonicalQuery == query)
            return next(context);

        // A path of slashes only would otherwise name another host.
        var response = context.Response;
        response.StatusCode = StatusCodes.Status308PermanentRedirect;
        response.Headers.Location = new PathString(canonical).ToUriComponent() + canonicalQuery;
        response.Headers.CacheControl = CacheControl.Brief;
        return Task.CompletedTask;
    }
}
