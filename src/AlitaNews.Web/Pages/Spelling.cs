using System.Globalization;
using System.Text;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Web.Pages;

/// <summary>The one spelling each address has (<c>web.md</c>, section 1). Pure.</summary>
public static class Spelling
{
    private const string Media = "/media/";

    private static readonly string[] Fixed =
    [
        "/", "/rumours", "/sources", "/status", "/corrections", "/archive", "/search", "/sections", "/topics", "/tags", "/authors",
        "/feed.xml", "/feed.atom", "/feed.json", "/sitemap.xml", "/sitemap-news.xml", "/robots.txt", "/favicon.ico", "/site.css", "/lists.css",
    ];

    // Two names that stand for another page: every spelling of them leads there at once.
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.Ordinal) { ["/claims"] = "/rumours", ["/news"] = "/" };

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The canonical spelling of a decoded path: lower case, NFC, no trailing slash, no <c>index.html</c>, no <c>.md</c>, no double slash;
    /// <c>/claims</c> and <c>/news</c> are other names of <c>/rumours</c> and <c>/</c>.</summary>
    public static string Canonical(string path)
    {
        // Pictures keep the names their files have.
        if (path.StartsWith(Media, StringComparison.OrdinalIgnoreCase))
            return Media + path[Media.Length..];

        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Fold).ToList();
        while (segments is [.., var last] && (last == "index.html" || last.EndsWith(".md", StringComparison.Ordinal)))
        {
            segments.RemoveAt(segments.Count - 1);
            if (last.EndsWith(".md", StringComparison.Ordinal) && last.Length > ".md".Length)
                segments.Add(last[..^".md".Length]);
        }

        var canonical = "/" + string.Join('/', segments);
        return OtherNames.GetValueOrDefault(canonical, canonical);
    }

    /// <summary>Whether a page always stands at an address, whatever was written about it.</summary>
    public static bool IsFixed(string path) => Array.IndexOf(Fixed, path) >= 0 || path.StartsWith(Media, StringComparison.Ordinal);

    /// <summary>Whether a name in a path has a slash in it, which the server leaves escaped: no name has one, so nothing stands there in any spelling.</summary>
    public static bool HidesSlash(string path) => path.Contains("%2f", StringComparison.OrdinalIgnoreCase);

    /// <summary>The query with a page number in its one spelling: none for the first page, no leading zeros.</summary>
    /// <param name="canonicalQuery">The known parameters, as <see cref="KnownParameters.Canonical"/> writes them.</param>
    public static string CanonicalPage(string canonicalQuery)
    {
        var at = canonicalQuery.LastIndexOf("page=", StringComparison.Ordinal);
        if (at < 1 || canonicalQuery[at - 1] is not ('?' or '&'))
            return canonicalQuery;
        var number = canonicalQuery[(at + "page=".Length)..];
        if (number.Length == 0 || !number.All(char.IsAsciiDigit) || number.All(c => c == '0'))
            return canonicalQuery; // no page number: the page's own 404
        var plain = number.TrimStart('0');
        return plain == "1" ? canonicalQuery[..(at - 1)] : canonicalQuery[..at] + "page=" + plain;
    }

    /// <summary>Whether the path of a request target decodes to UTF-8 text without U+0000.</summary>
    /// <param name="target">The target as it was sent, escapes and all.</param>
    public static bool Decodes(string target)
    {
        var query = target.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? target : target[..query];
        var at = path.IndexOf('%', StringComparison.Ordinal);
        if (at < 0)
            return true;
        var bytes = new List<byte>(path.Length);
        for (; at < path.Length; at++)
        {
            if (path[at] != '%')
            {
                bytes.Add((byte)path[at]);
                continue;
            }

            if (at + 2 >= path.Length || !byte.TryParse(path.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var escaped) || escaped == 0)
                return false;
            bytes.Add(escaped);
            at += 2;
        }

        try
        {
            return Strict.GetCharCount([.. bytes]) >= 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static string Fold(string segment) => Nfc.Of(segment.ToLowerInvariant());
}
