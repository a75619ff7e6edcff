using System.Globalization;
using AlitaNews.Newsroom.Sources;
using CsCheck;

namespace AlitaNews.Newsroom.Tests.Sources;

public sealed class TrackRecordTests
{
    [Theory]
    [InlineData(1, 1, 52, "18–85", 60, "25–90")]
    [InlineData(3, 3, 66, "36–90", 71, "42–94")]
    [InlineData(9, 9, 82, "62–95", 85, "66–97")]
    [InlineData(10, 12, 72, "53–89", 75, "56–90")]
    [InlineData(50, 100, 50, "42–58", 50, "42–58")]
    [InlineData(86, 100, 84, "78–90", 85, "78–90")]
    [InlineData(440, 508, 86, "84–89", 86, "84–89")]
    public void The_contracts_table_is_reproduced(int hits, int settled, int score4, string interval4, int score5, string interval5)
    {
        Assert.Equal((score4, interval4), Print(Record(hits, settled, prior: 0.4)));
        Assert.Equal((score5, interval5), Print(Record(hits, settled, prior: 0.5)));
    }

    [Fact]
    public void A_long_record_ranks_above_a_spotless_newcomer_and_the_unrated_come_last()
    {
        TrackRecord[] ranked = [.. new[] { Record(9, 9), Record(90, 90) with { Shown = TrackRecordShown.None }, Record(440, 508), Record(3, 3) }.Order(TrackRecord.Ranking)];
        Assert.Equal([508, 9, 3, 90], ranked.Select(static record => record.SettledClaims));
    }

    [Theory]
    [InlineData(2, 3, "2 of 3 came true. Too few to rate.")]
    [InlineData(2.5, 3, "2½ of 3 came true. Too few to rate.")]
    [InlineData(0.5, 3, "½ of 3 came true. Too few to rate.")]
    [InlineData(0, 0, "Nothing settled yet. Too few to rate.")]
    [InlineData(10, 12, "between about 53 % and 89 % (10 of 12)")]
    [InlineData(86, 100, "84 % (78–90), 100 settled, 12 open, 3 expired unsettled")]
    public void The_text_says_no_more_than_the_numbers_bear(double hits, int settled, string text) =>
        Assert.Equal(text, (Record(hits, settled) with { OpenClaims = 12, ExpiredClaims = 3 }).InWords());

    [Fact]
    public void An_official_source_has_no_text() => Assert.Null((Record(10, 12) with { Shown = TrackRecordShown.None }).InWords());

    [Theory]
    [InlineData(1, 3, null)]
    [InlineData(0, 1, null)]
    [InlineData(10, 12, "Of 12 settled insider rumours here, between about 53 % and 89 % came true.")]
    [InlineData(86, 100, "Of 100 settled insider rumours here, 78 to 90 % came true.")]
    public void A_base_rate_has_the_same_thresholds(int hits, int settled, string? text) => Assert.Equal(text, Record(hits, settled).AsBaseRate("insider rumours"));

    [Fact]
    public void The_score_always_lies_inside_its_interval_and_both_between_none_and_all() =>
        Gen.Select(Gen.Double[0, 5_000], Gen.Double[0, 1], Gen.Double[0, 1]).Sample(static (settled, share, prior) =>
        {
            var record = new TrackRecord { Settled = settled, CameTrue = settled * share, SettledClaims = 0, CameTrueClaims = 0, Prior = prior };
            Assert.InRange(record.Score, 0, 1);
            Assert.InRange(record.Low, 0, record.High);
            Assert.InRange(record.High, record.Low, 1);
        });

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void A_site_where_nothing_or_everything_came_true_still_has_numbers(double prior, double share)
    {
        var record = Record(30 * share, 30, prior);
        Assert.Equal((share, share, share), (record.Score, record.Low, record.High));
    }

    private static TrackRecord Record(double hits, int settled, double prior = 0.4) => new()
    {
        Settled = settled,
        CameTrue = hits,
        SettledClaims = settled,
        CameTrueClaims = hits,
        Prior = prior,
        Shown = TrackRecord.ShownFor(settled),
    };

    private static (int Score, string Interval) Print(TrackRecord record) =>
        ((int)Math.Round(record.Score * 100, MidpointRounding.ToEven), string.Create(CultureInfo.InvariantCulture, $"{record.Low * 100:0}–{record.High * 100:0}"));
}
