using AlitaNews.Store.Paths;
using AlitaNews.Web.Errors;
using AlitaNews.Web.Layout;
using Microsoft.AspNetCore.Http.Features;

namespace AlitaNews.Web.Pages;

/// <summary>Sends readers from every other spelling of an address to its own (308), and from one of an old address straight to where it leads (301).</summary>
public sealed class SpellingRedirects(RequestDelegate next, Listeners listeners)
{
    /// <summary>Redirects, refuses or passes on. The management listener names files, whose names stay as they are.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (listeners.IsManagement(context))
        {
            await next(context);
            return;
        }

        if (!Spelling.Decodes(context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? string.Empty))
        {
            await ErrorPage.WriteAsync(context, StatusCodes.Status400BadRequest);
            return;
        }

        var request = context.Request;
        var path = request.Path.Value ?? "/";
        if (Spelling.HidesSlash(path))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var canonical = Spelling.Canonical(path);
        var query = KnownParameters.Canonical(canonical, request.QueryString.Value);
        var canonicalQuery = Spelling.CanonicalPage(query);
        if (canonical == path && canonicalQuery == query)
        {
            await next(context);
            return;
        }

        // A path of slashes only would otherwise name another host.
        var old = canonical == path ? null : await FindOldAsync(context, canonical);
        var response = context.Response;
        response.StatusCode = old is null ? StatusCodes.Status308PermanentRedirect : StatusCodes.Status301MovedPermanently;
        response.Headers.Location = old ?? new PathString(canonical).ToUriComponent() + canonicalQuery;
        response.Headers.CacheControl = CacheControl.Brief;
    }

    // Other generators end their addresses with a slash: two answers for each of them would be one too many. While the database is away, two it is.
    private static async Task<string?> FindOldAsync(HttpContext context, string canonical)
    {
        if (Spelling.IsFixed(canonical))
            return null;
        try
        {
            var (paths, time) = (context.RequestServices.GetRequiredService<PathQueries>(), context.RequestServices.GetRequiredService<TimeProvider>());
            return (await paths.FindAsync(canonical, time.GetUtcNow(), context.RequestAborted))?.Location is { } location ? PublicAddress.Escape(location) : null;
        }
        catch (Exception e) when (e is SettingException || ErrorPages.IsOutage(e))
        {
            return null;
        }
    }
}
