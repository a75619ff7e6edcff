namespace AlitaNews.Newsroom.Markdown.Safety;

/// <summary>What a piece of raw HTML is.</summary>
internal enum HtmlTokenKind
{
    /// <summary>Text, as written: entities stand.</summary>
    Text,

    /// <summary>An opening tag.</summary>
    Open,

    /// <summary>A closing tag.</summary>
    Close,

    /// <summary>A comment; its text is what stands between the signs.</summary>
    Comment,

    /// <summary>A declaration, processing instruction or CDATA section.</summary>
    Other,
}

/// <summary>A piece of raw HTML.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">Where it begins.</param>
/// <param name="Text">Its text, or the name of its tag in lower case.</param>
/// <param name="Attributes">The attributes of an opening tag: names in lower case, values with entities resolved.</param>
internal sealed record HtmlToken(HtmlTokenKind Kind, int Offset, string Text, IReadOnlyList<KeyValuePair<string, string?>> Attributes)
{
    /// <summary>The value of an attribute, or null.</summary>
    public string? Find(string name)
    {
        foreach (var (key, value) in Attributes)
        {
            if (key == name)
                return value ?? "";
        }

        return null;
    }
}

/// <summary>
/// Cuts raw HTML into pieces, so that each can be reported where it stands and written anew from what is allowed. It need not agree with
/// browsers about broken markup, since nothing of it is passed through as written.
/// </summary>
internal static class HtmlTokens
{
    private static readonly HashSet<string> Opaque =
        ["script", "style", "iframe", "noscript", "noembed", "noframes", "textarea", "title", "xmp", "template", "svg", "math", "select", "object", "applet"];

    /// <summary>Elements whose content is no text for readers.</summary>
    public static bool IsOpaque(string name) => Opaque.Contains(name);

    /// <summary>The pieces of a text. What stands in an opaque element is left out.</summary>
    public static List<HtmlToken> Read(string html)
    {
        var tokens = new List<HtmlToken>();
        string? neverCloses = null;
        var text = 0;
        var i = 0;
        while (i < html.Length)
        {
            var open = html.IndexOf('<', i);
            if (open < 0)
                break;
            var end = open + 1 < html.Length ? ReadMarkup(html, open, tokens, text) : -1;
            if (end < 0)
            {
                i = open + 1;
                continue;
            }

            i = end;
            if (tokens[^1] is { Kind: HtmlTokenKind.Open } tag && IsOpaque(tag.Text) && neverCloses != tag.Text)
            {
                var close = html.IndexOf("</" + tag.Text, end, StringComparison.OrdinalIgnoreCase);
                if (close < 0)
                    neverCloses = tag.Text;
                else
                    i = close;
            }

            text = i;
        }

        AddText(html, text, html.Length, tokens);
        return tokens;
    }

    private static int ReadMarkup(string html, int open, List<HtmlToken> tokens, int text)
    {
        var c = html[open + 1];
        if (c == '!' && html.AsSpan(open).StartsWith("<!--"))
        {
            var close = html.IndexOf("-->", open + 4, StringComparison.Ordinal);
            var end = close < 0 ? html.Length : close + 3;
            AddText(html, text, open, tokens);
            tokens.Add(new HtmlToken(HtmlTokenKind.Comment, open, html[(open + 4)..(close < 0 ? end : close)], []));
            return end;
        }

        if (c is '!' or '?')
        {
            var close = html.IndexOf('>', open);
            var end = close < 0 ? html.Length : close + 1;
            AddText(html, text, open, tokens);
            tokens.Add(new HtmlToken(HtmlTokenKind.Other, open, html[open..end], []));
            return end;
        }

        if (char.IsAsciiLetter(c))
            return ReadTag(html, open, open + 1, HtmlTokenKind.Open, tokens, text);
        return c == '/' && open + 2 < html.Length && char.IsAsciiLetter(html[open + 2])
            ? ReadTag(html, open, open + 2, HtmlTokenKind.Close, tokens, text)
            : -1;
    }

    private static int ReadTag(string html, int open, int start, HtmlTokenKind kind, List<HtmlToken> tokens, int text)
    {
        var i = start;
        while (i < html.Length && !char.IsWhiteSpace(html[i]) && html[i] is not ('/' or '>' or '<'))
            i++;
        var name = html[start..i].ToLowerInvariant();
        var attributes = new List<KeyValuePair<string, string?>>();
        while (i < html.Length && html[i] != '>')
        {
            if (html[i] == '<')
                return -1;
            if (char.IsWhiteSpace(html[i]) || html[i] == '/')
            {
                i++;
                continue;
            }

            i = ReadAttribute(html, i, attributes);
        }

        if (i >= html.Length)
            return -1;
        AddText(html, text, open, tokens);
        tokens.Add(new HtmlToken(kind, open, name, attributes));
        return i + 1;
    }

    private static int ReadAttribute(string html, int i, List<KeyValuePair<string, string?>> attributes)
    {
        var start = i;
        i++;
        while (i < html.Length && !char.IsWhiteSpace(html[i]) && html[i] is not ('=' or '/' or '>' or '<'))
            i++;
        var name = html[start..i].ToLowerInvariant();
        var equals = i;
        while (equals < html.Length && char.IsWhiteSpace(html[equals]))
            equals++;
        if (equals >= html.Length || html[equals] != '=')
        {
            attributes.Add(new(name, null));
            return i;
        }

        i = equals + 1;
        while (i < html.Length && char.IsWhiteSpace(html[i]))
            i++;
        string value;
        if (i < html.Length && html[i] is '"' or '\'')
        {
            var close = html.IndexOf(html[i], i + 1);
            if (close < 0)
                return html.Length;
            value = html[(i + 1)..close];
            i = close + 1;
        }
        else
        {
            var from = i;
            while (i < html.Length && !char.IsWhiteSpace(html[i]) && html[i] != '>')
                i++;
            value = html[from..i];
        }

        attributes.Add(new(name, System.Net.WebUtility.HtmlDecode(value)));
        return i;
    }

    private static void AddText(string html, int start, int end, List<HtmlToken> tokens)
    {
        if (end > start)
            tokens.Add(new HtmlToken(HtmlTokenKind.Text, start, html[start..end], []));
    }
}
