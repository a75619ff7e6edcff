namespace AlitaNews.Newsroom.Markdown.Shortcodes;

/// <summary>Finds where the tag is that closes another. Not safe for use by several threads.</summary>
internal sealed class ClosingTags(string text)
{
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);
    private Dictionary<int, int>? _ends; // of Zola's pairs, by where they begin

    /// <summary>The closing tag of a name behind an offset, or null.</summary>
    /// <param name="opener">The two signs with which it begins.</param>
    /// <param name="name">What it is called, without its slash.</param>
    /// <param name="from">Where to look from.</param>
    public (int Start, int End)? Find(string opener, string name, int from)
    {
        // What was looked for in vain once will not be found further on either.
        if (_missing.Contains(name))
            return null;
        for (var at = text.IndexOf(opener, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(opener, at + 2, StringComparison.Ordinal))
        {
            if (at + 2 >= text.Length || TemplateTag.Find(text, at) is not var (inside, end))
                continue;
            var word = inside.Trim('<', '>', '%', '-', ' ', '\n');
            if (opener == "{%" ? word == name : word is ['/', ..] && word[1..].Trim() == name)
                return (at, end);
        }

        _missing.Add(name);
        return null;
    }

    /// <summary>The tag that closes the one between two offsets, in the manner of any generator; or null.</summary>
    public (int Start, int End)? FindPair(int start, int end, string name)
    {
        if (text.AsSpan(start, 2) is not "{%")
            return Find("{{", name, end);

        // Markdoc closes with a slash. Zola calls its pairs like functions, and all of them end alike.
        return Find("{%", "end" + name, end)
            ?? Find("{%", "/" + name, end)
            ?? ((_ends ??= ListZola()).TryGetValue(start, out var at) && TemplateTag.Find(text, at) is var (_, close) ? (at, close) : null);
    }

    private Dictionary<int, int> ListZola()
    {
        var ends = new Dictionary<int, int>();
        var open = new Stack<int>();
        for (var at = text.IndexOf("{%", StringComparison.Ordinal); at >= 0; at = text.IndexOf("{%", at + 2, StringComparison.Ordinal))
        {
            if (at + 2 >= text.Length || TemplateTag.Find(text, at) is not var (inside, _))
                continue;
            var words = inside.AsSpan().Trim().Trim('-').Trim();
            if (words is "end")
            {
                if (open.TryPop(out var start))
                    ends[start] = at;
            }
            else if (words is [.., ')'] && words.IndexOf('(') is > 0 and var bracket && !words[..bracket].ContainsAny(' ', '/', '*'))
            {
                open.Push(at);
            }
        }

        return ends;
    }
}
