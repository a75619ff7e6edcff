using AlitaNews.Newsroom.Claims;

namespace AlitaNews.Newsroom.Tests.Claims;

/// <summary>
/// The contract's fold written down a second time, the slow and obvious way: from all events, at one instant. The tests compare it with
/// <see cref="ClaimTimeline"/>, which works by intervals.
/// </summary>
internal static class PlainFold
{
    /// <summary>Display, flags and held, in the form of <see cref="Story.Shown(ClaimState?)"/>.</summary>
    public static string Shown(IEnumerable<ClaimEvent> events, IEnumerable<Supersession> supersededBy, DateTimeOffset at, ClaimRules rules)
    {
        var visible = events.Where(e => e.Publish <= at)
            .OrderBy(e => e.Entry.AsOf ?? e.Date).ThenBy(e => e.Publish).ThenBy(e => e.Article, StringComparer.Ordinal).ThenBy(e => e.Position)
            .ToList();
        if (visible.Count == 0)
            return "nothing";

        ClaimStatus? status = null;
        var held = false;
        var disputed = false;
        var history = new HashSet<string>();
        var verdicts = new List<ClaimEvent>();
        string? due = null;
        var firstDue = false;
        var grace = rules.Grace;

        foreach (var e in visible)
        {
            if (e.Entry.Status is not { } said)
                continue;
            var closes = said is not (ClaimStatus.Rumour or ClaimStatus.Unverified or ClaimStatus.Withdrawn);
            var reaffirms = status == said && !disputed;
            if (closes && !reaffirms && e.Entry.Evidence.Count == 0 && !e.Vouched)
            {
                held = true;
                status ??= ClaimStatus.Unverified;
                continue;
            }

            var wasClosed = status is not (null or ClaimStatus.Rumour or ClaimStatus.Unverified);
            if (closes && wasClosed && !reaffirms && verdicts.Any(v => SameDayOtherwise(v, e)))
            {
                disputed = true;
                verdicts.Add(e);
                continue;
            }

            held = false;
            disputed = false;
            if (said is ClaimStatus.Rumour or ClaimStatus.Unverified)
            {
                if (wasClosed)
                    history.Add("reopened");
                verdicts.Clear();
            }
            else
            {
                if (closes && wasClosed && status != said)
                    history.Add("reversed");
                verdicts.RemoveAll(v => v.Entry.Status != said);
                verdicts.Add(e);
            }

            status = said;
            grace = e.Entry.Grace ?? grace;
            if (e.Entry.Due is { } newDue)
            {
                if (firstDue && DuePeriod.Parse(newDue)!.LastDay != DuePeriod.Parse(due!)!.LastDay)
                    history.Add("slipped");
                due = newDue;
                firstDue |= newDue != "none";
            }
        }

        var open = status is ClaimStatus.Rumour or ClaimStatus.Unverified;
        var end = due is null ? null : DuePeriod.Parse(due)!.FindEnd(rules.Zone, grace);
        var overdue = open && end <= at;
        var superseded = supersededBy.Any(s => s.From <= at);
        var stale = open && (due is null or "none") && rules.Zone.AddYear(visible.Max(e => e.Publish)) <= at;
        var display = status is null ? "none"
            : disputed ? "disputed"
            : !open ? status.Value.Word()
            : superseded ? "superseded"
            : overdue ? "overdue"
            : status.Value.Word();

        var words = new List<string> { display };
        foreach (var (flag, holds) in new[]
                 {
                     ("overdue", overdue), ("slipped", history.Contains("slipped")), ("reversed", history.Contains("reversed")),
                     ("reopened", history.Contains("reopened")), ("disputed", disputed), ("superseded", superseded), ("stale", stale), ("(held)", held),
                 })
        {
            if (holds)
                words.Add(flag);
        }

        return string.Join(' ', words);

        bool SameDayOtherwise(ClaimEvent v, ClaimEvent e) =>
            v.Entry.Status != e.Entry.Status && v.Article != e.Article && !e.Entry.After.Contains(v.Article)
            && rules.Zone.DayOf(v.Entry.AsOf ?? v.Date) == rules.Zone.DayOf(e.Entry.AsOf ?? e.Date);
    }
}
