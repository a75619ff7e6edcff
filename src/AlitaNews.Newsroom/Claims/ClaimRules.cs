using AlitaNews.Newsroom.Site;

namespace AlitaNews.Newsroom.Claims;

/// <summary>What the site as a whole says about claims.</summary>
/// <param name="Zone">The zone in which periods end and days are counted.</param>
/// <param name="Grace">Days between the end of a due period and the overdue flag, where an entry gives none.</param>
/// <param name="ConfirmedLabelDays">How many days the label CONFIRMED is shown.</param>
public sealed record ClaimRules(SiteZone Zone, int Grace = 0, int ConfirmedLabelDays = 30)
{
    private const int SoonDays = 30;

    /// <summary>The rules of a site; an unknown zone counts as UTC.</summary>
    public static ClaimRules Of(SiteFile site) => new(SiteZone.Find(site.TimeZone) ?? SiteZone.Utc, site.Grace, site.ConfirmedLabelDays);

    /// <summary>
    /// The bound of "due soon": an open claim that is not overdue is due soon where its due period ends at this instant or before, which is
    /// where its last day is at most 30 days away. Changes at the midnights of the zone only.
    /// </summary>
    public DateTimeOffset DueSoonUntil(DateTimeOffset now) => Zone.StartOf(Zone.DayOf(now).AddDays(SoonDays + 1));
}
