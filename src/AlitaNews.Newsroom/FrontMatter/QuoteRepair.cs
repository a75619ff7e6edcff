using System.Text;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.FrontMatter;

/// <summary>
/// Mends the one mistake real posts make most: a quoted value that runs on at the margin. The lines it runs on are indented,
/// which YAML folds away again. Used only on text that could not be read, because it alters some that could.
/// </summary>
internal sealed record QuoteRepair(string Text, OffsetMap Offsets, List<FrontMatterFinding> Findings)
{
    /// <summary>The text with every such value indented; null where there is none.</summary>
    /// <param name="yaml">The text that could not be read.</param>
    /// <param name="start">Where it begins in the file.</param>
    public static QuoteRepair? Find(string yaml, int start)
    {
        var text = new StringBuilder(yaml.Length + 64);
        var offsets = new OffsetMap(start);
        var findings = new List<FrontMatterFinding>();
        for (var line = 0; line < yaml.Length;)
        {
            var lineEnd = EndOfLine(yaml, line);
            var quote = FindOpeningQuote(yaml, line, lineEnd, out var indent);
            var close = quote < 0 ? -1 : FindClosingQuote(yaml, quote);
            if (close < lineEnd)
            {
                text.Append(yaml, line, lineEnd - line);
                line = lineEnd;
                continue;
            }

            var mended = false;
            text.Append(yaml, line, lineEnd - line);
            for (line = lineEnd; line <= close; line = lineEnd)
            {
                lineEnd = EndOfLine(yaml, line);
                if (Indent(yaml, line) <= indent && yaml[line] != '\n')
                {
                    text.Append(' ', indent + 2);
                    offsets.Insert(text.Length - 1, indent + 2);
                    mended = true;
                }

                text.Append(yaml, line, lineEnd - line);
            }

            if (mended)
            {
                findings.Add(new(
                    DiagnosticCatalogue.RepairedFrontMatter,
                    TextSpan.At(start + quote),
                    "the quoted value runs on at the margin; it was read as if its lines were indented",
                    "indent the lines the value runs on"));
            }
        }

        return findings.Count == 0 ? null : new QuoteRepair(text.ToString(), offsets, findings);
    }

    private static int EndOfLine(string yaml, int line)
    {
        var end = yaml.IndexOf('\n', line);
        return end < 0 ? yaml.Length : end + 1;
    }

    private static int Indent(string yaml, int line)
    {
        var at = line;
        while (at < yaml.Length && yaml[at] == ' ')
            at++;
        return at - line;
    }

    // A line "  - key: 'text": the quote is the first character of a value.
    private static int FindOpeningQuote(string yaml, int line, int lineEnd, out int indent)
    {
        var at = line + Indent(yaml, line);
        while (at + 1 < lineEnd && yaml[at] == '-' && yaml[at + 1] == ' ')
            at += 1 + Indent(yaml, at + 1);
        indent = at - line;
        if (at < lineEnd && yaml[at] is ('"' or '\''))
        {
            indent = Math.Max(0, indent - 2);
            return at;
        }

        for (; at + 1 < lineEnd; at++)
        {
            if (yaml[at] == '#')
                return -1;
            if (yaml[at] != ':' || yaml[at + 1] is not (' ' or '\t'))
                continue;
            at++;
            while (at < lineEnd && yaml[at] is (' ' or '\t'))
                at++;
            return at < lineEnd && yaml[at] is ('"' or '\'') ? at : -1;
        }

        return -1;
    }

    private static int FindClosingQuote(string yaml, int open)
    {
        var quote = yaml[open];
        for (var i = open + 1; i < yaml.Length; i++)
        {
            if (yaml[i] == '\\' && quote == '"')
                i++;
            else if (yaml[i] == quote && quote == '\'' && i + 1 < yaml.Length && yaml[i + 1] == '\'')
                i++;
            else if (yaml[i] == quote)
                return i;
        }

        return -1;
    }
}
