using System.Globalization;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Store.Desk;

namespace AlitaNews.Web.Desk;

/// <summary>The desk as its page shows it.</summary>
/// <param name="Page">What the store tells.</param>
/// <param name="Ask">What was asked for.</param>
/// <param name="Lines">The lines that findings speak of.</param>
/// <param name="PublicAddress">Where readers are.</param>
public sealed record DeskView(DeskPage Page, DeskAsk Ask, QuotedLines Lines, string PublicAddress)
{
    /// <summary>More findings than this of one file are counted, not shown: nobody mends a thousand lines from one page.</summary>
    public const int MostShown = 500;

    private static readonly (DeskSection Section, string Name)[] Names =
    [
        (DeskSection.Mend, "To mend"), (DeskSection.Links, "Broken links"), (DeskSection.Claims, "Claims to settle"),
        (DeskSection.Drafts, "Drafts"), (DeskSection.Scheduled, "Scheduled"), (DeskSection.Editions, "Editions"),
    ];

    /// <summary>Findings by file, files with errors first.</summary>
    public IReadOnlyList<(string Path, IReadOnlyList<Diagnostic> Findings)> Files { get; } =
    [
        .. Page.Problems.Items
            .GroupBy(static finding => finding.Path)
            .OrderByDescending(static file => file.Max(static finding => finding.Severity)).ThenBy(static file => file.Key, StringComparer.Ordinal)
            .Select(static file => (file.Key, (IReadOnlyList<Diagnostic>)[.. file.Order(Diagnostic.PrintOrder)])),
    ];

    /// <summary>"2 errors, 1 warning in 120 files".</summary>
    public string Summary => TextPrinter.Summarise(Page.Errors, Page.Warnings, Page.Files);

    /// <summary>The sections that one can go to, with their names, how many entries they have where that was asked, and where they are.</summary>
    public IReadOnlyList<(string Name, string Count, string Address, bool IsHere)> Sections =>
    [
        .. Names.Where(one => Ask.Whole is not null || Shows(one.Section)).Select(one => (
            one.Name,
            one.Section != DeskSection.Editions && Ask.MostOf(one.Section) > 0 ? Count(CountOf(one.Section)) : "",
            Ask.Whole is null ? "#" + IdOf(one.Section) : AddressOf(one.Section),
            Ask.Whole == one.Section)),
    ];

    /// <summary>Whether a section is on the page: it was asked for, and lists something or is missed where it does not.</summary>
    public bool Shows(DeskSection section) =>
        Ask.Whole is { } one ? one == section : section is DeskSection.Mend or DeskSection.Drafts or DeskSection.Editions || CountOf(section) > 0;

    /// <summary>How many entries of a section are on the page, and how many there are; empty where that is all.</summary>
    public string Rest(DeskSection section)
    {
        var most = Ask.MostOf(section);
        return CountOf(section) > most ? $"The first {Count(most)} of {Count(CountOf(section))}." : "";
    }

    /// <summary>Where a section stands by itself, with the same words looked for.</summary>
    public string AddressOf(DeskSection? section)
    {
        var parts = new List<string>();
        if (section is { } one)
            parts.Add("show=" + IdOf(one));
        if (Ask.Words is { } words)
            parts.Add("q=" + Uri.EscapeDataString(words));
        return parts.Count == 0 ? "/desk" : "/desk?" + string.Join('&', parts);
    }

    /// <summary>The name of a section in addresses.</summary>
    public static string IdOf(DeskSection section) => section.ToString().ToLowerInvariant();

    /// <summary>The section of a name in addresses, or null.</summary>
    public static DeskSection? FindSection(string? name) =>
        Names.Select(static one => (DeskSection?)one.Section).FirstOrDefault(section => IdOf(section!.Value) == name);

    private int CountOf(DeskSection section) => section switch
    {
        DeskSection.Mend => Page.Problems.Count,
        DeskSection.Links => Page.BrokenLinks.Count,
        DeskSection.Claims => Page.Claims.Count,
        DeskSection.Drafts => Page.Drafts.Count,
        DeskSection.Scheduled => Page.Scheduled.Count,
        _ => Page.Editions.Count,
    };

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>An instant to the minute; editors schedule in minutes.</summary>
    public static string When(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>The address of a preview.</summary>
    public static string PreviewOf(string path) => "/desk/preview/" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
