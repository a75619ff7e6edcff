using AlitaNews.Newsroom.Markdown.Embeds;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace AlitaNews.Web.Pages;

/// <summary>The headers that keep browsers from doing what no page of ours asks for.</summary>
public sealed class SecurityHeaders(SiteSettings settings)
{
    /// <summary>No inline script, no inline style, no other host, no frame. JSON-LD is data and needs no permission.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The policy of pages with an embed: a frame of these providers and no other, once the reader opens it.</summary>
    public static string EmbeddingPolicy { get; } = $"{Policy}; frame-src {string.Join(' ', EmbedFrames.Origins)}";

    /// <summary>The policy of pages that others may put into frames.</summary>
    public const string FramedPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

    private static readonly StringValues PolicyValue = Policy;
    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues Referrer = "strict-origin-when-cross-origin";
    private static readonly StringValues Permissions = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";
    private static readonly StringValues SameOrigin = "same-origin";
    private static readonly StringValues TwoYears = "max-age=63072000";
    private static readonly StringValues NoIndex = "noindex";

    /// <summary>Sets them.</summary>
    public void Apply(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PolicyValue;
        headers.XContentTypeOptions = NoSniff;
        headers["Referrer-Policy"] = Referrer;
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Opener-Policy"] = SameOrigin;
        if (context.Request.IsHttps)
            headers[HeaderNames.StrictTransportSecurity] = TwoYears;
        if (!settings.IsProduction)
            headers["X-Robots-Tag"] = NoIndex;
    }
}
