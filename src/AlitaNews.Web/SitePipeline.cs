using AlitaNews.Web.Errors;
using AlitaNews.Web.Pages;
using AlitaNews.Web.Publishing;
using Microsoft.AspNetCore.HttpOverrides;
using Serilog;

namespace AlitaNews.Web;

/// <summary>The way of a request through the site.</summary>
public static class SitePipeline
{
    /// <summary>Puts the steps in order.</summary>
    public static void UseSite(this WebApplication site)
    {
        var settings = site.Services.GetRequiredService<SiteSettings>();
        if (settings.TrustedProxies.Count > 0)
            site.UseForwardedHeaders(ForwardedFrom(settings));

        // What every request passes. A page at hand goes no further, and is counted but not logged: a line would cost as much as the page.
        site.UseMiddleware<RequestGate>();
        site.UseMiddleware<HealthAnswers>();
        site.UseMiddleware<CachedPages>();

        site.UseSerilogRequestLogging(options => RequestLog.Configure(options, site.Services.GetRequiredService<Serilog.ILogger>()));
        site.UseMiddleware<ErrorPages>();
        site.UseMiddleware<ListenerRules>();
        site.UseMiddleware<SpellingRedirects>();
        site.UseMiddleware<SearchLimit>();
        site.Use(FontCaching.KeepAsync);
        site.Use(RangeUnits.IgnoreOthersAsync);

        // From here on a page is made for nobody in particular (FillRequest); all else sees the real request.
        site.Use(site.Services.GetRequiredService<PageFiller>().Before);
        site.UseRouting();
        site.Use(ListenerRules.AfterRouting);
        site.MapStaticAssets();
        site.MapControllers().WithStaticAssets();
        if (settings.IsDevelopment)
            site.MapGet(ReloadStream.Address, ReloadStream.SendAsync);
    }

    private static ForwardedHeadersOptions ForwardedFrom(SiteSettings settings)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = null,
        };

        // Loopback is trusted by default there, and must not be here.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in settings.TrustedProxies)
            options.KnownIPNetworks.Add(network);
        return options;
    }
}
