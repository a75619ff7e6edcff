using System.Globalization;
using AlitaNews.Newsroom.Site;

namespace AlitaNews.Newsroom.Claims;

/// <summary>
/// The period by whose end something should have happened: a year, half-year, quarter, month or day, kept as written.
/// <c>none</c> says that there is no such period.
/// </summary>
public sealed record DuePeriod
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth"];

    private readonly Shape _shape;
    private readonly int _part;

    private DuePeriod(string written, Shape shape, DateOnly lastDay, int part)
    {
        Written = written;
        LastDay = lastDay;
        _shape = shape;
        _part = part;
    }

    private enum Shape
    {
        None,
        Year,
        Half,
        Quarter,
        Month,
        Day,
    }

    /// <summary>The text as written.</summary>
    public string Written { get; }

    /// <summary>The last day of the period; the last day of the calendar for <c>none</c>.</summary>
    public DateOnly LastDay { get; }

    /// <summary>Whether it says that there is no period.</summary>
    public bool IsNone => _shape == Shape.None;

    /// <summary>Reads <c>YYYY</c>, <c>YYYY-Hn</c>, <c>YYYY-Qn</c>, <c>YYYY-MM</c>, <c>YYYY-MM-DD</c> or <c>none</c>; anything else is null.</summary>
    public static DuePeriod? Parse(string text)
    {
        var written = text.Trim();
        if (written.Equals("none", StringComparison.OrdinalIgnoreCase))
            return new DuePeriod(written, Shape.None, DateOnly.MaxValue, 0);
        if (written.Length < 4 || FindNumber(written.AsSpan(0, 4)) is not { } year || year is 0 or 9999)
            return null;

        var rest = written.AsSpan(4);
        if (rest.IsEmpty)
            return new DuePeriod(written, Shape.Year, new DateOnly(year, 12, 31), 0);
        if (rest[0] != '-')
            return null;
        rest = rest[1..];
        if (rest.Length == 2 && rest[0] is 'H' or 'h' && rest[1] is '1' or '2')
            return new DuePeriod(written, Shape.Half, EndOfMonth(year, (rest[1] - '0') * 6), rest[1] - '0');
        if (rest.Length == 2 && rest[0] is 'Q' or 'q' && rest[1] is >= '1' and <= '4')
            return new DuePeriod(written, Shape.Quarter, EndOfMonth(year, (rest[1] - '0') * 3), rest[1] - '0');
        if (rest.Length is not (2 or 5) || FindNumber(rest[..2]) is not { } month || month is < 1 or > 12)
            return null;
        if (rest.Length == 2)
            return new DuePeriod(written, Shape.Month, EndOfMonth(year, month), 0);
        if (rest[2] != '-' || FindNumber(rest[3..]) is not { } day || day < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        return new DuePeriod(written, Shape.Day, new DateOnly(year, month, day), 0);
    }

    /// <summary>The instant at which the period is over; null for <c>none</c>.</summary>
    /// <param name="zone">The site's zone.</param>
    /// <param name="grace">Calendar days to add.</param>
    public DateTimeOffset? FindEnd(SiteZone zone, int grace = 0)
    {
        if (IsNone)
            return null;
        var days = (long)LastDay.DayNumber + 1 + grace;
        return zone.StartOf(DateOnly.FromDayNumber((int)Math.Clamp(days, DateOnly.MinValue.DayNumber + 1, DateOnly.MaxValue.DayNumber - 1)));
    }

    /// <summary>The period for readers: "2023", "the third quarter of 2023", "June 2023", "15 June 2023".</summary>
    public string InWords() => _shape switch
    {
        Shape.Year => LastDay.ToString("yyyy", CultureInfo.InvariantCulture),
        Shape.Half => string.Create(CultureInfo.InvariantCulture, $"the {Ordinals[_part - 1]} half of {LastDay:yyyy}"),
        Shape.Quarter => string.Create(CultureInfo.InvariantCulture, $"the {Ordinals[_part - 1]} quarter of {LastDay:yyyy}"),
        Shape.Month => LastDay.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        Shape.Day => LastDay.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        _ => "no date",
    };

    /// <summary>Its end for readers, after "by": "the end of 2023", "15 June 2023".</summary>
    public string EndInWords() => _shape is Shape.Day or Shape.None ? InWords() : "the end of " + InWords();

    private static DateOnly EndOfMonth(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    private static int? FindNumber(ReadOnlySpan<char> digits)
    {
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c))
                return null;
        }

        return int.Parse(digits, CultureInfo.InvariantCulture);
    }
}
