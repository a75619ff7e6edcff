using AlitaNews.Newsroom.Diagnostics;

namespace AlitaNews.Newsroom.Claims;

/// <summary>That one claim replaces another, from an instant on, and where it is said.</summary>
/// <param name="By">The newer claim.</param>
/// <param name="Old">The claim it replaces.</param>
/// <param name="From">From when: an article's publish instant; for a claim file the first publish instant of the newer claim.</param>
/// <param name="Path">The file that says so.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
public sealed record Supersession(string By, string Old, DateTimeOffset From, string Path, int Line = 1, int Column = 1)
{
    /// <summary>What an event says, with ids resolved.</summary>
    public static IEnumerable<Supersession> List(ClaimEvent said, ClaimIds ids) =>
        said.Entry.Supersedes.Select(old => new Supersession(said.Claim, ids.Resolve(old), said.Publish, said.Path, said.Line, said.Column));

    /// <summary>What a claim file says: <c>supersedes</c>, and <c>split-into</c>, whose parts replace the whole.</summary>
    /// <param name="file">The file.</param>
    /// <param name="ids">The resolver of ids.</param>
    /// <param name="findFirstPublish">The first publish instant of a claim's events; null where it has none: it then replaces nothing yet.</param>
    public static IEnumerable<Supersession> List(ClaimFile file, ClaimIds ids, Func<string, DateTimeOffset?> findFirstPublish)
    {
        var self = ids.Resolve(file.Id);
        var pairs = file.Supersedes.Select(old => (By: self, Old: ids.Resolve(old)))
            .Concat(file.SplitInto.Select(part => (By: ids.Resolve(part), Old: self)));
        foreach (var (by, old) in pairs)
        {
            if (findFirstPublish(by) is { } from)
                yield return new Supersession(by, old, from, file.Path);
        }
    }

    /// <summary>
    /// Leaves out what would close a circle: of the relations in a circle the last to become public is the one that is wrong, so that
    /// an article of the future cannot undo what stands today.
    /// </summary>
    /// <param name="said">What files say.</param>
    /// <param name="locate">Finds the exact place of a relation in its file; null: that which it has.</param>
    /// <returns>The relations that hold, in the order in which they began, and one finding for each that does not.</returns>
    public static (IReadOnlyList<Supersession> Holding, IReadOnlyList<Diagnostic> Circles) Untangle(
        IEnumerable<Supersession> said, Func<Supersession, (int Line, int Column)>? locate = null)
    {
        var holding = new List<Supersession>();
        var circles = new List<Diagnostic>();
        var olderOf = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var relation in said.OrderBy(static r => r.From).ThenBy(static r => r.By, StringComparer.Ordinal).ThenBy(static r => r.Old, StringComparer.Ordinal)
                     .ThenBy(static r => r.Path, StringComparer.Ordinal))
        {
            if (Reaches(olderOf, relation.Old, relation.By))
            {
                var rule = DiagnosticCatalogue.SupersedesCycle;
                var message = relation.By == relation.Old
                    ? $"\"{relation.By}\" cannot supersede itself"
                    : $"\"{relation.By}\" cannot supersede \"{relation.Old}\": that supersedes it already";
                var (line, column) = locate?.Invoke(relation) ?? (relation.Line, relation.Column);
                circles.Add(new Diagnostic(relation.Path, line, column, rule.Severity, rule.Code, message));
                continue;
            }

            holding.Add(relation);
            if (!olderOf.TryGetValue(relation.By, out var older))
                olderOf[relation.By] = older = [];
            older.Add(relation.Old);
        }

        return (holding, circles);
    }

    private static bool Reaches(Dictionary<string, List<string>> olderOf, string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out var claim))
        {
            if (claim == to)
                return true;
            if (seen.Add(claim) && olderOf.TryGetValue(claim, out var older))
                older.ForEach(open.Push);
        }

        return false;
    }
}
