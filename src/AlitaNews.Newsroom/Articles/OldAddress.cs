using System.Buffers;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Articles;

/// <summary>
/// Brings an old address into the one spelling in which addresses are compared (<c>web.md</c>, section 1): decoded, lower case, NFC,
/// no slash at the end, no double slash.
/// </summary>
public static class OldAddress
{
    private const string Media = "/media/"; // pictures keep the names of their files
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

        // Escapes may hide what no address has, and no database keeps.
        if (!IsText(path))
            return null;
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (parts is [.., "index.html"])
            parts.RemoveAt(parts.Count - 1);
        while (parts is [.., var last] && last.EndsWith(".md", StringComparison.Ordinal))
        {
            parts.RemoveAt(parts.Count - 1);
            if (last.Length > ".md".Length)
                parts.Add(last[..^".md".Length]);
        }

        return parts.Count == 0 || parts.Exists(static part => part is "." or "..") ? null : "/" + string.Join('/', parts);
    }

    /// <summary>A place of this site that something leads to, in its one spelling, with its query and fragment as written; an address elsewhere stays.</summary>
    public static string Target(string text, string? baseUrl = null)
    {
        var path = baseUrl is not null && text.StartsWith(baseUrl + "/", StringComparison.OrdinalIgnoreCase) ? text[baseUrl.Length..] : text;
        if (!path.StartsWith('/') || path.StartsWith(Media, StringComparison.OrdinalIgnoreCase))
            return path;
        var end = path.AsSpan().IndexOfAny('?', '#');
        return (Find(end < 0 ? path : path[..end]) ?? "/") + (end < 0 ? "" : path[end..]);
    }

    private static bool IsText(string path)
    {
        for (var i = 0; i < path.Length; i++)
        {
            if (i + 1 < path.Length && char.IsSurrogatePair(path[i], path[i + 1]))
                i++;
            else if (char.IsControl(path[i]) || char.IsSurrogate(path[i]))
                return false;
        }

        return true;
    }
}
