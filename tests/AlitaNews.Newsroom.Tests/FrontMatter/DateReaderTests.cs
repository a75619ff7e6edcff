using System.Globalization;
using AlitaNews.Newsroom.FrontMatter;
using CsCheck;

namespace AlitaNews.Newsroom.Tests.FrontMatter;

public class DateReaderTests
{
    private static readonly DateReader London = DateReader.Find("Europe/London")!;

    private static string Read(string text, bool endOfDay = false)
    {
        var reading = London.Read(text, endOfDay);
        return reading.Problem == DateProblem.None
            ? reading.Instant.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture)
            : reading.Problem.ToString();
    }

    [Theory]
    [InlineData("2023-01-10", "2023-01-10T00:00:00Z")]
    [InlineData("2023-1-5", "2023-01-05T00:00:00Z")]
    [InlineData("2023/01/10", "2023-01-10T00:00:00Z")]
    [InlineData("2023-07-10", "2023-07-09T23:00:00Z")]
    [InlineData("2023-01-10T09:30:00Z", "2023-01-10T09:30:00Z")]
    [InlineData("2023-01-10t09:30:00z", "2023-01-10T09:30:00Z")]
    [InlineData("2023-01-10 09:30", "2023-01-10T09:30:00Z")]
    [InlineData("2023-01-10  9:30", "2023-01-10T09:30:00Z")]
    [InlineData("2023-01-10T9:30:15.25", "2023-01-10T09:30:15.25Z")]
    [InlineData("2023-01-10T09:30:15.123456789Z", "2023-01-10T09:30:15.1234567Z")]
    [InlineData("2023-01-10 09:30:00 UTC", "2023-01-10T09:30:00Z")]
    [InlineData("2023-01-10 09:30:00 +0530", "2023-01-10T04:00:00Z")]
    [InlineData("2023-01-10T09:30:00+05:30", "2023-01-10T04:00:00Z")]
    [InlineData("2023-01-10T09:30-05", "2023-01-10T14:30:00Z")]
    [InlineData("2023-01-10 09:30:00 -5", "2023-01-10T14:30:00Z")]
    [InlineData("2023-07-10 09:30", "2023-07-10T08:30:00Z")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00Z")]
    public void Every_accepted_shape_is_read(string text, string instant) => Assert.Equal(instant, Read(text));

    [Fact]
    public void A_bare_date_that_ends_something_means_the_end_of_its_day()
    {
        Assert.Equal("2023-06-15T23:00:00Z", Read("2023-06-15", endOfDay: true));
        Assert.Equal("2023-06-15T08:00:00Z", Read("2023-06-15T09:00", endOfDay: true));
    }

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2023-13-01")]
    [InlineData("2023-00-10")]
    [InlineData("0000-01-01")]
    [InlineData("2023-01-10T24:00")]
    [InlineData("2023-01-10T09:60")]
    [InlineData("2023-01-10T09")]
    [InlineData("2023-01-10T")]
    [InlineData("2023-01-10 soon")]
    [InlineData("2023-01-10T09:30 CET")]
    [InlineData("2023-01-10T09:30+25:00")]
    [InlineData("2023-01/10")]
    [InlineData("2023-01")]
    [InlineData("2023")]
    [InlineData("20230110")]
    [InlineData("10 January 2023")]
    [InlineData("1673342400")]
    [InlineData("yesterday")]
    [InlineData("")]
    public void Anything_else_is_no_date(string text) => Assert.Equal("Unreadable", Read(text));

    [Theory]
    [InlineData("Jul 08 2022")]
    [InlineData("July 8, 2022")]
    [InlineData("8 July 2022")]
    [InlineData("Fri, 8 Jul 2022")]
    public void A_month_in_words_is_answered_with_the_date_to_write(string text) =>
        Assert.Equal((DateProblem.Unreadable, "write it as 2022-07-08"), (London.Read(text).Problem, London.Read(text).Hint));

    [Theory]
    [InlineData("03/04/2023", "3 April 2023 (2023-04-03)", "4 March 2023 (2023-03-04)")]
    [InlineData("25.12.2023", "25 December 2023 (2023-12-25)", "no date")]
    [InlineData("3/4/23", "3 April 2023 (2023-04-03)", "4 March 2023 (2023-03-04)")]
    [InlineData("12-25-2023", "no date", "25 December 2023 (2023-12-25)")]
    public void Where_day_and_month_can_be_swapped_both_readings_are_printed(string text, string dayFirst, string monthFirst)
    {
        var message = London.Read(text).Message;
        Assert.Contains($"day first it is {dayFirst}", message, StringComparison.Ordinal);
        Assert.Contains($"month first it is {monthFirst}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_that_happens_twice_is_printed_with_both_offsets()
    {
        var reading = London.Read("2023-10-29 01:30");
        Assert.Equal(DateProblem.Ambiguous, reading.Problem);
        Assert.Contains("2023-10-29T01:30:00+01:00 and as 2023-10-29T01:30:00+00:00", reading.Message, StringComparison.Ordinal);
        Assert.Equal("2023-10-29T00:30:00Z", Read("2023-10-29 01:30 +01:00"));
    }

    [Fact]
    public void A_time_that_clocks_skip_is_printed_with_both_offsets()
    {
        var reading = London.Read("2023-03-26T01:30:00");
        Assert.Equal(DateProblem.NonExistent, reading.Problem);
        Assert.Contains("2023-03-26T01:30:00+00:00 or 2023-03-26T01:30:00+01:00", reading.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bare_date_begins_when_its_day_does_even_where_clocks_skip_midnight()
    {
        var reading = DateReader.Find("America/Sao_Paulo")!.Read("2018-11-04");
        Assert.Equal((DateProblem.None, 3), (reading.Problem, reading.Instant.Hour));
    }

    [Fact]
    public void There_is_no_such_zone() => Assert.Null(DateReader.Find("Europe/Atlantis"));

    [Fact]
    public void Every_instant_survives_being_written_and_read() =>
        Gen.Select(Gen.Long[new DateTime(1600, 1, 1).Ticks, new DateTime(9000, 1, 1).Ticks], Gen.Int[-14 * 60, 14 * 60]).Select((ticks, minutes) =>
            new DateTimeOffset(ticks, TimeSpan.FromMinutes(minutes))).Sample(at =>
            Assert.Equal(at, London.Read(at.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture)).Instant));

    [Fact]
    public void No_text_is_too_odd_to_be_read_or_refused() =>
        Gen.String[Gen.Char["0123456789-/.:TZ+ UC\u2212"], 0, 30].Sample(text => { London.Read(text); }, iter: 100_000);
}
