using System.Globalization;
using System.Runtime.InteropServices;

namespace AlitaNews.Newsroom.Diagnostics;

/// <summary>
/// The findings about one file, kept to a length that somebody reads: of each code the first thousand, then one line that says how many more there are
/// and where the last of them stands. A file may hold a fault a million times. Not safe for use by several threads.
/// </summary>
public sealed class FindingList
{
    /// <summary>How many findings of one code are listed for one file.</summary>
    public const int MostOfACode = 1_000;

    private readonly List<Diagnostic> _listed = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Count, Diagnostic Last)> _others = new(StringComparer.Ordinal);

    /// <summary>What was found so far, in the order it was found; what is only counted stands at the end.</summary>
    public IReadOnlyList<Diagnostic> Items => _others.Count == 0 ? _listed : [.. _listed, .. _others.Values.Select(static other => Sum(other.Count, other.Last))];

    /// <summary>Takes up a finding, or the count of some that an earlier list was too short for.</summary>
    public void Add(Diagnostic finding)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, finding.Code, out _);
        if (finding.Others == 0 && ++count <= MostOfACode)
            _listed.Add(finding);
        else
            Count(finding);
    }

    /// <summary>Takes up a finding that may still be answered elsewhere: it is counted by whoever knows.</summary>
    public void Keep(Diagnostic finding) => _listed.Add(finding);

    private void Count(Diagnostic finding)
    {
        ref var other = ref CollectionsMarshal.GetValueRefOrAddDefault(_others, finding.Code, out var isKnown);
        other = (other.Count + Math.Max(1, finding.Others), isKnown && Diagnostic.PrintOrder.Compare(other.Last, finding) > 0 ? other.Last : finding);
    }

    private static Diagnostic Sum(int count, Diagnostic last) => last with
    {
        Message = string.Create(CultureInfo.InvariantCulture, $"{count} more like those above, the last of them here"),
        Hint = null,
        Others = count,
    };
}
