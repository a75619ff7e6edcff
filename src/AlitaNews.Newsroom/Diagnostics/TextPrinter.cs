using System.Globalization;
using System.Text;

namespace AlitaNews.Newsroom.Diagnostics;

/// <summary>
/// Prints findings for people: one line each, sorted, <c>path:14:9: error AN0302: …</c>; on a terminal also the line of the file and a
/// caret (<c>content.md</c>, section 13, "Output").
/// </summary>
public static class TextPrinter
{
    // So much of a long line is shown around its finding.
    private const int Window = 120;

    /// <summary>Prints the findings.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="diagnostics">The findings, in any order.</param>
    /// <param name="sourceLine">On a terminal: the text of a line of a file, or null if it cannot be had. Null: no source lines.</param>
    public static void Print(TextWriter output, IEnumerable<Diagnostic> diagnostics, Func<string, int, string?>? sourceLine = null)
    {
        foreach (var item in diagnostics.Order(Diagnostic.PrintOrder))
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{PrintableText.OneLine(item.Path)}:{item.Line}:{item.Column}: {Word(item.Severity)} {item.Code}: {PrintableText.OneLine(item.Message)}"));
            if (sourceLine?.Invoke(item.Path, item.Line) is { } line)
                WriteSource(output, item, line);
        }
    }

    /// <summary>The last line: <c>3 errors, 1 warning in 120 files</c>.</summary>
    public static string Summarise(IReadOnlyCollection<Diagnostic> diagnostics, int files)
    {
        var errors = diagnostics.Count(static item => item.Severity == Severity.Error);
        var warnings = diagnostics.Count(static item => item.Severity == Severity.Warning);
        return $"{Counted(errors, "error")}, {Counted(warnings, "warning")} in {Counted(files, "file")}";
    }

    /// <summary>The word for a severity.</summary>
    public static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    private static string Counted(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    private static void WriteSource(TextWriter output, Diagnostic item, string line)
    {
        var runes = line.EnumerateRunes().Take(item.Column + Window).ToList();
        var start = Math.Max(0, item.Column - 1 - (Window / 2));
        if (start > runes.Count)
            return;
        var shown = new StringBuilder("  ");
        var caret = new StringBuilder("  ");
        for (var i = start; i < runes.Count && i < start + Window; i++)
        {
            var rune = runes[i].Value != '\t' && runes[i].IsBmp && PrintableText.Steers((char)runes[i].Value) ? new Rune(' ') : runes[i];
            shown.Append(rune.ToString());
            if (i < item.Column - 1)
                caret.Append(rune.Value == '\t' ? "\t" : IsWide(rune) ? "  " : " ");
        }

        output.WriteLine(shown.ToString().TrimEnd());
        output.WriteLine(caret.Append('^').ToString());
        if (item.Hint is not null)
            output.WriteLine("  " + PrintableText.OneLine(item.Hint));
    }

    // Ideographs and emoji take two cells of a terminal.
    private static bool IsWide(Rune rune) =>
        rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
