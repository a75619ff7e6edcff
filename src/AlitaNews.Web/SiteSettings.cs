using System.Net;

namespace AlitaNews.Web;

/// <summary>Everything that can be configured (<c>web.md</c>, section 8), checked. Made by <see cref="SettingsParser"/>.</summary>
public sealed record SiteSettings
{
    /// <summary>The PostgreSQL to use, or null for the embedded one.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The content folder, absolute; it need not exist.</summary>
    public required string ContentFolder { get; init; }

    /// <summary>The folder of the embedded cluster and the picture variants, absolute.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The public origin, or null where <c>site.yaml</c> or the listening address decides.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>Where the public listener listens.</summary>
    public required IReadOnlyList<BindingAddress> Urls { get; init; }

    /// <summary>Where the management listener listens.</summary>
    public required IReadOnlyList<BindingAddress> ManagementUrls { get; init; }

    /// <summary>Whether this instance may become the one that ingests.</summary>
    public bool Ingest { get; init; }

    /// <summary>The instant at which the site's clock starts, or null for the real one.</summary>
    public DateTimeOffset? Clock { get; init; }

    /// <summary>The bound of the page cache, in bytes.</summary>
    public long CacheBytes { get; init; }

    /// <summary>The folder of the PostgreSQL programs, or null to find it.</summary>
    public string? PostgresBin { get; init; }

    /// <summary>Addresses whose forwarded headers count.</summary>
    public required IReadOnlyList<IPNetwork> TrustedProxies { get; init; }

    /// <summary>Further host names accepted, lower case.</summary>
    public required IReadOnlyList<string> AllowedHosts { get; init; }

    /// <summary>Searches a minute and address.</summary>
    public int SearchesPerMinute { get; init; }

    /// <summary>Where changed addresses are announced.</summary>
    public required Uri IndexNowEndpoint { get; init; }

    /// <summary>Whether traces are sent to an OTLP collector; where to, the exporter reads from the <c>OTEL_</c> settings itself.</summary>
    public bool ExportTraces { get; init; }

    /// <summary>Whether metrics are sent to an OTLP collector.</summary>
    public bool ExportMetrics { get; init; }

    /// <summary>The name of the environment.</summary>
    public required string Environment { get; init; }

    /// <summary>Keys of our own section that mean nothing: of another build, or mistyped.</summary>
    public IReadOnlyList<string> UnknownKeys { get; init; } = [];

    /// <summary>Whether robots may index this instance.</summary>
    public bool IsProduction => string.Equals(Environment, Environments.Production, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an editor works here.</summary>
    public bool IsDevelopment => string.Equals(Environment, Environments.Development, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a listener speaks TLS itself.</summary>
    public bool ListensSecurely => Urls.Concat(ManagementUrls).Any(static url => url.Scheme == Uri.UriSchemeHttps);

    /// <summary>The clock of the whole site.</summary>
    public TimeProvider StartClock() => Clock is { } start ? new StagedClock(start) : TimeProvider.System;
}
