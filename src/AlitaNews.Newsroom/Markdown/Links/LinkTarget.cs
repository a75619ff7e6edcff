using System.Globalization;
using System.Text;

namespace AlitaNews.Newsroom.Markdown.Links;

/// <summary>What an address in a body is.</summary>
internal enum LinkKind
{
    /// <summary>An address elsewhere, or of mail or telephone.</summary>
    External,

    /// <summary>A place on the same page.</summary>
    Fragment,

    /// <summary>A page or file of the site.</summary>
    Internal,

    /// <summary>A claim.</summary>
    Claim,

    /// <summary>A source.</summary>
    Source,

    /// <summary>A topic.</summary>
    Topic,

    /// <summary>A scheme that is not allowed.</summary>
    Forbidden,
}

/// <summary>An address, sorted and made safe. The one place that knows which schemes may live.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">A safe address, the key of a <c>link</c> marker, an id, or for a forbidden one its scheme.</param>
/// <param name="Fragment">The part behind <c>#</c>; internal links only.</param>
internal readonly record struct LinkTarget(LinkKind Kind, string Value, string Fragment = "")
{
    /// <summary>The scheme of links that are looked up by name; written by our own parsers.</summary>
    public const string NameScheme = "name:";

    /// <summary>Sorts an address as it stands in a file.</summary>
    /// <param name="address">The address; entities and backslash escapes are resolved already.</param>
    /// <param name="path">The path of the file that holds it.</param>
    /// <param name="ownName">What the content folder is called.</param>
    public static LinkTarget Read(string address, string path, string ownName = "")
    {
        var url = Clean(address);
        if (url.Length == 0)
            return new LinkTarget(LinkKind.Fragment, "#");
        if (url.StartsWith("//", StringComparison.Ordinal))
            return External("https:" + url);
        var scheme = SchemeOf(url);
        if (scheme is null)
            return Local(url, path, ownName);
        var rest = url[(scheme.Length + 1)..];
        return scheme.ToLowerInvariant() switch
        {
            "http" or "https" => rest.StartsWith("//", StringComparison.Ordinal) && rest.Length > 2
                ? External(url)
                : External(scheme + "://" + rest.TrimStart('/')),
            "mailto" or "tel" => new LinkTarget(LinkKind.External, Escape(url)),
            "claim" => new LinkTarget(LinkKind.Claim, Id(rest)),
            "source" => new LinkTarget(LinkKind.Source, Id(rest)),
            "topic" => new LinkTarget(LinkKind.Topic, Id(rest)),
            "name" => Named(rest),
            _ => new LinkTarget(LinkKind.Forbidden, scheme),
        };
    }

    /// <summary>This, or where it is the _index.md of a folder that has no page of its own: the list in which that folder's articles are.</summary>
    /// <param name="articleRoot">The folder of the articles, ending in a slash, or empty.</param>
    public LinkTarget OrList(string articleRoot)
    {
        if (Kind != LinkKind.Internal || !Value.StartsWith("path:", StringComparison.Ordinal) || !ContentLayout.IsListPage(Value))
            return this;
        var path = Value["path:".Length..];
        if (path.StartsWith(articleRoot, StringComparison.Ordinal))
            path = path[articleRoot.Length..];
        else if (path.Contains('/', StringComparison.Ordinal))
            return this;
        return path.Split('/') switch
        {
            [_] => new LinkTarget(LinkKind.Internal, "url:/archive"),
            [_, _] => this,
            [var section, ..] => new LinkTarget(LinkKind.Internal, "url:/sections/" + Articles.Slug.Of(section)),
            _ => this,
        };
    }

    /// <summary>The host of an http address, or null.</summary>
    public static string? HostOf(string address)
    {
        var start = address.IndexOf("//", StringComparison.Ordinal);
        if (start < 0)
            return null;
        var rest = address.AsSpan(start + 2);
        var end = rest.IndexOfAny("/?#");
        if (end >= 0)
            rest = rest[..end];
        rest = rest[(rest.LastIndexOf('@') + 1)..];
        var port = rest.LastIndexOf(':');
        if (port > 0 && !rest[port..].Contains(']'))
            rest = rest[..port];
        return rest.IsEmpty ? null : rest.ToString().ToLowerInvariant();
    }

    /// <summary>A path put together from the folder of a file and what it points at; <c>..</c> ends at the content folder.</summary>
    public static string Resolve(string path, string relative)
    {
        var parts = new List<string>();
        var folder = path.LastIndexOf('/');
        if (folder > 0)
            parts.AddRange(path[..folder].Split('/'));
        foreach (var part in relative.Split('/'))
        {
            if (part is "" or ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
        }

        return string.Join('/', parts);
    }

    /// <summary>Undoes percent-escapes; what does not decode stays as it is.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
            return text;
        var decoded = Uri.UnescapeDataString(text);
        foreach (var c in decoded)
        {
            if (char.IsControl(c))
                return text;
        }

        return decoded;
    }

    private static LinkTarget External(string url) =>
        HostOf(url) is null ? new LinkTarget(LinkKind.Forbidden, "an address without a host") : new LinkTarget(LinkKind.External, Escape(url));

    private static LinkTarget Local(string url, string path, string ownName)
    {
        if (url[0] == '#')
            return new LinkTarget(LinkKind.Fragment, Escape(url));
        if (url[0] == '/')
            return Internal("url:", url);
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var fragment = hash < 0 ? "" : url[(hash + 1)..];
        var target = hash < 0 ? url : url[..hash];
        var query = target.IndexOf('?', StringComparison.Ordinal);
        if (query >= 0)
            target = target[..query];

        // Zola counts from its content folder, @/blog/x.md, and so it is where only blog/ is the content here.
        if (ownName.Length > 0 && target.StartsWith("@/" + ownName + "/", StringComparison.Ordinal))
            target = "@" + target[(ownName.Length + 2)..];
        return target.StartsWith("@/", StringComparison.Ordinal)
            ? new LinkTarget(LinkKind.Internal, "path:" + Resolve("", Decode(target[2..])), fragment)
            : new LinkTarget(LinkKind.Internal, "path:" + Resolve(IsBesidePage(path, target) ? path[..path.LastIndexOf('.')] + "/" : path, Decode(target)), fragment);
    }

    // Generators print such a link as it stands, and a page of theirs is a folder: ../other is what lies beside it. Among our own articles a link names a file.
    private static bool IsBesidePage(string path, string target) =>
        target.StartsWith("../", StringComparison.Ordinal) && ContentLayout.IsMarkdown(path) && !path.StartsWith("articles/", StringComparison.Ordinal)
        && !ContentLayout.IsBundleIndex(path) && !ContentLayout.IsListPage(path) && target.Trim('/', '.').Length > 0 && !Path.HasExtension(target.TrimEnd('/'));

    private static LinkTarget Internal(string prefix, string rest)
    {
        var hash = rest.IndexOf('#', StringComparison.Ordinal);
        return hash < 0
            ? new LinkTarget(LinkKind.Internal, prefix + Decode(rest))
            : new LinkTarget(LinkKind.Internal, prefix + Decode(rest[..hash]), rest[(hash + 1)..]);
    }

    // Other generators name a file by any part of its path; one stem finds it, and of a bundle that of its folder.
    private static LinkTarget Named(string rest)
    {
        var target = Internal("", rest);
        var name = target.Value.Trim().TrimEnd('/');
        foreach (var ending in (ReadOnlySpan<string>)[".md", ".markdown", "/index", "/_index"])
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                name = name[..^ending.Length];
        }

        return target with { Value = NameScheme + name[(name.LastIndexOf('/') + 1)..] };
    }

    private static string Id(string rest) => Decode(rest).Trim().TrimStart('/');

    /// <summary>Browsers ignore white space and control characters in a scheme and read a backslash as a slash: so must we.</summary>
    private static string Clean(string address)
    {
        var url = address.AsSpan().Trim();
        var clean = new StringBuilder(url.Length);
        foreach (var c in url)
        {
            if (c == '\\')
                clean.Append('/');
            else if (!char.IsControl(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format)
                clean.Append(c);
        }

        return clean.ToString().Trim();
    }

    private static string? SchemeOf(string url)
    {
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
            return null;
        var scheme = url.AsSpan(0, colon).Trim();
        if (scheme.IsEmpty || !char.IsAsciiLetter(scheme[0]))
            return null;
        foreach (var c in scheme)
        {
            // A blank would end the scheme for us, but some readers skip it.
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.' or ' '))
                return null;
        }

        return url[..colon];
    }

    private static string Escape(string url)
    {
        const string kept = "-._~:/?#[]@!$&'()*+,;=%";
        var escaped = new StringBuilder(url.Length + 8);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in url.EnumerateRunes())
        {
            if (rune.IsAscii && (Rune.IsLetterOrDigit(rune) || kept.Contains((char)rune.Value, StringComparison.Ordinal)))
            {
                escaped.Append((char)rune.Value);
                continue;
            }

            var count = rune.EncodeToUtf8(bytes);
            for (var i = 0; i < count; i++)
                escaped.Append('%').Append(bytes[i].ToString("X2", CultureInfo.InvariantCulture));
        }

        return escaped.ToString();
    }
}
