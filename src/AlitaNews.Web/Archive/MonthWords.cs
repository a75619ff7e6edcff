using System.Globalization;

namespace AlitaNews.Web.Archive;

/// <summary>Months and years in words and addresses.</summary>
public static class MonthWords
{
    /// <summary>"January".</summary>
    public static string Name(DateOnly month) => month.ToString("MMMM", CultureInfo.InvariantCulture);

    /// <summary>"January 2023", or "2023".</summary>
    public static string Of(DateOnly first, bool isYear) => first.ToString(isYear ? "yyyy" : "MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The address of a month, or of a year.</summary>
    public static string Address(DateOnly first, bool isYear) => "/archive/" + first.ToString(isYear ? "yyyy" : "yyyy'/'MM", CultureInfo.InvariantCulture);
}
