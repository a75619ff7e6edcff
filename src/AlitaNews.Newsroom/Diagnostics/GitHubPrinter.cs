using System.Globalization;

namespace AlitaNews.Newsroom.Diagnostics;

/// <summary>Prints findings as workflow commands, which GitHub shows beside the lines of a pull request.</summary>
public static class GitHubPrinter
{
    /// <summary>Prints the findings.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="diagnostics">The findings, in any order.</param>
    /// <param name="fromWorkingFolder">Turns a path of the content folder into one from the working folder.</param>
    public static void Print(TextWriter output, IEnumerable<Diagnostic> diagnostics, Func<string, string> fromWorkingFolder)
    {
        foreach (var item in diagnostics.Order(Diagnostic.PrintOrder))
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"::{Command(item.Severity)} file={Property(fromWorkingFolder(item.Path))},line={item.Line},col={item.Column},title={item.Code}::{Message(item.Message)}"));
        }
    }

    private static string Command(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "notice",
    };

    private static string Message(string text) => PrintableText.OneLine(text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal));

    private static string Property(string text) => Message(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
