using System.Globalization;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Store.Desk;

namespace AlitaNews.Web.Desk;

/// <summary>The desk as its page shows it.</summary>
/// <param name="Page">What the store tells.</param>
/// <param name="Lines">The lines that findings speak of.</param>
/// <param name="PublicAddress">Where readers are.</param>
public sealed record DeskView(DeskPage Page, QuotedLines Lines, string PublicAddress)
{
    /// <summary>More findings than this are counted, not shown: nobody mends a thousand lines from one page.</summary>
    public const int MostShown = 500;

    /// <summary>Links that lead nowhere; they have a list of their own.</summary>
    public IReadOnlyList<Diagnostic> BrokenLinks { get; } = [.. Page.Problems.Where(IsBrokenLink).Take(MostShown)];

    /// <summary>All other findings by file, files with errors first.</summary>
    public IReadOnlyList<(string Path, IReadOnlyList<Diagnostic> Findings)> Files { get; } =
    [
        .. Page.Problems.Where(static finding => !IsBrokenLink(finding)).OrderByDescending(static finding => finding.Severity).Take(MostShown)
            .GroupBy(static finding => finding.Path)
            .OrderByDescending(static file => file.Max(static finding => finding.Severity)).ThenBy(static file => file.Key, StringComparer.Ordinal)
            .Select(static file => (file.Key, (IReadOnlyList<Diagnostic>)[.. file.Order(Diagnostic.PrintOrder)])),
    ];

    /// <summary>"2 errors, 1 warning in 120 files".</summary>
    public string Summary => TextPrinter.Summarise(Page.Problems, Page.Files);

    /// <summary>An instant to the minute; editors schedule in minutes.</summary>
    public static string When(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>The address of a preview.</summary>
    public static string PreviewOf(string path) => "/desk/preview/" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static bool IsBrokenLink(Diagnostic finding) => finding.Code == DiagnosticCatalogue.DeadLink.Code;
}
