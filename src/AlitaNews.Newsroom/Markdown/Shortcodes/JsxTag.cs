using AlitaNews.Newsroom.Markdown.Attributes;

namespace AlitaNews.Newsroom.Markdown.Shortcodes;

/// <summary>A tag as MDX has them: it may run over several lines, and the value of an attribute may be code in braces.</summary>
/// <param name="Name">Its name as written; empty for a fragment, <c>&lt;&gt;</c>.</param>
/// <param name="Form">Whether it opens, closes, or does both.</param>
/// <param name="Items">Its attributes; of code the one text in quotes, or the code in braces.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">The offset behind it.</param>
internal sealed record JsxTag(string Name, JsxForm Form, IReadOnlyList<WrittenAttribute> Items, int Start, int End)
{
    private const int Longest = 4000;

    /// <summary>Whether it is a component, which a programme drew: the names of HTML are lower case, or upper case all through.</summary>
    public bool IsComponent => Name.Length > 0 && char.IsAsciiLetterUpper(Name[0]) && Name.Any(char.IsAsciiLetterLower);

    /// <summary>The value of the first of some attributes that has one that is no code, or null.</summary>
    public string? Find(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            foreach (var item in Items)
            {
                if (item.Value is [not '{', ..] and var value && string.Equals(item.Key, key, StringComparison.OrdinalIgnoreCase))
                    return value;
            }
        }

        return null;
    }

    /// <summary>Reads the tag that begins with the <c>&lt;</c> at an offset; null where none does.</summary>
    public static JsxTag? Read(string text, int start)
    {
        var limit = Math.Min(text.Length, start + Longest);
        var i = start + 1;
        var closes = i < limit && text[i] == '/';
        if (closes)
            i++;
        var nameStart = i;
        while (i < limit && (char.IsAsciiLetterOrDigit(text[i]) || (text[i] is '.' or '-' && i > nameStart)))
            i++;
        var name = text[nameStart..i];
        if (name.Length > 0 && !char.IsAsciiLetter(name[0]))
            return null;
        var items = new List<WrittenAttribute>();
        while (i < limit)
        {
            var blank = i;
            while (i < limit && char.IsWhiteSpace(text[i]))
                i++;
            if (i < limit && text[i] == '>')
                return new JsxTag(name, closes ? JsxForm.Close : JsxForm.Open, items, start, i + 1);
            if (i + 1 < limit && text[i] == '/' && text[i + 1] == '>')
                return new JsxTag(name, JsxForm.Empty, items, start, i + 2);
            if (i >= limit || blank == i || closes || name.Length == 0 || ReadAttribute(text, ref i, limit) is not { } item)
                return null;
            items.Add(item);
        }

        return null;
    }

    private static WrittenAttribute? ReadAttribute(string text, ref int i, int limit)
    {
        var start = i;
        if (text[i] == '{') // {...props}
            return EndOfCode(text, i, limit) is { } behind ? new WrittenAttribute("", null, i = behind) : null;
        while (i < limit && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '-' or '_' or ':' or '@'))
            i++;
        if (i == start)
            return null;
        var key = text[start..i];
        if (i >= limit || text[i] != '=')
            return new WrittenAttribute(key, null, start);
        i++;
        if (i >= limit)
            return null;
        if (text[i] is '"' or '\'')
        {
            var close = text.IndexOf(text[i], i + 1, limit - i - 1);
            if (close < 0)
                return null;
            var value = text[(i + 1)..close];
            i = close + 1;
            return new WrittenAttribute(key, value, start);
        }

        if (text[i] != '{' || EndOfCode(text, i, limit) is not { } end)
            return null;
        var code = text[(i + 1)..(end - 1)];
        i = end;
        return new WrittenAttribute(key, key is "values" ? code : JsxAttribute.Quoted(code) ?? $"{{{code.Trim()}}}", start);
    }

    /// <summary>The offset behind code that begins with a bracket, its strings skipped; null where it does not end before a limit.</summary>
    public static int? EndOfCode(string text, int start, int limit)
    {
        var depth = 0;
        for (var i = start; i < limit; i++)
        {
            switch (text[i])
            {
                case '{' or '(' or '[':
                    depth++;
                    break;
                case '}' or ')' or ']' when --depth <= 0:
                    return i + 1;
                case '"' or '`':
                    i = text.IndexOf(text[i], i + 1, limit - i - 1);
                    if (i < 0)
                        return null;
                    break;
            }
        }

        return null;
    }
}

/// <summary>What a tag does.</summary>
internal enum JsxForm
{
    /// <summary>It opens an element.</summary>
    Open,

    /// <summary>It closes one.</summary>
    Close,

    /// <summary>It is one without content.</summary>
    Empty,
}
