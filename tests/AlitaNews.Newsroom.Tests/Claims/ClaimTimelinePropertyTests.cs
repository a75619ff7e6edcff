using AlitaNews.Newsroom.Claims;
using CsCheck;

namespace AlitaNews.Newsroom.Tests.Claims;

/// <summary>Laws of the fold, over stories in which anything may happen on a few days.</summary>
public sealed class ClaimTimelinePropertyTests
{
    private static readonly DateTimeOffset Start = Story.At("2023-05-30");

    private static readonly string?[] Statuses = [null, "rumour", "unverified", "confirmed", "partly", "debunked", "missed", "withdrawn"];
    private static readonly string?[] Dues = [null, null, "none", "2023-06-02", "2023-05-31", "2023-06", "2023-Q2", "2023"];

    private static readonly Gen<DateTimeOffset> Instants = Gen.Int[0, 20].Select(static sixHours => Start.AddHours(6 * sixHours));

    private static readonly Gen<ClaimEvent[]> Stories = Gen
        .Select(Instants, Gen.Nullable(Instants), Instants, Gen.Int[0, Statuses.Length - 1].Select(static i => Statuses[i]), Gen.Int[0, Dues.Length - 1].Select(static i => Dues[i]), Gen.Int[0, 7], Gen.Bool)
        .Select(static (date, asOf, publish, status, due, after, evidence) => (date, asOf, publish, status, due, after, evidence))
        .Array[0, 7]
        .Select(static drafts => drafts.Select(static (d, i) =>
        {
            var said = Story.Says($"a{i}", "2023-05-30", d.status, due: d.due, evidence: d.evidence, after: $"a{d.after}", grace: d.after == 0 ? 3 : null);
            return said with { Date = d.date, Publish = d.publish, Entry = said.Entry with { AsOf = d.asOf } };
        }).ToArray());

    private static readonly Gen<Supersession[]> Newer = Instants.Select(static at => new Supersession("newer", "shoot", at, "articles/n.md")).Array[0, 2];

    private static readonly Gen<DateTimeOffset> Clocks = Gen.OneOf(
        Instants,
        Instants.Select(static at => at.AddTicks(-1)),
        Gen.Int[0, 500].Select(static days => Start.AddDays(days)));

    [Fact]
    public void The_timeline_says_at_every_instant_what_the_plain_fold_says() =>
        Gen.Select(Stories, Newer, Clocks).Sample((events, newer, clock) =>
            Assert.Equal(PlainFold.Shown(events, newer, clock, Story.London), Story.Shown(Build(events, newer).FindAt(clock))), iter: 20_000);

    [Fact]
    public void The_order_in_which_files_are_read_does_not_matter() =>
        Stories.SelectMany(static events => Gen.Shuffle(events).Select(shuffled => (events, shuffled))).Sample(static pair =>
        {
            var (one, other) = (Build(pair.events, []), Build(pair.shuffled, []));
            Assert.Equal(Print(one), Print(other));
            Assert.Equal(one.WrongVerdicts, other.WrongVerdicts);
            Assert.Equal(one.Reports, other.Reports);
        });

    [Fact]
    public void Nothing_leaks_before_its_article_is_public() =>
        Gen.Select(Stories, Clocks).Sample(static (events, clock) =>
        {
            var all = Build(events, []);
            var known = Build([.. events.Where(e => e.Publish <= clock)], []);
            Assert.Equal(Tell(known.FindAt(clock)), Tell(all.FindAt(clock)));
            Assert.Equal(known.WrongVerdicts.Where(w => w.At <= clock), all.WrongVerdicts.Where(w => w.At <= clock));
        });

    [Fact]
    public void Folding_again_changes_nothing() =>
        Gen.Select(Stories, Newer).Sample(static (events, newer) => Assert.Equal(Print(Build(events, newer)), Print(Build(events, newer))));

    [Fact]
    public void Intervals_follow_one_another_without_gap_or_overlap() =>
        Gen.Select(Stories, Newer).Sample(static (events, newer) =>
        {
            var states = Build(events, newer).States;
            Assert.Equal(events.Length == 0, states.Count == 0);
            for (var i = 0; i < states.Count; i++)
            {
                Assert.Equal(i + 1 < states.Count ? states[i + 1].From : null, states[i].Until);
                Assert.True(states[i].Until is null || states[i].From < states[i].Until);
                Assert.InRange(states[i].DisplayedSince, states[0].From, states[i].From);
                Assert.InRange(states[i].ChangedAt, states[i].DisplayedSince, states[i].From);
                Assert.InRange(states[i].Updated, states[i].ChangedAt, states[i].From);
            }
        });

    private static ClaimTimeline Build(ClaimEvent[] events, Supersession[] newer) => ClaimTimeline.Build(null, events, newer, Story.London);

    private static string Print(ClaimTimeline timeline) => string.Join('\n', timeline.States.Select(static s => $"{s.From:O} {s.Until:O} {Tell(s)}"));

    private static string? Tell(ClaimState? s) => s is null
        ? null
        : $"{Story.Shown(s)} {s.Status} {s.Due} {s.FirstDue} {s.DueEnds:O} {s.DecidedBy} {s.SettledAt:O} {s.ChangedAt:O} {s.DisplayedSince:O} {s.Updated:O} {s.ExpiredUnsettled}";
}
