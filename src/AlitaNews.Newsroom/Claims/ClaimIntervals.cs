using AlitaNews.Newsroom.Site;

namespace AlitaNews.Newsroom.Claims;

/// <summary>
/// Cuts the time during which a fold stands into intervals of one state each: at the instants at which the claim becomes overdue, stale,
/// expired or superseded. Used once.
/// </summary>
internal sealed class ClaimIntervals(ClaimFile? file, IReadOnlyCollection<Supersession> supersededBy, ClaimRules rules)
{
    private const int DaysUntilMiss = 90;

    private readonly Supersession[] _supersededBy =
        [.. supersededBy.OrderBy(static s => s.From).ThenBy(static s => s.By, StringComparer.Ordinal)];

    private readonly List<(DateTimeOffset At, ClaimState State, bool Disputed)> _cuts = [];

    private SiteZone Zone => rules.Zone;

    /// <summary>Adds the time from <paramref name="from"/> until the next article about the claim is public.</summary>
    public void Add(ClaimFold fold, DateTimeOffset from, DateTimeOffset? until, string article)
    {
        var dueEnds = fold.Due?.FindEnd(Zone);
        var firstDueEnds = fold.FirstDue?.FindEnd(Zone);
        var frame = new ClaimState
        {
            From = from,
            ChangedAt = from,
            DisplayedSince = from,
            Updated = from,
            Status = fold.Status,
            Held = fold.Held,
            HeldArticles = fold.HeldArticles,
            Flags = fold.Flags,
            Due = fold.Due?.Written,
            FirstDue = fold.FirstDue?.Written,
            DueEnds = dueEnds,
            FirstDueEnds = firstDueEnds,
            OverdueFrom = fold.Due?.FindEnd(Zone, fold.Grace),
            DecidedBy = fold.DecidedBy?.Article,
            SettledAt = fold.Status is { } status && !status.IsOpen() ? fold.DecidedBy!.ScoredAt : null,
            Wording = fold.Wording,
        };

        // An entry that has just become public is the newest: nothing was heard since.
        var staleFrom = dueEnds is null ? Zone.AddYear(from) : (DateTimeOffset?)null;
        var missFrom = firstDueEnds is { } ends ? Zone.AddDays(ends, DaysUntilMiss) : (DateTimeOffset?)null;
        var instants = new SortedSet<DateTimeOffset> { from };
        foreach (var at in _supersededBy.Select(static s => (DateTimeOffset?)s.From).Append(frame.OverdueFrom).Append(staleFrom).Append(missFrom))
        {
            if (at > from && (until is null || at < until))
                instants.Add(at.Value);
        }

        foreach (var at in instants)
        {
            var replacing = _supersededBy.Where(s => s.From <= at).Select(static s => s.By).Distinct(StringComparer.Ordinal).ToArray();
            _cuts.Add((at, frame with
            {
                From = at,
                Flags = frame.Flags | (staleFrom <= at ? ClaimFlags.Stale : ClaimFlags.None),
                ExpiredUnsettled = missFrom <= at,
                SupersededBy = replacing,
                OpenedBy = at == from ? article : null,
            }, fold.Disputed));
        }
    }

    /// <summary>The states, with what can only be told from their sequence.</summary>
    public IReadOnlyList<ClaimState> Close()
    {
        // A lock decides the conflict it was written for; without one it holds from the beginning.
        var conflict = _cuts.FindIndex(static cut => cut.Disputed);
        var lockedFrom = file?.StatusLock is null ? int.MaxValue : Math.Max(conflict, 0);
        var states = new List<ClaimState>(_cuts.Count);
        for (var i = 0; i < _cuts.Count; i++)
        {
            var state = i < lockedFrom
                ? Show(_cuts[i].State, _cuts[i].Disputed)
                : Show(_cuts[i].State with { Status = file!.StatusLock, Locked = true, Held = false, DecidedBy = null }, disputed: false);
            if (i >= lockedFrom)
                state = state with { SettledAt = state.IsSettled ? _cuts[lockedFrom].At : null };
            Append(states, state);
        }

        return states;
    }

    private static ClaimState Show(ClaimState state, bool disputed)
    {
        var open = state.Status is { } status && status.IsOpen();
        var flags = state.Flags;
        if (!open)
            flags &= ~ClaimFlags.Stale;
        if (open && state.OverdueFrom <= state.From)
            flags |= ClaimFlags.Overdue;
        if (disputed)
            flags |= ClaimFlags.Disputed;
        if (state.SupersededBy.Count > 0)
            flags |= ClaimFlags.Superseded;
        return state with { Flags = flags, ExpiredUnsettled = open && state.ExpiredUnsettled, Display = Choose(state.Status, flags) };
    }

    /// <summary>The first match of the contract: disputed, closed, superseded, overdue, open.</summary>
    private static ClaimDisplay Choose(ClaimStatus? status, ClaimFlags flags) => status switch
    {
        null => ClaimDisplay.None,
        _ when flags.HasFlag(ClaimFlags.Disputed) => ClaimDisplay.Disputed,
        { } closed when !closed.IsOpen() => closed.ToDisplay(),
        _ when flags.HasFlag(ClaimFlags.Superseded) => ClaimDisplay.Superseded,
        _ when flags.HasFlag(ClaimFlags.Overdue) => ClaimDisplay.Overdue,
        { } open => open.ToDisplay(),
    };

    private static void Append(List<ClaimState> states, ClaimState state)
    {
        if (states is [.., var last])
        {
            var changes = !state.LooksLike(last) || state.Flags != last.Flags;
            if (state.OpenedBy is null && !changes && state.ExpiredUnsettled == last.ExpiredUnsettled && state.SupersededBy.SequenceEqual(last.SupersededBy))
                return;
            states[^1] = last with { Until = state.From };
            state = state with
            {
                ChangedAt = state.LooksLike(last) ? last.ChangedAt : state.From,
                DisplayedSince = state.Display == last.Display ? last.DisplayedSince : state.From,
                Was = state.Display == last.Display ? last.Was : last.Display,
                Updated = state.OpenedBy is not null || changes ? state.From : last.Updated,
            };
        }

        states.Add(state);
    }
}
