using System.Text.Encodings.Web;
using System.Text.Unicode;
using AlitaNews.Store;
using AlitaNews.Store.Announcements;
using AlitaNews.Store.Archive;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Claims;
using AlitaNews.Store.Corrections;
using AlitaNews.Store.Desk;
using AlitaNews.Store.Feeds;
using AlitaNews.Store.FrontPage;
using AlitaNews.Store.Hubs;
using AlitaNews.Store.Pages;
using AlitaNews.Store.Paths;
using AlitaNews.Store.Search;
using AlitaNews.Store.Sitemaps;
using AlitaNews.Store.Sources;
using AlitaNews.Web.Announcing;
using AlitaNews.Web.Errors;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pages;
using AlitaNews.Web.Pages.Wire;
using AlitaNews.Web.Pictures;
using AlitaNews.Web.Publishing;
using AlitaNews.Web.Search;
using AlitaNews.Web.Telemetry;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.StaticWebAssets;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Serilog;

namespace AlitaNews.Web;

/// <summary>Everything the site is made of.</summary>
public static class SiteServices
{
    /// <summary>How long a connection may ask for nothing, from its first moment on.</summary>
    public static readonly TimeSpan IdlePatience = TimeSpan.FromSeconds(35);

    private const int KiB = 1024;

    /// <summary>Registers the site's parts.</summary>
    public static void AddSite(this WebApplicationBuilder builder, SiteSettings settings)
    {
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(settings.StartClock());
        services.AddSingleton<CurrentEdition>();
        services.AddSingleton<SiteOrigin>();
        services.AddSerilog(SiteLog.Create(settings), dispose: true);
        AddPublishing(services, settings);
        services.AddTelemetry(settings);
        services.AddHostedService<ReadyNotice>();
        AddPages(services);
        services.AddPictures(settings);
        AddServer(builder, settings);
        AddViews(services);
    }

    private static void AddPublishing(IServiceCollection services, SiteSettings settings)
    {
        services.AddSingleton<ReadingPulse>();
        services.AddSingleton(provider => new NewsDatabase(
            settings.ConnectionString ?? throw new SettingException("ConnectionStrings__Postgres", "a PostgreSQL, where no embedded one is started", "nothing"),
            provider.GetRequiredService<ReadingPulse>()));
        services.AddSingleton(new ContentFolder(settings.ContentFolder));
        services.AddSingleton<SchemaGate>();
        services.AddSingleton<ArticleQueries>();
        services.AddSingleton<DeskQueries>();
        services.AddSingleton<PreviewQueries>();
        services.AddSingleton<FrontPageQueries>();
        services.AddSingleton<TopicClaimQueries>();
        services.AddSingleton<TrackerQueries>();
        services.AddSingleton<ClaimQueries>();
        services.AddSingleton<ClaimDataQueries>();
        services.AddSingleton<StatusLogQueries>();
        services.AddSingleton<CorrectionQueries>();
        services.AddSingleton<PageQueries>();
        services.AddSingleton<HubQueries>();
        services.AddSingleton<ArchiveQueries>();
        services.AddSingleton<SearchQueries>();
        services.AddSingleton<SuggestionQueries>();
        services.AddSingleton<SearchTurns>();
        services.AddSingleton<RecordShelf>();
        services.AddSingleton<SourceQueries>();
        services.AddSingleton<PathQueries>();
        services.AddSingleton<FeedQueries>();
        services.AddSingleton<ChangeQueries>();
        services.AddSingleton<SitemapQueries>();
        services.AddSingleton<OldAddresses>();
        services.AddSingleton<AnnouncementWriter>();
        services.AddSingleton<IndexNow>();
        services.AddSingleton<TableKeeper>();
        services.AddHostedService(static s => s.GetRequiredService<TableKeeper>());
        services.AddHostedService<EditionPublisher>();
        services.AddHostedService<EditionFollower>();
        services.AddHostedService<SearchIndexer>();
    }

    private static void AddPages(IServiceCollection services)
    {
        services.AddSingleton<PageCache>();
        services.AddSingleton<PagesAtHand>();
        services.AddSingleton<PageResponse>();
        services.AddSingleton<WireHead>();
        services.AddSingleton<WireHits>();
        services.AddSingleton<BareRefusals>();
        services.AddSingleton<CacheControl>();
        services.AddSingleton<SecurityHeaders>();
        services.AddSingleton<AcceptedHosts>();
        services.AddSingleton<PageFiller>();
        services.AddSingleton<PageWarmer>();
        services.AddHostedService(s => s.GetRequiredService<PageWarmer>());
        services.AddHostedService<LibraryWarmer>();
        services.AddSingleton<PageImprover>();
        services.AddHostedService(s => s.GetRequiredService<PageImprover>());
    }

    private static void AddServer(WebApplicationBuilder builder, SiteSettings settings)
    {
        // Serves the style sheets of a build that was not published, too, and as a published site does: not made again for every reader.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        StaticWebAssetsLoader.UseStaticWebAssets(builder.Environment, builder.Configuration);
        // Everything stops at once and within a container's usual 30 seconds: a reader who takes long must not cost the round its time.
        builder.Services.Configure<HostOptions>(static host =>
        {
            host.ShutdownTimeout = TimeSpan.FromSeconds(20);
            host.ServicesStopConcurrently = true;
        });
        var listeners = new Listeners(settings);
        builder.Services.AddSingleton(listeners);
        // The listeners below are told to Kestrel directly; addresses given besides (the image of ASP.NET gives a port) would be a warning.
        builder.WebHost.UseUrls().UseSetting(WebHostDefaults.HttpPortsKey, "").UseSetting(WebHostDefaults.HttpsPortsKey, "");
        builder.Services.Configure<SocketTransportOptions>(SocketThreads.Configure);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Configure(builder.Configuration.GetSection("Kestrel")); // the certificate of https addresses
            SetLimits(kestrel.Limits);
            listeners.Configure(kestrel);
        });
    }

    // The limits of the contract (an address of 2 KB, headers of 16 KB, no body) are checked by RequestGate, which can answer with a page.
    // These stand behind: what passes them is not worth an answer.
    private static void SetLimits(KestrelServerLimits limits)
    {
        limits.MaxRequestLineSize = 16 * KiB;
        limits.MaxRequestHeadersTotalSize = 64 * KiB;
        limits.MaxRequestHeaderCount = 100;
        limits.MaxRequestBodySize = 0;
        limits.MaxRequestBufferSize = 128 * KiB;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.KeepAliveTimeout = IdlePatience;
        limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 1 * KiB, gracePeriod: TimeSpan.FromSeconds(10));
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 1 * KiB, gracePeriod: TimeSpan.FromSeconds(5));
        limits.MaxConcurrentConnections = 20_000;
        limits.Http2.MaxStreamsPerConnection = 100;
        limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
        limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(10);
    }

    private static void AddViews(IServiceCollection services)
    {
        // Controllers and views and nothing beside them: with AddControllersWithViews every request, hits too, would pass authentication and
        // authorisation, and a scope of services would be made for it.
        services.AddMvcCore(options => options.ModelMetadataDetailsProviders.Add(new EmptyParameters())).AddViews().AddRazorViewEngine();
        services.AddSingleton<CurrentFrame>();

        // Letters of every script go out as themselves: pages are UTF-8, and entities would only make them longer.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));

        // Nothing here is encrypted or signed (no cookies, no forms that post): no key is made, kept in somebody's home folder, or told about.
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>(static _ => new EphemeralDataProtectionProvider());
        foreach (var keyMaker in services.Where(d => d.ServiceType == typeof(IHostedService) && d.ImplementationType?.Assembly == typeof(IDataProtectionBuilder).Assembly).ToArray())
            services.Remove(keyMaker);
        services.Configure<RazorViewEngineOptions>(razor =>
        {
            // Views lie beside their controller, in a folder named for the feature.
            razor.ViewLocationFormats.Clear();
            razor.ViewLocationFormats.Add("/{1}/{0}.cshtml");
            razor.ViewLocationFormats.Add("/Layout/{0}.cshtml");
        });
    }
}
