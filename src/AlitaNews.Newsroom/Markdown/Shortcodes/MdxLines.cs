using System.Text.RegularExpressions;
using AlitaNews.Newsroom.Diagnostics;
using Markdig.Syntax;

namespace AlitaNews.Newsroom.Markdown.Shortcodes;

/// <summary>The programme lines of MDX, <c>import X from '@theme/X'</c> and <c>export const x = …</c>: readers of that page never saw them.</summary>
internal static partial class MdxLines
{
    private const int MostExports = 100;
    private const int LongestExport = 20_000;

    /// <summary>Takes a paragraph that holds nothing else; it is not written then.</summary>
    public static bool TrySwallow(BodyWriter writer, ParagraphBlock paragraph)
    {
        var text = writer.Context.Text.Text;
        var start = Math.Clamp(paragraph.Span.Start, 0, text.Length);
        var end = Math.Clamp(paragraph.Span.End + 1, start, text.Length);
        var code = text.AsSpan(start, end - start);
        if (paragraph.Parent is not MarkdownDocument || !(code.StartsWith("import ") || code.StartsWith("export ")))
            return false;
        if (!Definition.IsMatch(code) && !IsImports(code, isFirst: paragraph.Parent.IndexOf(paragraph) == 0))
            return false;

        writer.Context.Report(DiagnosticCatalogue.TemplateLeftover, paragraph, "lines of MDX code removed");
        return true;
    }

    /// <summary>
    /// Takes out what a text exports, <c>export const Box = ({children}) => …</c>, up to the bracket that ends it: the tags within would be read as tags
    /// of the text. Comes before everything else.
    /// </summary>
    /// <param name="context">The text, and who takes the findings.</param>
    /// <param name="listCode">Finds where code is, if that is worth asking.</param>
    public static void TakeExports(BodyContext context, Func<List<SourceSpan>> listCode)
    {
        var text = context.Text.Text;
        if (context.InlineOnly || !ExportLine.IsMatch(text))
            return;
        var code = new CodePlaces(text, listCode());
        var edits = new List<TextEdit>();
        foreach (Match match in ExportLine.Matches(text))
        {
            if (edits.Count == MostExports)
                break;
            if ((edits.Count > 0 && match.Index < edits[^1].End) || code.Contains(match.Index) || EndOfStatement(text, match.Index) is not { } end)
                continue;
            context.Report(DiagnosticCatalogue.TemplateLeftover, match.Index, "lines of MDX code removed");
            edits.Add(new TextEdit(match.Index, end, ""));
        }

        context.Text = context.Text.With(edits);
    }

    // The end of a line at which no bracket is open, and which does not go on behind a sign.
    private static int? EndOfStatement(string text, int start)
    {
        var limit = Math.Min(text.Length, start + LongestExport);
        for (var i = start; i < limit; i++)
        {
            if (text[i] is '{' or '(' or '[')
            {
                if (JsxTag.EndOfCode(text, i, limit) is not { } end)
                    return null;
                i = end - 1;
            }
            else if (text[i] == '\n' && text.AsSpan(start, i - start).TrimEnd() is not [.., '=' or '>' or ',' or '?' or ':' or '|' or '&'])
            {
                return i;
            }
        }

        return limit == text.Length ? limit : null;
    }

    // A sentence about code may name a package. At the head of a text, or beside a path that only a site's own components have, it is code.
    private static bool IsImports(ReadOnlySpan<char> code, bool isFirst) => Imports.IsMatch(code) && (isFirst || OwnPath.IsMatch(code));

    [GeneratedRegex(@"^export (?:(?:const|let|var) [\w{]|default\b|(?:async )?function\b)", RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex ExportLine { get; }

    [GeneratedRegex("""^(?:import\s[^'"]*['"][^'"\n]+['"];?\s*(?://[^\n]*)?\s*)+$""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Imports { get; }

    [GeneratedRegex("""['"](?:\.|/|@|~|astro)[^'"\n]*['"]""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex OwnPath { get; }

    [GeneratedRegex("""^export (?:const \w+ *=|default function\b|function \w+ *\()""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Definition { get; }
}
