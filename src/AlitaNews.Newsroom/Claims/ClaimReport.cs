using AlitaNews.Newsroom.Diagnostics;

namespace AlitaNews.Newsroom.Claims;

/// <summary>A finding of the fold about one event; its place is the entry in the article's file.</summary>
/// <param name="Rule">The rule of the catalogue.</param>
/// <param name="At">The event that is at fault.</param>
/// <param name="Message">What is wrong, for an editor.</param>
/// <param name="Hint">What to do about it, or null.</param>
public sealed record ClaimReport(DiagnosticRule Rule, ClaimEvent At, string Message, string? Hint = null)
{
    /// <summary>The finding as the printers want it.</summary>
    public Diagnostic ToDiagnostic() => new(At.Path, At.Line, At.Column, Rule.Severity, Rule.Code, Message, Hint);
}
