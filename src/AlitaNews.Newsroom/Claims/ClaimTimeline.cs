using System.Runtime.InteropServices;

namespace AlitaNews.Newsroom.Claims;

/// <summary>
/// A claim's state as a function of time, the future included: due dates that will pass and articles that are scheduled are in it, so
/// that nothing has to be computed again when their moment comes. Depends on its arguments only, not on their order. Immutable.
/// </summary>
public sealed class ClaimTimeline
{
    private ClaimTimeline(IReadOnlyList<ClaimState> states, IReadOnlyList<WrongVerdict> wrongVerdicts, IReadOnlyList<ClaimReport> reports)
    {
        States = states;
        WrongVerdicts = wrongVerdicts;
        Reports = reports;
    }

    /// <summary>The states in the order of time, without gap or overlap; empty for a claim of which nothing was said.</summary>
    public IReadOnlyList<ClaimState> States { get; }

    /// <summary>Corrections that the site adds to articles with a wrong verdict, in the order in which they begin to stand.</summary>
    public IReadOnlyList<WrongVerdict> WrongVerdicts { get; }

    /// <summary>What is wrong with the events, scheduled ones included.</summary>
    public IReadOnlyList<ClaimReport> Reports { get; }

    /// <summary>The state at an instant; null before the first article about the claim is public.</summary>
    public ClaimState? FindAt(DateTimeOffset at)
    {
        int low = 0, high = States.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (States[middle].From <= at)
                low = middle + 1;
            else
                high = middle;
        }

        return low == 0 ? null : States[low - 1];
    }

    /// <summary>Every instant at which pages that carry the claim change by themselves, the ends of CONFIRMED labels included.</summary>
    public IEnumerable<DateTimeOffset> ListTicks(ClaimRules rules) => States
        .Select(static state => state.From)
        .Concat(States
            .Where(static state => state.Display == ClaimDisplay.Confirmed && state.DisplayedSince == state.From)
            .Select(state => rules.Zone.AddDays(state.From, rules.ConfirmedLabelDays)))
        .Distinct()
        .Order();

    /// <summary>Folds a claim's events.</summary>
    /// <param name="file">The claim's file, or null.</param>
    /// <param name="events">Its events, in any order; none of drafts.</param>
    /// <param name="supersededBy">The relations in which it is the old claim (<see cref="Supersession.Untangle"/>).</param>
    /// <param name="rules">The site's rules.</param>
    public static ClaimTimeline Build(ClaimFile? file, IReadOnlyCollection<ClaimEvent> events, IReadOnlyCollection<Supersession> supersededBy, ClaimRules rules)
    {
        var published = events.OrderBy(static e => e.Publish).ThenBy(static e => e, ClaimEvent.FoldOrder).ToArray();
        var intervals = new ClaimIntervals(file, supersededBy, rules);
        var wrong = new Dictionary<(string, ClaimStatus, ClaimStatus, string), WrongVerdict>();
        var fold = new ClaimFold(file, rules);
        var visible = new List<ClaimEvent>(published.Length);

        for (var next = 0; next < published.Length;)
        {
            var from = published[next].Publish;
            var first = next;
            while (next < published.Length && published[next].Publish == from)
                next++;

            fold = Extend(fold, visible, published.AsSpan(first, next - first), file, rules);
            foreach (var verdict in fold.WrongVerdicts)
                wrong.TryAdd(verdict, new WrongVerdict(verdict.Article, verdict.Was, verdict.Now, verdict.By, from));
            intervals.Add(fold, from, next < published.Length ? published[next].Publish : null, published[next - 1].Article);
        }

        return new ClaimTimeline(
            intervals.Close(),
            [.. wrong.Values.OrderBy(static w => w.At).ThenBy(static w => w.Article, StringComparer.Ordinal).ThenBy(static w => w.By, StringComparer.Ordinal)],
            [.. fold.ListReports()]);
    }

    /// <summary>Adds events that become public together. Most follow what is folded; one that is dated back makes the fold begin again.</summary>
    private static ClaimFold Extend(ClaimFold fold, List<ClaimEvent> visible, ReadOnlySpan<ClaimEvent> added, ClaimFile? file, ClaimRules rules)
    {
        var follows = fold.Last is null || ClaimEvent.FoldOrder.Compare(fold.Last, added[0]) <= 0;
        foreach (var said in added)
        {
            var place = visible.BinarySearch(said, ClaimEvent.FoldOrder);
            visible.Insert(place < 0 ? ~place : place, said);
        }

        if (!follows)
        {
            fold = new ClaimFold(file, rules);
            added = CollectionsMarshal.AsSpan(visible);
        }

        foreach (var said in added)
            fold.Apply(said);
        return fold;
    }
}
