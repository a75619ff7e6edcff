using System.Globalization;
using AlitaNews.Newsroom.Claims;

namespace AlitaNews.Newsroom.Tests.Claims;

public sealed class DuePeriodTests
{
    [Theory]
    [InlineData("2023", "2024-01-01T00:00:00+00:00")]
    [InlineData("2023-Q3", "2023-10-01T00:00:00+01:00")]
    [InlineData("2023-H1", "2023-07-01T00:00:00+01:00")]
    [InlineData("2023-06", "2023-07-01T00:00:00+01:00")]
    [InlineData("2023-06-15", "2023-06-16T00:00:00+01:00")]
    [InlineData("2024-02-29", "2024-03-01T00:00:00+00:00")]
    public void A_period_ends_at_the_first_instant_after_it_in_the_sites_zone(string due, string end) =>
        Assert.Equal(DateTimeOffset.Parse(end, CultureInfo.InvariantCulture), DuePeriod.Parse(due)!.FindEnd(Story.London.Zone));

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2023-13")]
    [InlineData("2023-00")]
    [InlineData("2023-Q5")]
    [InlineData("2023-Q0")]
    [InlineData("2023-H3")]
    [InlineData("2023-6")]
    [InlineData("2023-")]
    [InlineData("2023-06-1")]
    [InlineData("2023-06-15T00:00")]
    [InlineData("23")]
    [InlineData("0000")]
    [InlineData("9999")]
    [InlineData("soon")]
    [InlineData("+202")]
    [InlineData("")]
    public void Anything_else_is_no_period(string due) => Assert.Null(DuePeriod.Parse(due));

    [Theory]
    [InlineData("2023", "2023", "the end of 2023")]
    [InlineData("2023-h2", "the second half of 2023", "the end of the second half of 2023")]
    [InlineData("2023-Q3", "the third quarter of 2023", "the end of the third quarter of 2023")]
    [InlineData("2023-06", "June 2023", "the end of June 2023")]
    [InlineData("2023-06-15", "15 June 2023", "15 June 2023")]
    public void A_period_has_words_for_readers(string due, string name, string end)
    {
        var period = DuePeriod.Parse(due)!;
        Assert.Equal(due, period.Written);
        Assert.Equal(name, period.InWords());
        Assert.Equal(end, period.EndInWords());
    }

    [Fact]
    public void None_is_a_period_that_never_ends()
    {
        var none = DuePeriod.Parse("none")!;
        Assert.True(none.IsNone);
        Assert.Null(none.FindEnd(Story.London.Zone, 5));
    }

    [Fact]
    public void Grace_counts_calendar_days_of_the_zone()
    {
        // The clocks go forward in the night to 31 March 2024: two days are 47 hours.
        var end = DuePeriod.Parse("2024-03-29")!.FindEnd(Story.London.Zone, 2);
        Assert.Equal(DateTimeOffset.Parse("2024-03-31T23:00:00Z", CultureInfo.InvariantCulture), DuePeriod.Parse("2024-03-30")!.FindEnd(Story.London.Zone, 1));
        Assert.Equal(DateTimeOffset.Parse("2024-04-01T00:00:00+01:00", CultureInfo.InvariantCulture), end);
    }
}
