namespace AlitaNews.Newsroom.Markdown.Attributes;

/// <summary>One attribute as written.</summary>
/// <param name="Key">The key; <c>#</c> for an id, <c>.</c> for a class.</param>
/// <param name="Value">The value without quotes, or null for a flag.</param>
/// <param name="Offset">Where it begins, counted from the start of the list.</param>
internal readonly record struct WrittenAttribute(string Key, string? Value, int Offset);

/// <summary>Reads <c>key=value key="two words" flag #id .class</c>.</summary>
internal static class AttributeList
{
    /// <summary>The attributes of a list, or null if the text is none.</summary>
    public static IReadOnlyList<WrittenAttribute>? Read(ReadOnlySpan<char> text)
    {
        var list = new List<WrittenAttribute>();
        var i = 0;
        while (true)
        {
            while (i < text.Length && (char.IsWhiteSpace(text[i]) || text[i] == ','))
                i++;
            if (i == text.Length)
                return list;
            var start = i;
            if (text[i] is '#' or '.')
            {
                i++;
                var nameStart = i;
                while (i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] is not ('#' or '.' or '{' or '}' or '='))
                    i++;
                if (i == nameStart)
                    return null;
                list.Add(new WrittenAttribute(text[start].ToString(), text[nameStart..i].ToString(), start));
                continue;
            }

            while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '-' or '_' or ':'))
                i++;
            if (i == start)
                return null;
            var key = text[start..i].ToString();
            if (i == text.Length || text[i] != '=')
            {
                if (i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] != ',')
                    return null;
                list.Add(new WrittenAttribute(key, null, start));
                continue;
            }

            i++;
            if (ReadValue(text, ref i) is not { } value)
                return null;
            list.Add(new WrittenAttribute(key, value, start));
        }
    }

    private static string? ReadValue(ReadOnlySpan<char> text, ref int i)
    {
        if (i < text.Length && Closing(text[i]) is var quote and not '\0')
        {
            var length = text[(i + 1)..].IndexOf(quote);
            if (length < 0)
                return null;
            var value = text.Slice(i + 1, length).ToString();
            i += length + 2;
            return value;
        }

        var start = i;
        while (i < text.Length && !char.IsWhiteSpace(text[i]))
            i++;
        return text[start..i].ToString();
    }

    private static char Closing(char open) => open switch
    {
        '"' or '\'' => open,
        '\u201C' => '\u201D',
        _ => '\0',
    };
}
