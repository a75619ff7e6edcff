using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Diagnostics;

/// <summary>Collects the findings about one file while it is compiled. Not safe for use by several threads.</summary>
public sealed class DiagnosticBag(SourceFile file)
{
    private readonly FindingList _findings = new();

    /// <summary>What was found so far, in the order it was found.</summary>
    public IReadOnlyList<Diagnostic> Items => _findings.Items;

    /// <summary>Whether something was found that keeps the file out of the edition.</summary>
    public bool Blocked { get; private set; }

    /// <summary>Adds a finding at the start of a span.</summary>
    public void Add(DiagnosticRule rule, TextSpan at, string message, string? hint = null)
    {
        var (line, column) = file.Lines.Locate(at.Start);
        var finding = new Diagnostic(file.Path, line, column, rule.Severity, rule.Code, message, hint);
        Blocked |= rule.Blocks;
        if (rule == DiagnosticCatalogue.MissingAlt)
            _findings.Keep(finding); // a sidecar may answer it
        else
            _findings.Add(finding);
    }
}
