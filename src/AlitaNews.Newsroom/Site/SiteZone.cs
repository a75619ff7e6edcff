using AlitaNews.Newsroom.Diagnostics;
using NodaTime;

namespace AlitaNews.Newsroom.Site;

/// <summary>
/// The site's time zone: turns calendar days into instants and back, with zone data that is the same on every machine. Immutable.
/// Instants are always given in UTC.
/// </summary>
public sealed class SiteZone
{
    private readonly DateTimeZone _zone;

    private SiteZone(DateTimeZone zone) => _zone = zone;

    /// <summary>The zone of a site that names none.</summary>
    public static SiteZone Utc { get; } = new(DateTimeZone.Utc);

    /// <summary>Its IANA name.</summary>
    public string Id => _zone.Id;

    /// <summary>The zone of an IANA name, or null.</summary>
    public static SiteZone? Find(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is { } zone ? new SiteZone(zone) : null;

    /// <summary>What is said of a name that is no zone's.</summary>
    public static string Complaint(string id) => $"\"{id}\" is no time zone" + Suggestion.AsQuestion(id.Trim(), DateTimeZoneProviders.Tzdb.Ids);

    /// <summary>The first instant of a day (00:00, or the first time that exists where the clocks skip it).</summary>
    public DateTimeOffset StartOf(DateOnly day) =>
        _zone.AtStartOfDay(LocalDate.FromDateOnly(day)).ToInstant().ToDateTimeOffset();

    /// <summary>The day on which an instant falls.</summary>
    public DateOnly DayOf(DateTimeOffset at) => Local(at).Date.ToDateOnly();

    /// <summary>The instant a number of calendar days later, at the same time of the day where that exists.</summary>
    public DateTimeOffset AddDays(DateTimeOffset at, int days) => Resolve(Local(at).PlusDays(days));

    /// <summary>The instant one calendar year later, at the same time of the day where that exists.</summary>
    public DateTimeOffset AddYear(DateTimeOffset at) => Resolve(Local(at).PlusYears(1));

    private LocalDateTime Local(DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(_zone).LocalDateTime;

    private DateTimeOffset Resolve(LocalDateTime local) => _zone.AtLeniently(local).ToInstant().ToDateTimeOffset();
}
