using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace AlitaNews.Web.Pages;

/// <summary>
/// The query parameters that mean something, address by address. All others are ignored: they reach neither the cache's key nor a controller.
/// </summary>
public static class KnownParameters
{
    private static readonly string[] None = [];
    private static readonly string[] Paged = ["page"];
    private static readonly string[] Feed = ["view"];
    private static readonly string[] Rumours = ["status", "topic", "source", "due", "page"];
    private static readonly string[] Search = ["q", "status", "topic", "source", "year", "page"];
    private static readonly string[] Suggestions = ["q"];
    private static readonly string[] ClaimData = ["status", "topic", "source", "type", "due", "due_before", "updated_since", "page"];

    /// <summary>The parameters of a path, in the order in which a key names them.</summary>
    public static ReadOnlySpan<string> For(string path) => path switch
    {
        "/" or "/status" or "/corrections" or "/sources" or "/sources.json" or "/archive" => Paged,
        "/rumours" => Rumours,
        "/search" => Search,
        "/search/suggestions" => Suggestions,
        "/claims.json" => ClaimData,
        _ when path.EndsWith("/feed.xml", StringComparison.Ordinal) || path.EndsWith("/feed.atom", StringComparison.Ordinal) || path.EndsWith("/feed.json", StringComparison.Ordinal) => Feed,
        _ when IsHub(path) => Paged,
        _ => None,
    };

    /// <summary>The query with known parameters only, each once and with a value, in one order and one escaping; empty where none is left.</summary>
    public static string Canonical(string path, string? query)
    {
        if (string.IsNullOrEmpty(query))
            return string.Empty;
        var known = For(path);
        if (known.IsEmpty)
            return string.Empty;

        var values = new string?[known.Length];
        foreach (var pair in new QueryStringEnumerable(query))
        {
            var at = known.IndexOf(pair.DecodeName().ToString());
            if (at >= 0)
                values[at] ??= Clean(pair.DecodeValue().ToString());
        }

        var canonical = new StringBuilder();
        for (var i = 0; i < values.Length; i++)
        {
            // An empty field of a form filters nothing; an empty page number is a mistake to answer.
            if (values[i] is { } value && (value.Length > 0 || known[i] == "page"))
                canonical.Append(canonical.Length == 0 ? '?' : '&').Append(known[i]).Append('=').Append(Uri.EscapeDataString(value));
        }

        return canonical.ToString();
    }

    private static bool IsHub(string path) =>
        path.StartsWith("/sections/", StringComparison.Ordinal) || path.StartsWith("/topics/", StringComparison.Ordinal)
        || path.StartsWith("/tags/", StringComparison.Ordinal) || path.StartsWith("/authors/", StringComparison.Ordinal)
        || path.StartsWith("/sources/", StringComparison.Ordinal) || path.StartsWith("/archive/", StringComparison.Ordinal)
        || path is "/sections" or "/topics" or "/tags" or "/authors";

    // Control characters mean nothing in any parameter, and PostgreSQL refuses U+0000.
    private static string Clean(string value) =>
        value.Any(char.IsControl) ? string.Concat(value.Where(c => !char.IsControl(c))) : value;
}
