using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Sources;
using static AlitaNews.Newsroom.Tests.Claims.Story;

namespace AlitaNews.Newsroom.Tests.Claims;

public sealed class VerdictTests
{
    private static readonly ClaimEvent Rumour = Says("a", "2023-01-10 09:30", "rumour", due: "2023");

    [Fact]
    public void The_contracts_example_a_year_later()
    {
        var verdict = Read("2024-02-02", Rumour, Says("b", "2024-02-01 10:00", "missed", evidence: true));
        Assert.Equal("When published (10 January 2023): rumour. Since 1 February 2024: did not happen.", verdict.Moved);
        Assert.Equal("Was due by 2023. Did not happen.", verdict.Due);
        Assert.Equal("DID NOT HAPPEN: Alita", verdict.Headline("Alita"));
        Assert.Equal(ClaimDisplay.Missed, verdict.LabelDisplay);
        Assert.Equal(At("2024-02-01 10:00"), verdict.ChangedAt);
    }

    [Fact]
    public void A_rumour_that_has_not_moved_has_a_label_and_no_history()
    {
        var verdict = Read("2023-02-01", Rumour);
        Assert.Equal(("RUMOUR", null, "Due by the end of 2023."), (verdict.Label, verdict.Moved, verdict.Due));
        Assert.Null(verdict.ChangedAt);
    }

    [Fact]
    public void A_due_date_that_passes_says_so_by_itself()
    {
        var verdict = Read("2024-01-01", Rumour);
        Assert.Equal("OVERDUE RUMOUR", verdict.Label);
        Assert.Equal("Was due by the end of 2023. We have found no confirmation.", verdict.Due);
        Assert.Equal(At("2024-01-01"), verdict.ChangedAt);
        Assert.Equal("OVERDUE", Read("2024-01-01", Says("a", "2023-01-10", "unverified", due: "2023")).Label);
    }

    [Theory]
    [InlineData("2023-06-30 23:59", "CONFIRMED")]
    [InlineData("2023-07-01", null)]
    public void The_label_confirmed_goes_after_thirty_days_and_moves_no_date(string clock, string? label)
    {
        var verdict = Read(clock, Rumour, Says("b", "2023-06-01", "confirmed", evidence: true));
        Assert.Equal(label, verdict.Label);
        Assert.Equal(ClaimDisplay.Confirmed, verdict.Display);
        Assert.Equal(At("2023-06-01"), verdict.ChangedAt);
        Assert.Equal(label is null ? null : At("2023-07-01"), verdict.LabelEnds);
    }

    [Fact]
    public void An_article_whose_own_verdict_is_shown_has_a_banner_and_no_label()
    {
        var verdict = Read("2023-07-01", Says("a", "2023-06-01", "debunked", evidence: true));
        Assert.Equal((null, ClaimDisplay.Debunked), (verdict.Label, verdict.Display));
        Assert.Equal("Own", verdict.Headline("Own"));
    }

    [Fact]
    public void An_article_whose_own_verdict_was_reversed_has_the_label_of_today() =>
        Assert.Equal("DEBUNKED", Read("2023-07-01", Says("a", "2023-06-01", "confirmed", evidence: true), Says("b", "2023-06-09", "debunked", evidence: true)).Label);

    [Fact]
    public void An_article_whose_closing_is_held_has_the_label_of_what_is_shown() =>
        Assert.Equal("UNVERIFIED", Read("2023-07-01", Says("a", "2023-06-01", "confirmed")).Label);

    [Fact]
    public void A_slipped_claim_names_its_first_date() =>
        Assert.Equal(
            "Due by the end of the second quarter of 2024. First due by the end of 2023.",
            Read("2024-01-10", Rumour, Says("b", "2023-12-01", "rumour", due: "2024-Q2", note: "Moved.")).Due);

    [Fact]
    public void A_lock_without_a_date_says_now()
    {
        var file = new ClaimFile { Path = "claims/shoot.md", Id = "shoot", StatusLock = ClaimStatus.Debunked };
        Assert.Equal("When published (10 January 2023): rumour. Now: debunked.", Read("2023-02-01", file, Rumour).Moved);
    }

    [Fact]
    public void An_article_without_a_primary_claim_shows_nothing() =>
        Assert.Equal(Verdict.None, Verdict.Of(null, At("2023-01-10"), null, Fold(Rumour).FindAt(At("2023-02-01")), At("2023-02-01"), London));

    [Fact]
    public void A_correction_says_what_was_wrong_and_what_is_right() => Assert.Equal(
        "This article’s verdict was “confirmed”. That was wrong: the verdict is “did not happen”.",
        VerdictWords.Correction(new WrongVerdict("a", ClaimStatus.Confirmed, ClaimStatus.Missed, "b", At("2023-06-01"))));

    [Fact]
    public void Who_says_so_is_told_by_part()
    {
        Assert.Equal("No source is named.", VerdictWords.WhoSaysSo([]));
        Assert.Equal(
            "According to the insider. Repeated by A, B and C. Denied by the studio.",
            VerdictWords.WhoSaysSo([("A", SourceRole.Relay), ("the insider", SourceRole.Origin), ("B", SourceRole.Relay), ("the studio", SourceRole.Denies), ("C", SourceRole.Relay)]));
    }

    [Fact]
    public void Every_state_has_words_and_every_one_but_none_a_label_and_a_meaning()
    {
        foreach (var display in Enum.GetValues<ClaimDisplay>())
        {
            Assert.Equal(display, ClaimVocabulary.FindDisplay(display.Word()));
            Assert.NotEmpty(VerdictWords.Alone(display));
            Assert.Equal(display == ClaimDisplay.None, VerdictWords.Label(display, ClaimStatus.Rumour) is null);
            Assert.Equal(display == ClaimDisplay.None, VerdictWords.Meaning(display) is null);
        }
    }

    [Theory]
    [InlineData("rumor", ClaimStatus.Rumour)]
    [InlineData("True", ClaimStatus.Confirmed)]
    [InlineData("mixed", ClaimStatus.Partly)]
    [InlineData("FALSE", ClaimStatus.Debunked)]
    [InlineData(" void ", ClaimStatus.Withdrawn)]
    [InlineData("overdue", null)]
    public void A_status_may_be_written_with_a_synonym_but_never_a_derived_state(string word, ClaimStatus? status) =>
        Assert.Equal(status, ClaimVocabulary.FindStatus(word));

    [Fact]
    public void Flags_are_told_in_the_contracts_order()
    {
        const ClaimFlags all = ClaimFlags.Overdue | ClaimFlags.Slipped | ClaimFlags.Reversed | ClaimFlags.Reopened | ClaimFlags.Disputed | ClaimFlags.Superseded | ClaimFlags.Stale;
        Assert.Equal(["overdue", "slipped", "reversed", "reopened", "disputed", "superseded", "stale"], all.Words());
    }

    private static Verdict Read(string clock, params ClaimEvent[] events) => Read(clock, null, events);

    private static Verdict Read(string clock, ClaimFile? file, params ClaimEvent[] events)
    {
        var timeline = ClaimTimeline.Build(file, events, [], London);
        return Verdict.Of(events[0].Entry.Status, events[0].Publish, timeline.FindAt(events[0].Publish), timeline.FindAt(At(clock)), At(clock), London);
    }
}
