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
        while (line < text.Length)
        {
            var end = text.IndexOf('\n', line);
            if (end < 0)
                end = text.Length;
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
            var here = Depth(text.AsSpan(line, end - line)) + text.AsSpan(line, end - line).Count('|');
            if (here > depth)
                (best, depth) = (line, here);
            line = end + 1;
        }

        return best;
    }

    private static bool Refuse(BodyContext context, int offset, string message)
    {
        context.Report(DiagnosticCatalogue.LimitExceeded, offset, message);
        return false;
    }

    /// <summary>How many quotations and lists a line opens, or stands in by its indent.</summary>
    private static int Depth(ReadOnlySpan<char> line)
    {
        var depth = 0;
        var blanks = 0;
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
            else if (c is ' ' or '\t')
            {
                blanks += c == '\t' ? 4 : 1;
            }
            else
            {
                break;
            }

            i++;
        }

        return depth + (i < line.Length ? Math.Max(0, blanks - depth) / 200 : 0);
    }
}
