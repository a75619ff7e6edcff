namespace AlitaNews.Newsroom.Markdown.Shortcodes;

/// <summary>
/// Finds where a tag of template code begins and ends. What never ends is no tag, and its words stay: an opening sign in a sentence may
/// not swallow the sentences up to the next closing one.
/// </summary>
internal static class TemplateTag
{
    private const int Longest = 4000;
    private const string KramdownComment = "::comment}";
    private const string KramdownEnd = ":/nomarkdown}";

    /// <summary>Whether a brace begins template code of some kind.</summary>
    public static bool Opens(string text, int at)
    {
        if (at + 2 >= text.Length)
            return false;
        return text[at + 1] switch
        {
            '{' or '%' => true,
            // {#id} is the id of a heading; comments of Nunjucks and Jinja have a blank.
            '#' => text[at + 2] is '-' || char.IsWhiteSpace(text[at + 2]),
            '/' => text[at + 2] == '*', // a comment of MDX
            ':' => text.AsSpan(at + 1).StartsWith(KramdownComment) || text.AsSpan(at + 1).StartsWith(KramdownEnd),
            _ => false,
        };
    }

    /// <summary>What stands in the tag that begins at an offset, and where the tag ends; null where it never ends.</summary>
    public static (string Inside, int End)? Find(string text, int start)
    {
        var kind = text[start + 1];
        if (text.AsSpan(start + 1).StartsWith(KramdownEnd))
            return ("", start + 1 + KramdownEnd.Length);
        var form = text[start + 2];
        var isHugo = kind == '{' && form is '<' or '%';
        var close = kind switch
        {
            '{' when isHugo => form == '<' ? ">}}" : "%}}",
            '{' => "}}",
            '%' => "%}",
            '/' => "*/}",
            ':' => "{:/",
            _ => "#}",
        };
        var limit = Math.Min(text.Length - start - 2, Longest);
        var at = text.AsSpan(start + 2, limit).IndexOf(close);
        if (at < 0)
            return null;
        var inside = text.Substring(start + 2, isHugo ? at + 1 : at);
        var end = start + 2 + at + close.Length;
        if (kind == ':')
            return text.IndexOf('}', end) is >= 0 and var brace ? (inside, brace + 1) : null;
        return kind is '{' or '%' && RunsOn(inside, kind, isHugo) ? null : (inside, end);
    }

    // A second opening sign outside of quotes, or the end of a paragraph, before the closing one.
    private static bool RunsOn(string inside, char kind, bool isHugo)
    {
        var quote = '\0';
        for (var i = 0; i < inside.Length; i++)
        {
            var c = inside[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '`')
                quote = c;
            else if (c == '{' && i > 0 && i + 1 < inside.Length && inside[i + 1] == kind)
                return true;
            else if (c == '\n' && !isHugo && inside.AsSpan(i + 1).TrimStart(" \t").StartsWith("\n"))
                return true;
        }

        return false;
    }
}
