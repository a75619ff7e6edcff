using AlitaNews.Newsroom.Diagnostics;

namespace AlitaNews.Web.Desk;

/// <summary>The lines that findings speak of.</summary>
/// <param name="FindLine">The text of a line of a file, or null.</param>
public sealed record QuotedLines(Func<string, int, string?> FindLine)
{
    private const int Widest = 120;

    /// <summary>The line of a file with a caret below the column; null where it cannot be had.</summary>
    public string? Quote(Diagnostic finding)
    {
        if (FindLine(finding.Path, finding.Line) is not { Length: > 0 } line)
            return null;
        var quote = SourceQuote.Of(line, finding.Column, Widest);
        return $"{quote.Line}\n{quote.Caret}";
    }
}

/// <summary>A file that has no preview, or none of its own.</summary>
/// <param name="Note">What is said of it.</param>
/// <param name="Shown">Whether readers see it as it is.</param>
/// <param name="Lines">The lines that its findings speak of.</param>
public sealed record DeskFileView(DeskNote Note, bool Shown, QuotedLines Lines);
