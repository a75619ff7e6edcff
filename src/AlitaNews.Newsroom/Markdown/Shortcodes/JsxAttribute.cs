using System.Buffers;

namespace AlitaNews.Newsroom.Markdown.Shortcodes;

/// <summary>
/// An attribute of MDX whose value is code, <c>style={{width: '75%'}}</c> or <c>src={require('./plant.jpg')}</c>: with it a tag is no HTML,
/// and Markdown would print it. Its one quoted text is taken for its value, if it has one that a picture or a link can use.
/// </summary>
internal static class JsxAttribute
{
    private const int Longest = 1000;
    private static readonly SearchValues<char> NoAddress = SearchValues.Create("\"<>{}\n");
    private static readonly string[] Addresses = ["src", "href", "img", "to"];

    /// <summary>The attribute that has its code at an offset, or null: where it begins and ends, and what stands there instead.</summary>
    public static TextEdit? Find(string text, int brace)
    {
        if (brace == 0 || text[brace - 1] != '=' || !IsInTag(text, brace) || FindEnd(text, brace) is not (> 0 and var end))
            return null;
        var start = brace - 1;
        while (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '-' or ':' or '_'))
            start--;
        var name = text[start..(brace - 1)];

        // A line that held nothing else may not stay behind empty: it would end the tag.
        while (start > 0 && char.IsWhiteSpace(text[start - 1]))
            start--;
        var value = Addresses.Contains(name, StringComparer.Ordinal) ? Quoted(text.AsSpan(brace, end - brace)) : null;
        return new TextEdit(start, end, value is null ? " " : $" {(name == "img" ? "src" : name)}=\"{value}\"");
    }

    // Behind a "<" and a name, with no ">" between: what stands in braces or quotes before was taken or holds none.
    private static bool IsInTag(string text, int brace)
    {
        var from = Math.Max(0, brace - Longest);
        var open = text.AsSpan(from, brace - from).LastIndexOf('<') + from;
        if (open < from || !char.IsAsciiLetter(text[open + 1]))
            return false;
        var depth = 0;
        for (var i = open; i < brace; i++)
        {
            depth += text[i] is '{' ? 1 : text[i] is '}' ? -1 : 0;
            if (depth == 0 && (text[i] == '>' || (text[i] == '\n' && i + 1 < text.Length && text[i + 1] == '\n')))
                return false;
        }

        return depth == 0;
    }

    private static int FindEnd(string text, int brace)
    {
        var depth = 0;
        for (var i = brace; i < Math.Min(text.Length, brace + Longest); i++)
        {
            if (text[i] == '{')
                depth++;
            else if (text[i] == '}' && --depth == 0)
                return i + 1;
        }

        return -1;
    }

    /// <summary>The first text in quotes that an address or a title can be; null where there is none.</summary>
    public static string? Quoted(ReadOnlySpan<char> code)
    {
        var open = code.IndexOfAny('\'', '"', '`');
        if (open < 0 || code[(open + 1)..].IndexOf(code[open]) is not (> 0 and var length))
            return null;
        var value = code.Slice(open + 1, length);
        return value.ContainsAny(NoAddress) ? null : value.ToString();
    }
}
