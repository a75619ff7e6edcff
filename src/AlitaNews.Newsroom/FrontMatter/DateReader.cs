using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace AlitaNews.Newsroom.FrontMatter;

/// <summary>
/// Reads dates as posts have them (<c>content.md</c>, section 4): <c>2023-01-10</c>, <c>2023/1/10</c>, with a time after <c>T</c> or a
/// blank, with or without seconds, fractions and an offset. Where the value has no offset, the zone decides. Immutable.
/// </summary>
public sealed class DateReader
{
    private const string ShapeHint = "write it as 2023-01-10 or 2023-01-10T09:30:00Z";
    private static readonly OffsetDateTimePattern Iso = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<m>");
    private static readonly LocalDatePattern InWords = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");

    private static readonly string[] InMonthWords =
        ["MMM d yyyy", "MMM d, yyyy", "MMMM d yyyy", "MMMM d, yyyy", "d MMM yyyy", "d MMMM yyyy", "ddd, d MMM yyyy", "ddd MMM d yyyy"];

    private readonly DateTimeZone _zone;

    private DateReader(DateTimeZone zone) => _zone = zone;

    /// <summary>The reader of values whose zone is UTC.</summary>
    public static DateReader Utc { get; } = new(DateTimeZone.Utc);

    /// <summary>The reader of an IANA zone, or null if there is no such zone.</summary>
    public static DateReader? Find(string zone) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is { } found ? new DateReader(found) : null;

    /// <summary>Whether a text begins like a date, so that a key that takes a date or something else takes the date.</summary>
    public static bool LooksLikeDate(string text)
    {
        var scan = new DateScan(text.AsSpan().Trim());
        return scan.TryNumber(4, 4, out _) && scan.TryAny("-/", out _) && scan.TryNumber(1, 2, out _);
    }

    /// <summary>Reads a date.</summary>
    /// <param name="text">The value as written.</param>
    /// <param name="endOfDay">Whether a bare date means the end of its day (expiry, due) instead of its start.</param>
    public DateReading Read(string text, bool endOfDay = false)
    {
        var scan = new DateScan(text.AsSpan().Trim());
        if (!scan.TryNumber(4, 4, out var year) || !scan.TryAny("-/", out var separator) || !scan.TryNumber(1, 2, out var month)
            || !scan.TryAny(separator == '-' ? "-" : "/", out _) || !scan.TryNumber(1, 2, out var day))
        {
            return ReadDayFirst(text);
        }

        // The first and the last year: an offset could carry a moment of theirs out of all calendars.
        if (year is < 2 or 9999 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month))
            return Unreadable($"\"{text}\" is a day that no calendar has");
        var date = new LocalDate(year, month, day);
        if (scan.AtEnd)
            return At(_zone.AtStartOfDay(endOfDay ? date.PlusDays(1) : date).ToInstant());
        if (!scan.TryTime(out var time, out var problem))
            return Unreadable($"\"{text}\" {problem}");
        if (!scan.TryOffset(out var offset))
            return Unreadable($"\"{text}\" does not end like a date: after the time only an offset can stand, Z or +01:00");
        return offset is { } given
            ? At(date.At(time).WithOffset(given).ToInstant())
            : ReadLocal(text, date.At(time));
    }

    private static DateReading At(Instant instant) => new(instant.ToDateTimeOffset(), DateProblem.None, "", null);

    private static DateReading Unreadable(string message, string hint = ShapeHint) => new(default, DateProblem.Unreadable, message, hint);

    private DateReading ReadLocal(string text, LocalDateTime local)
    {
        var mapping = _zone.MapLocal(local);
        if (mapping.Count == 1)
            return At(mapping.Single().ToInstant());
        var (early, late) = mapping.Count == 2
            ? (mapping.First().ToOffsetDateTime(), mapping.Last().ToOffsetDateTime())
            : (local.WithOffset(mapping.EarlyInterval.WallOffset), local.WithOffset(mapping.LateInterval.WallOffset));
        return mapping.Count == 2
            ? new(default, DateProblem.Ambiguous, $"\"{text}\" happens twice in {_zone.Id}: as {Iso.Format(early)} and as {Iso.Format(late)}", "write the one you mean, with its offset")
            : new(default, DateProblem.NonExistent, $"\"{text}\" does not exist in {_zone.Id}, where clocks skip it: it can mean {Iso.Format(early)} or {Iso.Format(late)}", "write the one you mean, with its offset");
    }

    // 10/01/2023 is October to some and January to others: we do not guess.
    private static DateReading ReadDayFirst(string text)
    {
        var scan = new DateScan(text.AsSpan().Trim());
        if (!scan.TryNumber(1, 2, out var first) || !scan.TryAny("/.-", out _) || !scan.TryNumber(1, 2, out var second)
            || !scan.TryAny("/.-", out _) || !scan.TryYear(out var year))
        {
            // A month in words can be read in one way only, but it is no shape of ours: all that is missing is said.
            return DateTime.TryParseExact(text.Trim(), InMonthWords, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day)
                ? Unreadable($"\"{text}\" is not a date", string.Create(CultureInfo.InvariantCulture, $"write it as {day:yyyy-MM-dd}"))
                : Unreadable($"\"{text}\" is not a date");
        }

        var dayFirst = Reading(year, second, first);
        var monthFirst = Reading(year, first, second);
        return new(
            default,
            DateProblem.Unreadable,
            $"\"{text}\" can be read in two ways: day first it is {dayFirst}, month first it is {monthFirst}",
            ShapeHint);
    }

    private static string Reading(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? string.Create(CultureInfo.InvariantCulture, $"{InWords.Format(new LocalDate(year, month, day))} ({year:0000}-{month:00}-{day:00})")
            : "no date";
}
