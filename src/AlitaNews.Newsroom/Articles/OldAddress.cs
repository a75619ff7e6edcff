using System.Buffers;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Articles;

/// <summary>
/// Brings an old address into the one spelling in which addresses are compared (<c>web.md</c>, section 1): decoded, lower case, NFC,
/// no slash at the end, no double slash.
/// </summary>
public static class OldAddress
{
    private static readonly SearchValues<char> Unusable = SearchValues.Create("?#\\\0\n\t\"<>");

    /// <summary>The root-relative path, or null if it cannot be answered: the root itself, an address elsewhere, one with a query.</summary>
    /// <param name="text">As written; without a slash at its start it is below the root.</param>
    /// <param name="baseUrl">The site's own origin, which is taken off, or null.</param>
    public static string? Find(string text, string? baseUrl = null)
    {
        var path = text.Trim();
        if (baseUrl is not null && path.StartsWith(baseUrl + "/", StringComparison.OrdinalIgnoreCase))
            path = path[baseUrl.Length..];
        if (path.Length == 0 || path.Contains("://", StringComparison.Ordinal) || path.StartsWith("//", StringComparison.Ordinal) || path.AsSpan().ContainsAny(Unusable))
            return null;
        path = Nfc.Of(Nfc.Of(Uri.UnescapeDataString(path)).ToLowerInvariant());
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > 0 && parts[^1] == "index.html")
            parts = parts[..^1];
        return parts.Length == 0 || Array.Exists(parts, static part => part is "." or "..") ? null : "/" + string.Join('/', parts);
    }
}
