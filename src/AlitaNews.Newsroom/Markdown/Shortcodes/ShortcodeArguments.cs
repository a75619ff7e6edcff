using AlitaNews.Newsroom.Markdown.Attributes;

namespace AlitaNews.Newsroom.Markdown.Shortcodes;

/// <summary>Reads the arguments of a shortcode: <c>a "b c" key=value key="two words"</c>.</summary>
internal static class ShortcodeArguments
{
    /// <summary>The name of an included file without folders and endings, lower case.</summary>
    public static string StemOf(string path)
    {
        var file = path[(path.LastIndexOf('/') + 1)..];
        var dot = file.IndexOf('.', StringComparison.Ordinal);
        return (dot < 0 ? file : file[..dot]).ToLowerInvariant();
    }

    /// <summary>The arguments; those without a name have a key and no value.</summary>
    public static IReadOnlyList<WrittenAttribute> Read(string text)
    {
        var items = new List<WrittenAttribute>();
        var i = 0;
        while (i < text.Length)
        {
            if (char.IsWhiteSpace(text[i]) || text[i] == ',')
            {
                i++;
                continue;
            }

            var start = i;
            var first = Word(text, ref i, stopAtEquals: true);
            if (i < text.Length && text[i] == '=' && first.Length > 0)
            {
                i++;
                items.Add(new WrittenAttribute(first, Word(text, ref i, stopAtEquals: false), start));
            }
            else
            {
                items.Add(new WrittenAttribute(first, null, start));
            }

            if (i == start)
                i++;
        }

        return items;
    }

    private static string Word(string text, ref int i, bool stopAtEquals)
    {
        if (i < text.Length && text[i] is '"' or '\'' or '`')
        {
            var close = text.IndexOf(text[i], i + 1);
            if (close > 0)
            {
                var quoted = text[(i + 1)..close];
                i = close + 1;
                return quoted;
            }
        }

        var start = i;
        while (i < text.Length && !char.IsWhiteSpace(text[i]) && !(stopAtEquals && text[i] == '='))
            i++;
        return text[start..i].TrimEnd(',');
    }
}
