namespace AlitaNews.Newsroom.Markdown.Shortcodes;

/// <summary>
/// Takes away how far in the text between two tags of MDX stands: there it means nothing, and tools that tidy MDX put it in with every tag. To
/// Markdown, four blanks are code.
/// </summary>
internal static class JsxIndents
{
    /// <summary>The blanks to be taken from the beginnings of lines.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pairs">Where pairs of tags begin and end that stand alone on their lines, in the order in which they begin.</param>
    public static List<TextEdit> List(string text, IReadOnlyList<(JsxTag Open, JsxTag Close)> pairs)
    {
        var lines = ListLines(text, pairs);
        var least = new Dictionary<int, int>(); // by pair: how far in the least of its own lines stands
        foreach (var line in lines.Where(static line => !line.IsBlank))
            least[line.Pair] = Math.Min(least.GetValueOrDefault(line.Pair, int.MaxValue), line.Indent);
        var edits = new List<TextEdit>();
        foreach (var line in lines)
        {
            var extra = least.GetValueOrDefault(line.Pair) - line.Base;
            if (!line.IsBlank && extra > 0)
                edits.Add(new TextEdit(line.Start, line.Start + extra, ""));
        }

        return edits;
    }

    // Every line between the tags of a pair, with its innermost pair, and how far in the outermost stands.
    private static List<Line> ListLines(string text, IReadOnlyList<(JsxTag Open, JsxTag Close)> pairs)
    {
        var lines = new List<Line>();
        var open = new Stack<(int Pair, int End)>();
        var (next, outermost) = (0, 0);
        for (var start = 0; start < text.Length && (next < pairs.Count || open.Count > 0);)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var at ? at : text.Length;
            var line = text.AsSpan(start, end - start);
            var indent = line.Length - line.TrimStart(' ').Length;
            while (open.TryPeek(out var last) && last.End <= end)
                open.Pop();
            if (open.TryPeek(out var within))
                lines.Add(new Line(start, indent, within.Pair, outermost, line.IsWhiteSpace()));
            for (; next < pairs.Count && pairs[next].Open.Start < end; next++)
            {
                if (open.Count == 0)
                    outermost = indent;
                open.Push((next, pairs[next].Close.End));
            }

            start = end + 1;
        }

        return lines;
    }

    private readonly record struct Line(int Start, int Indent, int Pair, int Base, bool IsBlank);
}
