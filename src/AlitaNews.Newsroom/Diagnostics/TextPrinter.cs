using System.Globalization;

namespace AlitaNews.Newsroom.Diagnostics;

/// <summary>
/// Prints findings for people: one line each, sorted, <c>path:14:9: error AN0302: …</c>; on a terminal also the line of the file and a
/// caret (<c>content.md</c>, section 13, "Output").
/// </summary>
public static class TextPrinter
{
    // So much of a long line is shown around its finding, where the terminal has room for it.
    private const int Widest = 120;
    private const int Narrowest = 20;
    private const string Indent = "  ";

    /// <summary>Prints the findings.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="diagnostics">The findings, in any order.</param>
    /// <param name="sourceLine">On a terminal: the text of a line of a file, or null if it cannot be had. Null: no source lines.</param>
    /// <param name="columns">How many columns the terminal has; a source line that it would break has its caret at the wrong place.</param>
    public static void Print(TextWriter output, IEnumerable<Diagnostic> diagnostics, Func<string, int, string?>? sourceLine = null, int columns = int.MaxValue)
    {
        foreach (var item in diagnostics.Order(Diagnostic.PrintOrder))
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{PrintableText.OneLine(item.Path)}:{item.Line}:{item.Column}: {Word(item.Severity)} {item.Code}: {PrintableText.OneLine(item.Message)}"));
            if (sourceLine is null)
                continue;
            if (sourceLine(item.Path, item.Line) is { Length: > 0 } line)
            {
                var quote = SourceQuote.Of(line, item.Column, Math.Clamp(columns - Indent.Length - 1, Narrowest, Widest));
                output.WriteLine(Indent + quote.Line);
                output.WriteLine(Indent + quote.Caret);
            }

            if (item.Hint is not null)
                output.WriteLine(Indent + PrintableText.OneLine(item.Hint));
        }
    }

    /// <summary>The last line: <c>3 errors, 1 warning in 120 files</c>.</summary>
    public static string Summarise(IReadOnlyCollection<Diagnostic> diagnostics, int files) => Summarise(
        diagnostics.Count(static item => item.Severity == Severity.Error), diagnostics.Count(static item => item.Severity == Severity.Warning), files);

    /// <summary>The same of findings that were counted elsewhere.</summary>
    public static string Summarise(int errors, int warnings, int files) => $"{Counted(errors, "error")}, {Counted(warnings, "warning")} in {Counted(files, "file")}";

    /// <summary>The word for a severity.</summary>
    public static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    private static string Counted(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
