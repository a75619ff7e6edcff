namespace AlitaNews.Newsroom.Diagnostics;

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Info,

    /// <summary>Readers may trip over it; the file is published.</summary>
    Warning,

    /// <summary>Something that was written cannot be used. <c>check</c> fails.</summary>
    Error,
}

/// <summary>One finding about one place of one file (<c>content.md</c>, section 13).</summary>
/// <param name="Path">The file, relative to the content folder.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in Unicode code points, from 1.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Code"><c>AN</c> and four digits; an entry of <see cref="DiagnosticCatalogue"/>.</param>
/// <param name="Message">What is wrong, for an editor: one line, no stack trace, no type names.</param>
/// <param name="Hint">What to do about it, or null.</param>
public sealed record Diagnostic(
    string Path,
    int Line,
    int Column,
    Severity Severity,
    string Code,
    string Message,
    string? Hint = null)
{
    /// <summary>How many findings it stands for that are not listed (<see cref="FindingList"/>); 0 for one that stands for itself.</summary>
    public int Others { get; init; }

    /// <summary>Whether the file that has this finding is kept out of the edition (<c>content.md</c>, "What an error does to the site").</summary>
    public bool Blocks => DiagnosticCatalogue.Find(Code) is { Blocks: true };

    /// <summary>The order of every printer: path, line, column, code.</summary>
    public static IComparer<Diagnostic> PrintOrder { get; } = Comparer<Diagnostic>.Create(static (a, b) =>
    {
        var order = string.CompareOrdinal(a.Path, b.Path);
        if (order == 0)
            order = a.Line.CompareTo(b.Line);
        if (order == 0)
            order = a.Column.CompareTo(b.Column);
        if (order == 0)
            order = string.CompareOrdinal(a.Code, b.Code);
        return order == 0 ? string.CompareOrdinal(a.Message, b.Message) : order;
    });
}
