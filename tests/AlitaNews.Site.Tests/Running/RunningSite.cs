using System.Net;
using AlitaNews.Store.Editions;
using AlitaNews.Web;
using AlitaNews.Web.Publishing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace AlitaNews.Site.Tests.Running;

/// <summary>
/// The real web application on free ports of the loopback interface, without database and ingest: its pages are those of <see cref="ProbeController"/>.
/// </summary>
internal sealed class RunningSite : IAsyncDisposable
{
    private readonly WebApplication _site;

    private RunningSite(WebApplication site)
    {
        _site = site;
        Public = Client(Part<Listeners>().PublicAddress);
        Management = Client(Part<Listeners>().ManagementAddress);
    }

    /// <summary>Asks the public listener; redirects and codings are left as they come.</summary>
    public HttpClient Public { get; }

    /// <summary>Asks the management listener.</summary>
    public HttpClient Management { get; }

    public int PublicPort => Public.BaseAddress!.Port;

    public ProbePages Probe => Part<ProbePages>();

    public CurrentEdition Edition => Part<CurrentEdition>();

    /// <summary>A site that shows edition 1.</summary>
    public static async Task<RunningSite> StartAsync(params string[] settings)
    {
        var site = await StartUnloadedAsync(settings);
        site.Edition.MoveTo(new EditionNumber(1), nextTick: null);
        return site;
    }

    /// <summary>A site that has no edition yet.</summary>
    public static async Task<RunningSite> StartUnloadedAsync(params string[] settings)
    {
        var site = SiteHost.Create(["--urls=http://127.0.0.1:0", "--Alita:ManagementUrls=http://127.0.0.1:0", .. settings], services =>
        {
            services.RemoveAll<IHostedService>();
            services.AddSingleton<ProbePages>();
            QuietLog.Replace(services);
            services.AddMvcCore().AddApplicationPart(typeof(ProbeController).Assembly);
        });
        await site.StartAsync();
        return new RunningSite(site);
    }

    public T Part<T>()
        where T : notnull => _site.Services.GetRequiredService<T>();

    /// <summary>Asks for a page with one header.</summary>
    public Task<HttpResponseMessage> AskAsync(string address, string header, string value, HttpMethod? method = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation(header, value);
        return Public.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Public.Dispose();
        Management.Dispose();
        await _site.StopAsync();
        await _site.DisposeAsync();
    }

    private static HttpClient Client(string address) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, UseCookies = false }) { BaseAddress = new Uri(address) };
}
