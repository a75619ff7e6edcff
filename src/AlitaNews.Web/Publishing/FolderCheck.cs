using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Rules;
using AlitaNews.Newsroom.Text;
using AlitaNews.Store.Editions;

namespace AlitaNews.Web.Publishing;

/// <summary>What was found in a whole folder.</summary>
/// <param name="Findings">Every finding, in the order of the printers.</param>
/// <param name="Files">How many files were looked at.</param>
public sealed record CheckedFolder(IReadOnlyList<Diagnostic> Findings, int Files);

/// <summary>Compiles a whole content folder the way a round does, without a database: no file has a past, nothing is remembered. Not safe for use by several threads.</summary>
public sealed class FolderCheck(ContentFolder folder, TimeProvider time)
{
    private (string Path, SourceFile? File)? _lastRead;

    /// <summary>Looks at every file.</summary>
    /// <exception cref="IOException">The folder itself cannot be read.</exception>
    public CheckedFolder Run(CancellationToken cancel) => Run(int.MaxValue, cancel);

    /// <summary>Looks at some of the files: what other files have to say of them is then guesswork.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="cancel">Gives up.</param>
    internal CheckedFolder Run(int most, CancellationToken cancel)
    {
        var known = new KnownFiles();
        var settings = new FolderSettings(folder);
        var unreadable = new List<UnreadablePath>();
        var difference = settings.Refresh(known.CompareAll(folder.ListAll(settings.ListMediaRoots(), unreadable, cancel).Take(most), unreadable), known, time.GetUtcNow(), cancel);

        // All at once: then of two files that want one name, the one published first has it, however many there are.
        var facts = new ContentRound(folder, known, settings)
            .ReadParts(difference.Changed, new Dictionary<string, SeenFile>(), cancel)
            .SelectMany(static part => part.Select(static file => file.Facts))
            .ToList();
        var index = new ContentIndex { MediaRoots = settings.Compile.Site.MediaRoots };
        index.BeginRound();
        index.Apply(facts, []);

        var site = settings.Compile.Site;
        var rules = new CrossFileRules(index, new ClaimLedger(index, ClaimRules.Of(site)), site, settings.Compile.Now);
        var findings = facts.Select(static file => file.Path).Append(CrossFileRules.SitePath).Distinct(StringComparer.Ordinal)
            .SelectMany(rules.Check)
            .Concat(unreadable.Distinct().Select(static path => path.ToDiagnostic()))
            .Order(Diagnostic.PrintOrder)
            .ToList();
        return new CheckedFolder(findings, facts.Count);
    }

    /// <summary>The text of a line of a file, for a printer that shows it; null where it cannot be had. Findings come file by file: the last one is kept.</summary>
    public string? FindLine(string path, int line)
    {
        if (_lastRead?.Path != path)
            _lastRead = (path, Read(path));
        return _lastRead.Value.File?.Lines.LineText(line);
    }

    private SourceFile? Read(string path)
    {
        try
        {
            return folder.Read(path) is { } bytes ? SourceFile.TryDecode(path, bytes, out _) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
