using AlitaNews.Newsroom.Diagnostics;

namespace AlitaNews.Newsroom.Markdown.Guards;

/// <summary>
/// Looks at a text before the parser does. A parser can be brought down by nesting, and an exhausted stack cannot be caught; so what is too
/// deep or too long is refused here, with its line.
/// </summary>
internal static class BodyGuard
{
    /// <summary>How deep quotations and lists may nest.</summary>
    public const int DeepestNesting = 100;

    private const int LongestLine = 64 * 1024;
    private const int MostReports = 50;

    // Markdig looks through all earlier ones for each definition, wherever it stands (in lists, in quotations, behind spaces, over lines), and
    // through all earlier blocks for each underlined heading.
    private const int MostDefinitions = 20_000;
    private const int MostUnderlines = 20_000;

    // Of a paragraph it takes one definition after another from the front, and moves all lines behind it.
    private const long MostMovedLines = 100_000_000;

    /// <summary>Refuses a text that is over a limit, and takes hidden characters out of others.</summary>
    /// <returns>Whether the text may be parsed.</returns>
    public static bool Admit(BodyContext context)
    {
        var text = context.Text.Text;
        if (HiddenCharacters.List(text) is { Count: > 0 } hidden)
        {
            var reported = 0;
            foreach (var edit in hidden)
            {
                if (reported++ < MostReports && HiddenCharacters.IsWorthReporting(text, edit))
                    context.Report(
                        DiagnosticCatalogue.HiddenCharacters,
                        edit.Start,
                        $"hidden character U+{(int)text[edit.Start]:X4} removed",
                        "type the text again; it may come from a program that marks or reorders it");
            }

            context.Text = context.Text.With(hidden);
            text = context.Text.Text;
        }

        var line = 0;
        var open = new OpenBlocks();
        var definitions = 0;
        var underlines = 0;
        var (lines, inParagraph) = (0L, 0L);
        while (line < text.Length)
        {
            var end = text.IndexOf('\n', line);
            if (end < 0)
                end = text.Length;
            open.Add(text.AsSpan(line, end - line));
            if (open.Count > DeepestNesting)
                return Refuse(context, line, $"more than {DeepestNesting} blocks and lists stand open here", "close each ::: block with :::");
            var isDefinition = text.AsSpan(line, end - line).Contains("]:", StringComparison.Ordinal);
            if (isDefinition && ++definitions > MostDefinitions)
                return Refuse(context, line, $"more than {MostDefinitions} definitions of links and notes");
            (lines, inParagraph) = text.AsSpan(line, end - line).IsWhiteSpace() ? (0, 0) : (lines + 1, inParagraph + (isDefinition ? 1 : 0));
            if (lines * inParagraph > MostMovedLines)
                return Refuse(context, line, $"{inParagraph} definitions of links and notes stand in these {lines} lines", "leave an empty line between them");
            if (line < end && text[line] is '=' or '-' && IsUnderline(text.AsSpan(line, end - line)) && ++underlines > MostUnderlines)
                return Refuse(context, line, $"more than {MostUnderlines} underlined headings");
            if (end - line > LongestLine)
                return Refuse(context, line, $"this line has {end - line} characters; {LongestLine} are allowed");
            if (Depth(text.AsSpan(line, end - line)) > DeepestNesting)
                return Refuse(context, line, $"this line is nested more than {DeepestNesting} deep");
            line = end + 1;
        }

        return true;
    }

    /// <summary>The offset of the line that is nested most deeply: the best guess at what a parser stumbled over.</summary>
    public static int DeepestLine(string text)
    {
        var (best, depth) = (0, -1);
        for (var line = 0; line < text.Length;)
        {
            var end = text.IndexOf('\n', line);
            if (end < 0)
                end = text.Length;
            var span = text.AsSpan(line, end - line);
            var here = Depth(span) + span.Count('|') + ((span.Length - span.TrimStart().Length) / 2);
            if (here > depth)
                (best, depth) = (line, here);
            line = end + 1;
        }

        return best;
    }

    private static bool Refuse(BodyContext context, int offset, string message, string? hint = null)
    {
        context.Report(DiagnosticCatalogue.LimitExceeded, offset, message, hint);
        return false;
    }

    private static bool IsUnderline(ReadOnlySpan<char> line) => line.TrimEnd().TrimStart(line[0]).IsEmpty;

    /// <summary>How many quotations and lists a line opens.</summary>
    private static int Depth(ReadOnlySpan<char> line)
    {
        var depth = 0;
        var i = 0;
        while (i < line.Length)
        {
            var c = line[i];
            if (c == '>')
            {
                depth++;
            }
            else if (c is '-' or '+' or '*' && i + 1 < line.Length && line[i + 1] is ' ' or '\t')
            {
                depth++;
            }
            else if (char.IsAsciiDigit(c))
            {
                var end = i;
                while (end < line.Length && char.IsAsciiDigit(line[end]))
                    end++;
                if (end + 1 >= line.Length || line[end] is not ('.' or ')') || line[end + 1] is not (' ' or '\t'))
                    break;
                depth++;
                i = end;
            }
            else if (c is not (' ' or '\t'))
            {
                break;
            }

            i++;
        }

        return depth;
    }
}
