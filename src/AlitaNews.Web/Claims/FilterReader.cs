using System.Globalization;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Site;
using AlitaNews.Store.Claims;

namespace AlitaNews.Web.Claims;

/// <summary>Reads the filters of lists of claims from the query of an address.</summary>
public static class FilterReader
{
    private static readonly string[] Rfc3339 = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>The filter; null where a word is none of ours.</summary>
    public static ClaimFilter? Read(string? status, string? topic, string? source, string? due)
    {
        ClaimDisplay? display = null;
        if (status is not null)
        {
            display = ClaimVocabulary.FindDisplay(status);
            if (display is null or ClaimDisplay.None)
                return null;
        }

        if (due is not (null or "overdue" or "soon"))
            return null;
        return new ClaimFilter { Status = display, Topic = topic, Source = source, Due = due is null ? null : due == "soon" ? DueFilter.Soon : DueFilter.Overdue };
    }

    /// <summary>Reads an instant: RFC 3339, or a day, which begins at midnight in the site's zone.</summary>
    /// <param name="text">As the address has it; null: none is given.</param>
    /// <param name="zone">The site's zone.</param>
    /// <param name="instant">The instant; null where none is given.</param>
    /// <returns>False where it is neither.</returns>
    public static bool TryInstant(string? text, SiteZone zone, out DateTimeOffset? instant)
    {
        instant = null;
        if (text is null)
            return true;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            instant = zone.StartOf(day).ToUniversalTime();
            return true;
        }

        // A plus sign that was not escaped arrives as a space.
        var written = text.Replace(' ', '+');
        var offset = written.EndsWith('Z') || written.LastIndexOfAny(['+', '-']) > "yyyy-MM-ddT".Length;
        if (!offset || !DateTimeOffset.TryParseExact(written, Rfc3339, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            return false;
        instant = at.ToUniversalTime();
        return true;
    }

    /// <summary>The address of the tracker with a filter.</summary>
    public static string Tracker(ClaimFilter filter, int page = 1)
    {
        var parts = new (string Name, string? Value)[]
        {
            ("status", filter.Status?.Word()),
            ("topic", filter.Topic),
            ("source", filter.Source),
            ("due", filter.DueWord),
            ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)),
        };
        var query = string.Join('&', parts.Where(static part => part.Value is not null).Select(static part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        return query.Length == 0 ? "/rumours" : "/rumours?" + query;
    }
}
