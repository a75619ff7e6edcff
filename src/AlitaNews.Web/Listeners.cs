using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AlitaNews.Web.Errors;
using AlitaNews.Web.Pages.Wire;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace AlitaNews.Web;

/// <summary>
/// The public and the management listener, told apart by the port a connection came in on: a header can be forged, a port cannot.
/// Asked from the first request on, when every port is known.
/// </summary>
public sealed class Listeners(SiteSettings settings)
{
    /// <summary>Where the certificate of https addresses is named.</summary>
    public const string CertificateKey = "Kestrel:Certificates:Default:Path";

    private readonly List<Listener> _public = [];
    private readonly List<Listener> _management = [];
    private int[]? _managementPorts;

    /// <summary>The first public address, with the port it really has.</summary>
    public string PublicAddress => _public is [var first, ..] ? first.Address : new Listener(settings.Urls[0], null).Address;

    /// <summary>The first management address, with the port it really has.</summary>
    public string ManagementAddress => _management is [var first, ..] ? first.Address : new Listener(settings.ManagementUrls[0], null).Address;

    /// <summary>Tries every port, so that a taken one is noticed before a database is started for nothing.</summary>
    /// <exception cref="SettingException">A port cannot be had.</exception>
    public void CheckPorts()
    {
        foreach (var (key, url) in settings.Urls.Select(static url => ("urls", url)).Concat(settings.ManagementUrls.Select(static url => ("Alita:ManagementUrls", url))))
        {
            var address = IPAddress.TryParse(url.Host, out var given) ? given : url.Host is "*" or "+" ? IPAddress.Any : IPAddress.Loopback;
            using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(address, url.Port));
            }
            catch (SocketException e)
            {
                throw new SettingException($"{key}: the site cannot listen on {url}: {e.Message.ToLowerInvariant()}. Free that port, or name another address.", e);
            }
        }
    }

    /// <summary>Opens both when the server starts.</summary>
    public void Configure(KestrelServerOptions kestrel)
    {
        var refusals = kestrel.ApplicationServices.GetRequiredService<BareRefusals>();
        var hits = kestrel.ApplicationServices.GetRequiredService<WireHits>();
        foreach (var url in settings.Urls)
            Open(kestrel, url, _public, refusals, url.Scheme == Uri.UriSchemeHttp ? hits : null);
        foreach (var url in settings.ManagementUrls)
            Open(kestrel, url, _management, refusals, hits: null);
    }

    /// <summary>Whether a request came in on the management listener.</summary>
    public bool IsManagement(HttpContext context) => IsManagementPort(context.Connection.LocalPort);

    private bool IsManagementPort(int port)
    {
        _managementPorts ??= [.. _management.Select(l => l.Port)];
        return Array.IndexOf(_managementPorts, port) >= 0;
    }

    private static void Open(KestrelServerOptions kestrel, BindingAddress url, List<Listener> listeners, BareRefusals refusals, WireHits? hits)
    {
        void Configure(ListenOptions options)
        {
            if (url.Scheme == Uri.UriSchemeHttps)
                options.UseHttps();
            if (hits is not null)
                options.Use(hits.Around);
            options.Use(refusals.Around);
            listeners.Add(new Listener(url, options));
        }

        if (IPAddress.TryParse(url.Host, out var address))
            kestrel.Listen(address, url.Port, Configure);
        else if (url.Host is "*" or "+")
            kestrel.ListenAnyIP(url.Port, Configure);
        else
            kestrel.ListenLocalhost(url.Port, Configure);
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
