using System.Text;
using AlitaNews.Newsroom.Markdown.Links;

namespace AlitaNews.Newsroom.Markdown.Safety;

/// <summary>The short list of raw HTML that may stay, and how a tag of it is written anew.</summary>
internal static class AllowedHtml
{
    /// <summary>Elements that may stay.</summary>
    public static readonly HashSet<string> Elements =
    [
        "details", "summary", "br", "hr", "sup", "sub", "kbd", "abbr", "mark", "b", "i", "em", "strong", "a", "p", "div", "span",
        "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
        "blockquote", "pre", "code", "h1", "h2", "h3", "h4", "h5", "h6", "del", "ins", "s", "u", "small", "q", "cite",
    ];

    /// <summary>Attributes that may stay on every element, or on those named.</summary>
    public static readonly Dictionary<string, string[]> Attributes = new(StringComparer.Ordinal)
    {
        ["id"] = [],
        ["lang"] = [],
        ["dir"] = [],
        ["title"] = [],
        ["href"] = ["a"],
        ["open"] = ["details"],
        ["start"] = ["ol"],
        ["reversed"] = ["ol"],
        ["value"] = ["li"],
        ["colspan"] = ["td", "th"],
        ["rowspan"] = ["td", "th"],
        ["scope"] = ["th"],
    };

    // Of no meaning for readers, and in every second page that was saved by an editor program: dropped without a word.
    private static readonly HashSet<string> Silent =
    [
        "class", "classname", "target", "rel", "align", "valign", "width", "height", "border", "cellpadding", "cellspacing", "role", "name", "loading",
        "decoding", "srcset", "sizes", "itemprop", "itemscope", "itemtype", "markdown", "start", "type", "xml:lang",
    ];

    /// <summary>Whether the tag has no content.</summary>
    public static bool IsVoid(string name) => name is "br" or "hr";

    /// <summary>Writes an allowed opening tag with its allowed attributes.</summary>
    /// <returns>The first attribute that is removed and worth a word, or null.</returns>
    public static string? AppendOpen(StringBuilder html, HtmlToken tag, int headingShift, string path)
    {
        string? removed = null;
        html.Append('<').Append(Name(tag.Text, headingShift));
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in tag.Attributes)
        {
            var key = name == "name" && tag.Text == "a" ? "id" : name;
            if (!Attributes.TryGetValue(key, out var owners) || owners.Length > 0 && !owners.Contains(tag.Text))
            {
                if (!Silent.Contains(key) && !key.StartsWith("data-", StringComparison.Ordinal) && !key.StartsWith("aria-", StringComparison.Ordinal))
                    removed ??= $"attribute \"{Shorten(name)}\"";
                continue;
            }

            if (!written.Add(key))
                continue;
            if (Safe(key, value ?? "", path) is not { } safe)
            {
                removed ??= $"address in \"{Shorten(name)}\"";
                continue;
            }

            html.Append(' ').Append(key).Append("=\"");
            HtmlText.Append(html, safe);
            html.Append('"');
        }

        if (tag.Text == "a" && tag.Find("href") is not null)
            html.Append(" rel=\"noopener\"");
        html.Append('>');
        return removed;
    }

    /// <summary>An allowed closing tag.</summary>
    public static string CloseOf(string name, int headingShift) => $"</{Name(name, headingShift)}>";

    private static string Name(string name, int headingShift) =>
        name is ['h', >= '1' and <= '6' and var level] ? $"h{Math.Clamp(level - '0' + headingShift, 2, 6)}" : name;

    private static string? Safe(string key, string value, string path)
    {
        switch (key)
        {
            case "href":
                var target = LinkTarget.Read(value, path);
                return target.Kind switch
                {
                    LinkKind.External or LinkKind.Fragment => target.Value,
                    _ => null,
                };
            case "id":
                return value.Length is > 0 and < 100 && !value.AsSpan().ContainsAny(" \t\n") ? value : null;
            case "start" or "value" or "colspan" or "rowspan":
                return int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 1000
                    ? number.ToString(System.Globalization.CultureInfo.InvariantCulture)
                    : null;
            case "open" or "reversed":
                return "";
            case "dir":
                return value.ToLowerInvariant() is "ltr" or "rtl" or "auto" ? value.ToLowerInvariant() : null;
            case "scope":
                return value.ToLowerInvariant() is "col" or "row" ? value.ToLowerInvariant() : null;
            default:
                return value;
        }
    }

    private static string Shorten(string text) => text.Length <= 30 ? text : text[..30] + "…";
}
