namespace AlitaNews.Web.Pages;

/// <summary>What decides which page is shown: a canonical path and its known parameters, and nothing else of a request.</summary>
/// <param name="Path">The decoded path.</param>
/// <param name="Query">Known parameters in canonical form, with a leading question mark; or empty.</param>
public readonly record struct PageKey(string Path, string Query)
{
    /// <summary>The key of a request.</summary>
    public static PageKey Of(HttpRequest request)
    {
        var path = request.Path.Value ?? "/";
        return new PageKey(path, KnownParameters.Canonical(path, request.QueryString.Value));
    }
}
