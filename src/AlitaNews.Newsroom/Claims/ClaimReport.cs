using AlitaNews.Newsroom.Diagnostics;

namespace AlitaNews.Newsroom.Claims;

/// <summary>A finding of the fold about one event.</summary>
/// <param name="Rule">The rule of the catalogue.</param>
/// <param name="At">The event that is at fault.</param>
/// <param name="Message">What is wrong, for an editor.</param>
/// <param name="Hint">What to do about it, or null.</param>
/// <param name="Where">The line and column of the value at fault; null: something is missing, and the entry is the place.</param>
public sealed record ClaimReport(DiagnosticRule Rule, ClaimEvent At, string Message, string? Hint = null, (int Line, int Column)? Where = null)
{
    /// <summary>The finding as the printers want it.</summary>
    public Diagnostic ToDiagnostic() => new(At.Path, Where?.Line ?? At.Line, Where?.Column ?? At.Column, Rule.Severity, Rule.Code, Message, Hint);
}
