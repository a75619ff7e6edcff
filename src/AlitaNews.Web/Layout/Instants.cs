using System.Globalization;

namespace AlitaNews.Web.Layout;

/// <summary>Instants as machines read them.</summary>
public static class Instants
{
    /// <summary>RFC 3339 in UTC, to the second: what <c>datetime</c> attributes, JSON and feeds carry.</summary>
    public static string Machine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
