using System.Globalization;

namespace AlitaNews.Web.Layout;

/// <summary>The number of a page of a list, as addresses carry it.</summary>
public static class PageNumber
{
    /// <summary>The number: 1 where none is given, null where it is no number above 0.</summary>
    public static int? Read(string? page)
    {
        if (page is null)
            return 1;
        return int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && page[0] != '0' ? number : null;
    }
}
