using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Sources;
using CsCheck;
using static AlitaNews.Newsroom.Tests.Claims.Story;

namespace AlitaNews.Newsroom.Tests.Sources;

public sealed class TrackRecordBookTests
{
    private const string Now = "2024-06-01";

    [Fact]
    public void The_contracts_example_gives_one_miss_and_one_open_claim()
    {
        var record = Open(
            Says("a", "2023-01-10", "rumour", due: "2023"),
            Says("b", "2024-02-01", "missed", evidence: true, source: ""),
            Says("b", "2024-02-01", "rumour", due: "2024", claim: "shoot-2024")).Records["insider"];
        Assert.Equal((1, 0.0, 1), (record.SettledClaims, record.CameTrue, record.OpenClaims));
        Assert.Equal("0 of 1 came true. Too few to rate.", record.InWords());
    }

    [Theory]
    [InlineData("confirmed", SourceRole.Origin, 1)]
    [InlineData("partly", SourceRole.Corroborates, 0.5)]
    [InlineData("debunked", SourceRole.Origin, 0)]
    [InlineData("confirmed", SourceRole.Denies, 0)]
    [InlineData("partly", SourceRole.Denies, 0.5)]
    [InlineData("missed", SourceRole.Denies, 1)]
    public void A_verdict_counts_for_those_who_said_so_and_mirrored_for_those_who_denied_it(string verdict, SourceRole role, double hit)
    {
        var record = Open(Says("a", "2023-01-10", "rumour", role: role), Says("b", "2023-02-01", verdict, evidence: true, source: "")).Records["insider"];
        Assert.Equal((1.0, hit), (record.Settled, record.CameTrue));
    }

    [Fact]
    public void Repeating_others_is_never_scored() =>
        Assert.Empty(Open(Says("a", "2023-01-10", "rumour", role: SourceRole.Relay), Says("b", "2023-02-01", "confirmed", evidence: true, source: "")).Records);

    [Fact]
    public void What_was_withdrawn_is_left_out()
    {
        var record = Open(Says("a", "2023-01-10", "rumour"), Says("b", "2023-02-01", "withdrawn", note: "A joke.")).Records["insider"];
        Assert.Equal((0, 0, 0), (record.SettledClaims, record.OpenClaims, record.ExpiredClaims));
    }

    [Theory]
    [InlineData("2023-01-31 10:00", 1, 0)]
    [InlineData("2023-01-31 10:01", 0, 1)]
    public void An_assertion_less_than_a_day_before_the_verdict_comes_too_late(string said, int settled, int late)
    {
        var record = Open(Says("a", said, "rumour"), Says("b", "2023-02-01 10:00", "confirmed", evidence: true, source: "")).Records["insider"];
        Assert.Equal((settled, late), (record.SettledClaims, record.TooLateClaims));
    }

    [Fact]
    public void Dating_back_cannot_pre_date_a_prediction()
    {
        var record = Open(
            Says("a", "2023-02-01", "rumour", asOf: "2022-01-01"),
            Says("b", "2023-02-01 12:00", "confirmed", asOf: "2023-01-31", evidence: true, source: "")).Records["insider"];
        Assert.Equal(1, record.TooLateClaims);
    }

    [Fact]
    public void An_expired_claim_is_a_miss_and_listed_apart()
    {
        var record = Open(Says("a", "2023-01-10", "rumour", due: "2023")).Records["insider"];
        Assert.Equal((1, 0.0, 1, 0), (record.SettledClaims, record.CameTrue, record.ExpiredClaims, record.OpenClaims));
    }

    [Theory]
    [InlineData("2024-02-01", 0)]
    [InlineData("2023-12-31", 1)]
    public void The_first_due_date_is_the_one_that_is_scored(string confirmed, double hit)
    {
        var record = Open(
            Says("a", "2023-01-10", "rumour", due: "2023"),
            Says("b", "2023-11-01", "rumour", due: "2024", note: "Moved."),
            Says("c", confirmed, "confirmed", evidence: true, source: "")).Records["insider"];
        Assert.Equal(hit, record.CameTrue);
    }

    [Fact]
    public void One_report_has_one_vote()
    {
        ClaimEvent[] report = [.. Enumerable.Range(0, 3).Select(static i => Says("a", "2023-01-10", "rumour", claim: $"c{i}"))];
        ClaimEvent[] verdicts = [.. report.Select(static e => Says($"v-{e.Claim}", "2023-02-01", e.Claim == "c0" ? "debunked" : "confirmed", evidence: true, source: "", claim: e.Claim))];
        var record = Open([.. report, .. verdicts, Says("again", "2023-01-20", "rumour", claim: "c1")]).Records["insider"];
        Assert.Equal((1, 2 / 3.0), (record.Settled, record.CameTrue), (one, other) => Math.Abs(one.Item1 - other.Item1) + Math.Abs(one.Item2 - other.Item2) < 1e-6);
        Assert.Equal("2 of 3 came true. Too few to rate.", record.InWords());
    }

    [Fact]
    public void The_prior_is_the_mean_of_all_other_sources_once_they_have_enough()
    {
        ClaimEvent[] others = [.. Settle("leaker", 20, 8), .. Settle("insider", 3, 3)];
        Assert.Equal(0.4, Open(others).Records["insider"].Prior, 6);
        Assert.Equal(0.5, Open(others).Records["leaker"].Prior);
        Assert.Equal(0.5, Open([.. others.Where(static e => e.Claim != "leaker-0")]).Records["insider"].Prior);
    }

    [Fact]
    public void Official_sources_are_never_rated_and_anonymous_classes_only_from_three_articles_on()
    {
        static TrackRecordShown Shown(SourceKind kind, int articles) => Open(_ => kind, [.. Settle("insider", articles, 1)]).Records["insider"].Shown;
        Assert.Equal(TrackRecordShown.None, Shown(SourceKind.Official, 9));
        Assert.Equal(TrackRecordShown.None, Shown(SourceKind.AnonymousClass, 2));
        Assert.Equal(TrackRecordShown.Dots, Shown(SourceKind.AnonymousClass, 3));
        Assert.Equal(TrackRecordShown.Range, Shown(SourceKind.Leaker, 5));
        Assert.Equal(TrackRecordShown.Percent, Shown(SourceKind.Person, 20));
    }

    [Fact]
    public void A_source_that_asserted_nothing_has_an_empty_record()
    {
        var record = Open().Read("nobody", SourceKind.Person);
        Assert.Equal((0, TrackRecordShown.Dots, 0.5), (record.SettledClaims, record.Shown, record.Score));
    }

    [Fact]
    public void A_base_rate_counts_one_type_and_one_class_without_denials()
    {
        var book = Open([.. Settle("insider", 6, 2, "deal"), .. Settle("insider-too", 3, 3, "casting"), .. Settle("studio", 5, 5, "deal", SourceRole.Denies)]);
        Assert.Equal((6, 2.0), Count(book.BaseRate("deal", static _ => true)));
        Assert.Equal((9, 5.0), Count(book.BaseRate(null, static source => source.StartsWith("insider", StringComparison.Ordinal))));
        Assert.Equal((0, 0.0), Count(book.BaseRate("plot", static _ => true)));

        static (int, double) Count(TrackRecord record) => (record.SettledClaims, record.CameTrueClaims);
    }

    [Fact]
    public void The_order_of_what_was_said_does_not_matter() =>
        Gen.Int[0, 30].Array[1, 40].SelectMany(static said => Gen.Shuffle(said).Select(shuffled => (said, shuffled))).Sample(static pair =>
            Assert.Equal(Print(pair.said), Print(pair.shuffled)));

    private static string Print(int[] said)
    {
        var assertions = said.Select(static i => new SourceAssertion($"s{i % 3}", $"c{i % 7}", $"a{i}", (SourceRole)(i % 2 * 3), At("2023-01-01").AddDays(i)));
        var claims = Enumerable.Range(0, 7).Select(static i => new ScoredClaim($"c{i}", null, (ClaimOutcome)(i % 6), At("2023-03-01")));
        return string.Join('\n', new TrackRecordBook(claims, assertions, static _ => null).Records.OrderBy(static r => r.Key, StringComparer.Ordinal));
    }

    /// <summary>A source with so many settled claims, each in an article of its own, of which so many came true.</summary>
    private static IEnumerable<ClaimEvent> Settle(string source, int settled, int hits, string? type = null, SourceRole role = SourceRole.Origin) =>
        Enumerable.Range(0, settled).SelectMany(i => new[]
        {
            Says($"{source}-a{i}", "2023-01-10", "rumour", claim: $"{source}-{i}", source: source, role: role, type: type),
            Says($"{source}-v{i}", "2023-02-01", i < hits ? "confirmed" : "debunked", claim: $"{source}-{i}", source: "", evidence: true),
        });

    private static TrackRecordBook Open(params ClaimEvent[] events) => Open(static _ => null, events);

    private static TrackRecordBook Open(Func<string, SourceKind?> findKind, ClaimEvent[] events) => new(
        events.GroupBy(static e => e.Claim).Select(static claim => ScoredClaim.Of(claim.Key, ClaimTimeline.Build(null, [.. claim], [], London).FindAt(At(Now))!)),
        events.SelectMany(SourceAssertion.List),
        findKind);
}
