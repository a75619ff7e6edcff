using AlitaNews.Web.Publishing;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace AlitaNews.Web.Pages;

/// <summary>
/// The request that a page is made for. It is nobody's: it has a path and known parameters and nothing else, so a page cannot depend on its first
/// reader, and no reader who leaves can end it.
/// </summary>
public sealed class FillRequest : IDisposable
{
    private readonly MemoryStream _body = new();

    /// <summary>Whether routing found that the address is no page (a style sheet, a picture): ask again with the real request.</summary>
    public bool IsNoPage { get; private set; }

    /// <summary>The bytes that were written.</summary>
    public byte[] Body => _body.ToArray();

    /// <summary>The request of a thread of work, if it is one of these.</summary>
    public static FillRequest? Of(HttpContext context) => context.Features.Get<FillRequest>();

    /// <summary>Whether an endpoint makes pages; an address without any is a page that is missing.</summary>
    public static bool MakesPages(Endpoint? endpoint) =>
        endpoint is null
        || (endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null && endpoint.Metadata.GetMetadata<NotAPageAttribute>() is null);

    /// <summary>Ends the work: the address is no page.</summary>
    public void Refuse() => IsNoPage = true;

    /// <summary>The request as the rest of the pipeline sees it.</summary>
    public HttpContext Open(PageKey key, SiteOrigin origin, IServiceProvider services)
    {
        var features = new FeatureCollection();
        features.Set(this);
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Method = HttpMethods.Get,
            Scheme = origin.Scheme,
            Path = key.Path,
            QueryString = key.Query,
            Protocol = HttpProtocol.Http11,
        });
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(_body));
        var context = new DefaultHttpContext(features) { RequestServices = services };
        context.Request.Host = new HostString(origin.Authority);
        return context;
    }

    /// <inheritdoc/>
    public void Dispose() => _body.Dispose();
}
