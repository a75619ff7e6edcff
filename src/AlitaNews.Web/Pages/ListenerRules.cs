using AlitaNews.Web.Publishing;

namespace AlitaNews.Web.Pages;

/// <summary>What each listener serves: the public one never the desk, and nothing before an edition is loaded; the management one nothing but the desk and what it is made of.</summary>
public sealed class ListenerRules(RequestDelegate next, Listeners listeners, CurrentEdition edition)
{
    private static readonly PathString Desk = "/desk";

    /// <summary>Refuses or passes on, before anything is looked up.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var isDesk = context.Request.Path.StartsWithSegments(Desk, StringComparison.OrdinalIgnoreCase);
        if (listeners.IsManagement(context))
        {
            if (isDesk)
                context.Response.Headers.CacheControl = CacheControl.NoStore;
            return next(context);
        }

        if (edition.Loaded && !isDesk)
            return next(context);
        context.Response.StatusCode = isDesk ? StatusCodes.Status404NotFound : StatusCodes.Status503ServiceUnavailable;
        return Task.CompletedTask;
    }

    /// <summary>
    /// Stands behind routing: stops a fill at an address that is no page, and the management listener at one that is.
    /// </summary>
    public static Task AfterRouting(HttpContext context, RequestDelegate next)
    {
        var makesPages = FillRequest.MakesPages(context.GetEndpoint());
        if (FillRequest.Of(context) is { } fill)
        {
            if (makesPages)
                return next(context);
            fill.Refuse();
            return Task.CompletedTask;
        }

        if (!makesPages)
            return next(context);
        // The links of a preview lead to where readers are.
        if (Uri.TryCreate(context.Request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == context.Request.Host.Value && from.AbsolutePath.StartsWith("/desk/preview/", StringComparison.Ordinal))
            context.Response.Redirect(context.RequestServices.GetRequiredService<Listeners>().PublicAddress + context.Request.Path.ToUriComponent() + context.Request.QueryString);
        else
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
