using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace AlitaNews.Web;

/// <summary>
/// The public and the management listener, told apart by the port a connection came in on: a header can be forged, a port cannot.
/// Asked from the first request on, when every port is known.
/// </summary>
public sealed class Listeners(SiteSettings settings)
{
    private readonly List<Listener> _public = [];
    private readonly List<Listener> _management = [];
    private int[]? _managementPorts;

    /// <summary>The first public address, with the port it really has.</summary>
    public string PublicAddress => _public is [var first, ..] ? first.Address : new Listener(settings.Urls[0], null).Address;

    /// <summary>The first management address, with the port it really has.</summary>
    public string ManagementAddress => _management is [var first, ..] ? first.Address : new Listener(settings.ManagementUrls[0], null).Address;

    /// <summary>Opens both when the server starts.</summary>
    public void Configure(KestrelServerOptions kestrel)
    {
        foreach (var url in settings.Urls)
            Open(kestrel, url, "urls", _public);
        foreach (var url in settings.ManagementUrls)
            Open(kestrel, url, "Alita:ManagementUrls", _management);
    }

    /// <summary>Whether a request came in on the management listener.</summary>
    public bool IsManagement(HttpContext context) => IsManagementPort(context.Connection.LocalPort);

    private bool IsManagementPort(int port)
    {
        _managementPorts ??= [.. _management.Select(l => l.Port)];
        return Array.IndexOf(_managementPorts, port) >= 0;
    }

    private static void Open(KestrelServerOptions kestrel, BindingAddress url, string key, List<Listener> listeners)
    {
        void Configure(ListenOptions options)
        {
            if (url.Scheme == Uri.UriSchemeHttps)
                options.UseHttps();
            listeners.Add(new Listener(url, options));
        }

        if (IPAddress.TryParse(url.Host, out var address))
            kestrel.Listen(address, url.Port, Configure);
        else if (url.Host is "*" or "+")
            kestrel.ListenAnyIP(url.Port, Configure);
        else if (string.Equals(url.Host, "localhost", StringComparison.OrdinalIgnoreCase) && url.Port != 0)
            kestrel.ListenLocalhost(url.Port, Configure);
        else
            throw new SettingException(key, "an IP address, localhost or * in each address", url.ToString());
    }

    private sealed record Listener(BindingAddress Url, ListenOptions? Options)
    {
        // Port 0 is replaced by the one the system chose once the server is bound.
        public int Port => Url.Port != 0 ? Url.Port : Options?.IPEndPoint?.Port ?? 0;

        public string Address => string.Create(CultureInfo.InvariantCulture, $"{Url.Scheme}://{Reachable}:{Port}");

        private string Reachable => Url.Host switch
        {
            "*" or "+" or "0.0.0.0" => "127.0.0.1",
            "[::]" => "[::1]",
            var host => host,
        };
    }
}
