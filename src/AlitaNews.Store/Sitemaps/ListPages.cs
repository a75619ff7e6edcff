using System.Globalization;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Site;

namespace AlitaNews.Store.Sitemaps;

/// <summary>The pages that list others, as far as sitemaps name them: those at fixed addresses, and the years and months of the archive.</summary>
/// <param name="Addresses">The years and months there could be, root-relative.</param>
/// <param name="Starts">When each begins in the site's zone.</param>
/// <param name="Ends">When each ends.</param>
internal sealed record ListPages(string[] Addresses, DateTime[] Starts, DateTime[] Ends)
{
    private const int FirstYear = 1900;

    /// <summary>The fixed addresses.</summary>
    public static readonly string[] Fixed = ["/", "/rumours", "/sources", "/status", "/corrections", "/archive", "/sections", "/topics", "/tags", "/authors"];

    /// <summary>No years and no months.</summary>
    public static readonly ListPages None = new([], [], []);

    /// <summary>Every year and month until now.</summary>
    public static ListPages Of(SiteFile site, DateTimeOffset now)
    {
        var zone = ClaimRules.Of(site).Zone;
        var today = zone.DayOf(now);
        var spans = new List<(string Address, DateOnly First, DateOnly After)>();
        for (var year = new DateOnly(FirstYear, 1, 1); year <= today; year = year.AddYears(1))
        {
            spans.Add((year.ToString("'/archive/'yyyy", CultureInfo.InvariantCulture), year, year.AddYears(1)));
            for (var month = year; month <= today && month.Year == year.Year; month = month.AddMonths(1))
                spans.Add((month.ToString("'/archive/'yyyy'/'MM", CultureInfo.InvariantCulture), month, month.AddMonths(1)));
        }

        return new ListPages(
            [.. spans.Select(static span => span.Address)],
            [.. spans.Select(span => zone.StartOf(span.First).UtcDateTime)],
            [.. spans.Select(span => zone.StartOf(span.After).UtcDateTime)]);
    }
}
