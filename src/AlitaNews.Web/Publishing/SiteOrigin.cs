namespace AlitaNews.Web.Publishing;

/// <summary>
/// The public origin that canonical links are made with: the setting, else <c>base-url</c> of <c>site.yaml</c>, else the listening address.
/// Thread-safe.
/// </summary>
public sealed class SiteOrigin(SiteSettings settings, Listeners listeners)
{
    private volatile Uri? _learned;

    /// <summary>The origin without a slash at its end.</summary>
    public string Value => Uri.GetLeftPart(UriPartial.Authority);

    /// <summary><c>http</c> or <c>https</c>.</summary>
    public string Scheme => Uri.Scheme;

    /// <summary>Host and, where it is not the scheme's own, port.</summary>
    public string Authority => Uri.Authority;

    /// <summary>The host alone.</summary>
    public string Host => Uri.Host;

    private Uri Uri => settings.BaseUrl ?? _learned ?? new Uri(listeners.PublicAddress);

    /// <summary>Takes over what <c>site.yaml</c> says; null where it says nothing.</summary>
    public void Learn(string? baseUrl) => _learned = Uri.TryCreate(baseUrl, UriKind.Absolute, out var uri) ? uri : null;
}
