using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Diagnostics;

/// <summary>Collects the findings about one file while it is compiled. Not safe for use by several threads.</summary>
public sealed class DiagnosticBag(SourceFile file)
{
    private readonly List<Diagnostic> _items = [];

    /// <summary>What was found so far, in the order it was found.</summary>
    public IReadOnlyList<Diagnostic> Items => _items;

    /// <summary>Whether something was found that keeps the file out of the edition.</summary>
    public bool Blocked => _items.Exists(static d => d.Blocks);

    /// <summary>Adds a finding at the start of a span.</summary>
    public void Add(DiagnosticRule rule, TextSpan at, string message, string? hint = null)
    {
        var (line, column) = file.Lines.Locate(at.Start);
        _items.Add(new Diagnostic(file.Path, line, column, rule.Severity, rule.Code, message, hint));
    }
}
