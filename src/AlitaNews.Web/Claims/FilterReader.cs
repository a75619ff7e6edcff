using AlitaNews.Newsroom.Claims;
using AlitaNews.Store.Claims;

namespace AlitaNews.Web.Claims;

/// <summary>Reads the filters of lists of claims from the query of an address.</summary>
public static class FilterReader
{
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

        DueFilter? dates = due switch { "overdue" => DueFilter.Overdue, "soon" => DueFilter.Soon, _ => null };
        return due is not null && dates is null ? null : new ClaimFilter { Status = display, Topic = topic, Source = source, Due = dates };
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
            ("page", page == 1 ? null : page.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        };
        var query = string.Join('&', parts.Where(static part => part.Value is not null).Select(static part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        return query.Length == 0 ? "/rumours" : "/rumours?" + query;
    }
}
