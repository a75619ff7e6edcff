using AlitaNews.Newsroom.Diagnostics;

namespace AlitaNews.Web.Publishing;

/// <summary>A folder or file that is there but cannot be looked at: what lies at it or below it is unknown, not gone.</summary>
/// <param name="Path">Its path, relative to the content folder.</param>
/// <param name="Reason">What is the matter, for its editor.</param>
public readonly record struct UnreadablePath(string Path, string Reason)
{
    /// <summary>Whether a path is it, or lies below it.</summary>
    public bool Covers(string path) =>
        Path.Length == 0 || path == Path || (path.Length > Path.Length && path[Path.Length] == '/' && path.StartsWith(Path, StringComparison.Ordinal));

    /// <summary>What the desk and <c>check</c> say of it.</summary>
    public Diagnostic ToDiagnostic() =>
        new(Path, 1, 1, DiagnosticCatalogue.UnreadableFile.Severity, DiagnosticCatalogue.UnreadableFile.Code, $"{Reason}; what readers saw of it stays", "check its permissions, and what it is");
}
