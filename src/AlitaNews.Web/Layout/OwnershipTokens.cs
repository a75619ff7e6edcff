namespace AlitaNews.Web.Layout;

/// <summary>The names of the meta tags with which services check who owns a site.</summary>
public static class OwnershipTokens
{
    /// <summary>The name of a service's meta tag.</summary>
    /// <param name="service">As <c>site.yaml</c> calls it under <c>verification</c>.</param>
    public static string NameOf(string service) => service.ToLowerInvariant() switch
    {
        "google" => "google-site-verification",
        "bing" => "msvalidate.01",
        "pinterest" => "p:domain_verify",
        "facebook" => "facebook-domain-verification",
        "baidu" => "baidu-site-verification",
        "yandex" => "yandex-verification",
        var own => own.Contains("verif", StringComparison.Ordinal) ? own : own + "-site-verification",
    };
}
