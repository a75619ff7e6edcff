using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Sources;
using static AlitaNews.Newsroom.Tests.Claims.Story;

namespace AlitaNews.Newsroom.Tests.Claims;

public sealed class ClaimTimelineTests
{
    private static readonly ClaimEvent Rumour = Says("a", "2023-01-10", "rumour");
    private static readonly ClaimEvent Missed = Says("b", "2024-02-01", "missed", evidence: true);

    [Fact]
    public void Nothing_is_shown_before_the_first_article() => Assert.Equal("nothing", Fold(Rumour).Shown("2023-01-09 23:59"));

    [Fact]
    public void A_missed_claim_stays_missed_when_a_later_rumour_supersedes_it()
    {
        var timeline = ClaimTimeline.Build(null, [Rumour, Missed], [new Supersession("shoot-2024", "shoot", At("2024-02-01"), "articles/b.md")], London);
        Assert.Equal("missed superseded", timeline.Shown("2024-03-01"));
        Assert.Equal(["shoot-2024"], timeline.FindAt(At("2024-03-01"))!.SupersededBy);
    }

    [Fact]
    public void A_mention_gives_no_status_and_no_due_date() => Assert.Equal("none", Fold(Says("a", "2023-01-10", null, due: "2023")).Shown("2024-06-01"));

    [Fact]
    public void A_closing_without_evidence_leaves_a_new_claim_unverified() =>
        Assert.Equal("unverified (held)", Fold(Says("a", "2023-01-10", "confirmed")).Shown("2023-02-01"));

    [Fact]
    public void A_source_whose_file_vouches_is_evidence() =>
        Assert.Equal("confirmed", Fold(Rumour, Says("b", "2023-02-01", "confirmed", vouched: true)).Shown("2023-02-01"));

    [Fact]
    public void A_held_change_no_longer_waits_once_another_article_settles_it() =>
        Assert.Equal("confirmed", Fold(Rumour, Says("b", "2023-02-01", "confirmed"), Says("c", "2023-02-03", "confirmed", evidence: true)).Shown("2023-03-01"));

    [Fact]
    public void Which_article_is_held_stays_known()
    {
        var timeline = Fold(Rumour, Says("b", "2023-02-01", "confirmed"), Says("c", "2023-02-03", "confirmed", evidence: true));
        Assert.Empty(timeline.FindAt(At("2023-01-31"))!.HeldArticles);
        Assert.Equal(["b"], timeline.FindAt(At("2023-03-01"))!.HeldArticles);
    }

    [Fact]
    public void A_state_remembers_what_was_displayed_before_it()
    {
        var timeline = Fold(Rumour, Missed, Says("c", "2024-03-01", "missed"));
        Assert.Equal(ClaimDisplay.None, timeline.FindAt(At("2023-02-01"))!.Was);
        Assert.Equal(ClaimDisplay.Rumour, timeline.FindAt(At("2024-04-01"))!.Was);
    }

    [Theory]
    [InlineData("2023-11-30 12:00", false)]
    [InlineData("2023-12-01 00:00", true)]
    public void A_claim_is_due_soon_when_its_last_day_is_thirty_days_away(string clock, bool soon) =>
        Assert.Equal(soon, DuePeriod.Parse("2023")!.FindEnd(London.Zone) <= London.DueSoonUntil(At(clock)));

    [Fact]
    public void Repeating_a_verdict_needs_no_evidence() =>
        Assert.Equal("", Fold(Rumour, Missed, Says("c", "2024-03-01", "missed")).Codes());

    [Fact]
    public void Repeating_a_verdict_moves_only_the_date_of_the_claims_own_page()
    {
        var state = Fold(Rumour, Missed, Says("c", "2024-03-01", "missed")).FindAt(At("2024-04-01"))!;
        Assert.Equal((At("2024-02-01"), At("2024-02-01"), At("2024-03-01")), (state.ChangedAt, state.DisplayedSince, state.Updated));
        Assert.Equal("b", state.DecidedBy);
    }

    [Fact]
    public void A_verdict_may_be_withdrawn_at_any_time_with_a_note_and_without_evidence()
    {
        Assert.Equal("withdrawn", Fold(Rumour, Missed, Says("c", "2024-02-01", "withdrawn", note: "The tip was a joke.")).Shown("2024-03-01"));
        Assert.Equal("AN0603", Fold(Rumour, Says("c", "2024-02-01", "withdrawn")).Codes());
    }

    [Fact]
    public void A_missing_note_is_reported_once_and_holds_nothing()
    {
        var timeline = Fold(Says("a", "2023-01-10", "rumour", due: "2023"), Missed, Says("c", "2024-03-01", "rumour", due: "2024"));
        Assert.Equal("AN0603", timeline.Codes());
        Assert.Equal("rumour slipped reopened", timeline.Shown("2024-03-02"));
    }

    [Fact]
    public void The_first_due_date_is_kept_when_it_slips()
    {
        var state = Fold(Says("a", "2023-01-10", "rumour", due: "2023"), Says("b", "2023-12-01", "rumour", due: "2024-Q2", note: "Moved.")).FindAt(At("2024-02-01"))!;
        Assert.Equal(("2024-Q2", "2023", At("2024-07-01"), At("2024-01-01")), (state.Due, state.FirstDue, state.DueEnds!.Value, state.FirstDueEnds!.Value));
    }

    [Fact]
    public void The_same_end_in_other_words_is_no_new_due_date() =>
        Assert.Equal("rumour", Fold(Says("a", "2023-01-10", "rumour", due: "2023"), Says("b", "2023-02-10", "rumour", due: "2023-12-31")).Shown("2023-06-01"));

    [Fact]
    public void Grace_moves_the_flag_but_not_the_due_date()
    {
        var timeline = Fold(Says("a", "2023-01-10", "rumour", due: "2023", grace: 10));
        Assert.Equal("rumour", timeline.Shown("2024-01-10 23:59"));
        Assert.Equal("overdue overdue", timeline.Shown("2024-01-11"));
        Assert.Equal(At("2024-01-01"), timeline.FindAt(At("2024-01-11"))!.DueEnds);
    }

    [Fact]
    public void An_open_claim_without_a_due_date_goes_stale_after_a_year_of_silence()
    {
        var timeline = Fold(Rumour, Says("b", "2023-06-01", null));
        Assert.Equal("rumour", timeline.Shown("2024-05-31 23:59"));
        Assert.Equal("rumour stale", timeline.Shown("2024-06-01"));
    }

    [Fact]
    public void An_open_claim_counts_as_a_miss_ninety_days_after_its_first_due_date()
    {
        var timeline = Fold(Says("a", "2023-01-10", "rumour", due: "2023", grace: 30), Says("b", "2023-12-01", "rumour", due: "2025", note: "Moved."));
        Assert.False(timeline.FindAt(At("2024-03-30"))!.ExpiredUnsettled);
        Assert.True(timeline.FindAt(At("2024-04-01"))!.ExpiredUnsettled);
    }

    [Fact]
    public void A_reversal_puts_a_correction_on_every_page_that_carried_the_wrong_verdict()
    {
        var timeline = Fold(
            Says("b", "2023-05-20", "confirmed", evidence: true),
            Says("c", "2023-05-21", "confirmed"),
            Says("d", "2023-05-28", "debunked", evidence: true, note: "The letter was forged."));
        Assert.Equal(
            [
                new WrongVerdict("b", ClaimStatus.Confirmed, ClaimStatus.Debunked, "d", At("2023-05-28")),
                new WrongVerdict("c", ClaimStatus.Confirmed, ClaimStatus.Debunked, "d", At("2023-05-28")),
            ],
            timeline.WrongVerdicts);
    }

    [Theory]
    [InlineData("2023-05-20 20:00", null, "disputed disputed")]
    [InlineData("2023-05-20 20:00", "b", "debunked reversed")]
    [InlineData("2023-05-21", null, "debunked reversed")]
    public void A_conflict_lasts_until_an_article_of_another_day_or_one_that_names_the_other_decides(string date, string? after, string shown) =>
        Assert.Equal(shown, Fold(
            Says("b", "2023-05-20 10:00", "confirmed", evidence: true),
            Says("c", "2023-05-20 16:00", "debunked", evidence: true),
            Says("d", date, "debunked", evidence: true, after: after, note: "Decided.")).Shown("2023-06-01"));

    [Theory]
    [InlineData("withdrawn", "partly", "withdrawn")]
    [InlineData("confirmed", "debunked", "confirmed")]
    [InlineData("debunked", "confirmed", "confirmed")]
    public void Whoever_won_a_conflict_stays_to_be_answered_by_the_next_verdict_of_that_day(string first, string second, string third)
    {
        var winner = first == third ? "b" : "c";
        var loser = first == third ? "c" : "b";
        ClaimEvent[] conflict =
        [
            Says("b", "2023-05-20 10:00", first, evidence: true),
            Says("c", "2023-05-20 11:00", second, evidence: true),
            Says("d", "2023-05-20 12:00", third, evidence: true, after: loser, note: "Decided."),
        ];
        Assert.Equal("disputed", Fold([.. conflict, Says("e", "2023-05-20 13:00", "missed", evidence: true, after: "d", note: "No.")]).Shown("2023-06-01").Split(' ')[0]);

        var last = Says("e", "2023-05-20 13:00", "missed", evidence: true, after: "d", note: "No.");
        last = last with { Entry = last.Entry with { After = ["d", winner] } };
        Assert.Equal("missed", Fold([.. conflict, last]).Shown("2023-06-01").Split(' ')[0]);
    }

    [Fact]
    public void A_conflict_leaves_the_status_that_stood_before_it()
    {
        var timeline = Fold(Says("b", "2023-05-20 10:00", "confirmed", evidence: true), Says("c", "2023-05-20 16:00", "debunked", evidence: true));
        Assert.Equal(ClaimStatus.Confirmed, timeline.FindAt(At("2023-06-01"))!.Status);
        Assert.False(timeline.FindAt(At("2023-06-01"))!.IsSettled);
    }

    [Fact]
    public void A_lock_in_the_claims_file_decides_a_conflict_from_the_moment_it_arose()
    {
        var file = new ClaimFile { Path = "claims/shoot.md", Id = "shoot", StatusLock = ClaimStatus.Debunked, Reason = "The letter was forged." };
        ClaimEvent[] events = [Rumour, Says("b", "2023-05-20 10:00", "confirmed", evidence: true), Says("c", "2023-05-20 16:00", "debunked", evidence: true)];
        var timeline = ClaimTimeline.Build(file, events, [], London);
        Assert.Equal("", timeline.Codes());
        Assert.Equal("rumour", timeline.Shown("2023-02-01"));
        Assert.Equal("debunked", timeline.Shown("2023-06-01"));
        Assert.Equal(At("2023-05-20 16:00"), timeline.FindAt(At("2023-06-01"))!.SettledAt);
    }

    [Fact]
    public void A_lock_without_a_conflict_holds_from_the_beginning()
    {
        var file = new ClaimFile { Path = "claims/shoot.md", Id = "shoot", StatusLock = ClaimStatus.Withdrawn, Reason = "Nobody said this." };
        Assert.Equal("withdrawn", ClaimTimeline.Build(file, [Rumour], [], London).Shown("2023-02-01"));
    }

    [Fact]
    public void The_claims_file_words_the_claim_and_else_the_earliest_article_does()
    {
        var later = Says("b", "2023-02-01", "rumour", text: "Filming begins");
        Assert.Equal("The shoot starts", Fold(later, Rumour).FindAt(At("2023-03-01"))!.Wording.Text);
        Assert.Equal("AN0611", Fold(later, Rumour).Codes());
        var file = new ClaimFile { Path = "claims/shoot.md", Id = "shoot", Text = "Filming begins" };
        Assert.Equal("Filming begins", ClaimTimeline.Build(file, [later], [], London).FindAt(At("2023-03-01"))!.Wording.Text);
    }

    [Fact]
    public void A_first_assertion_needs_text_and_an_open_one_a_source() =>
        Assert.Equal("AN0607 AN0615", Fold(Says("a", "2023-01-10", "rumour", text: null, source: "")).Codes());

    [Fact]
    public void A_due_date_needs_a_test()
    {
        var bare = Says("a", "2023-01-10", "rumour", due: "2023");
        Assert.Equal("AN0612", Fold(bare with { Entry = bare.Entry with { Test = null } }).Codes());
    }

    [Fact]
    public void Sources_add_up_over_the_articles()
    {
        var timeline = Fold(Rumour, Says("b", "2023-02-01", "rumour", source: "paper", role: SourceRole.Relay), Says("c", "2023-03-01", null));
        Assert.Equal(
            [new SourceVoice("insider", SourceRole.Origin), new SourceVoice("paper", SourceRole.Relay)],
            timeline.FindAt(At("2023-03-01"))!.Wording.Voices);
        Assert.Single(timeline.FindAt(At("2023-01-31"))!.Wording.Voices);
    }

    [Fact]
    public void Ticks_are_every_change_and_the_end_of_the_confirmed_label() =>
        Assert.Equal(
            [At("2023-01-10"), At("2024-01-01"), At("2024-03-31"), At("2024-06-01"), At("2024-07-01")],
            Fold(Says("a", "2023-01-10", "rumour", due: "2023"), Says("b", "2024-06-01", "confirmed", evidence: true)).ListTicks(London));

    [Fact]
    public void A_thousand_articles_about_one_claim_fold_one_by_one_even_when_each_is_dated_before_the_last()
    {
        var events = Enumerable.Range(0, 1_000)
            .Select(i => Says($"a{i:0000}", "2023-01-10", "rumour") with { Date = At("2023-01-10").AddHours(-i), Publish = At("2023-01-10").AddHours(i) })
            .ToArray();
        Assert.Equal(1_000 + 1, Fold(events).States.Count);
    }
}
