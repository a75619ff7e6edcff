using System.Net;
using AlitaNews.Web.Publishing;

namespace AlitaNews.Web.Pages;

/// <summary>The host names this site answers to: that of its origin, loopback names, and those configured. Thread-safe.</summary>
public sealed class AcceptedHosts(SiteSettings settings, SiteOrigin origin)
{
    private readonly HashSet<string> _management = [.. settings.ManagementUrls.Select(u => u.Host)];
    private readonly HashSet<string> _public = [.. settings.AllowedHosts];

    // Nearly every request names the same host.
    private volatile string? _lastAccepted;

    /// <summary>Whether the public listener answers to a <c>Host</c> header.</summary>
    public bool IsPublic(string? host)
    {
        if (host is null)
            return false;
        if (host == _lastAccepted)
            return true;
        var name = NameOf(host);
        if (IsLoopback(name) || _public.Contains(name))
        {
            _lastAccepted = host;
            return true;
        }

        // Not remembered: the origin may change with the next edition.
        return string.Equals(name, origin.Host, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the management listener answers to a <c>Host</c> header.</summary>
    public bool IsManagement(string? host) => host is not null && NameOf(host) is var name && (IsLoopback(name) || _management.Contains(name));

    /// <summary>Whether the management listener answers to a page of this <c>Origin</c>.</summary>
    public bool IsManagementOrigin(string? source) =>
        string.IsNullOrEmpty(source) || (Uri.TryCreate(source, UriKind.Absolute, out var uri) && IsManagement(uri.Authority));

    private static string NameOf(string host) => new HostString(host).Host.ToLowerInvariant();

    private static bool IsLoopback(string name) =>
        name is "localhost" || (IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address));
}
