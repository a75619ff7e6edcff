using System.Text.RegularExpressions;
using AlitaNews.Newsroom.Diagnostics;
using Markdig.Syntax;

namespace AlitaNews.Newsroom.Markdown.Shortcodes;

/// <summary>The programme lines of MDX, <c>import X from '@theme/X'</c> and <c>export const x = …</c>: readers of that page never saw them.</summary>
internal static partial class MdxLines
{
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

    // A sentence about code may name a package. At the head of a text, or beside a path that only a site's own components have, it is code.
    private static bool IsImports(ReadOnlySpan<char> code, bool isFirst) => Imports.IsMatch(code) && (isFirst || OwnPath.IsMatch(code));

    [GeneratedRegex("""^(?:import\s[^'"]*['"][^'"\n]+['"];?\s*(?://[^\n]*)?\s*)+$""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Imports { get; }

    [GeneratedRegex("""['"](?:\.|/|@|~|astro)[^'"\n]*['"]""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex OwnPath { get; }

    [GeneratedRegex("""^export (?:const \w+ *=|default function\b|function \w+ *\()""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Definition { get; }
}
