using System.Text.RegularExpressions;

namespace AlitaNews.Newsroom.Articles;

/// <summary>
/// Reads Eleventy's templates of addresses, <c>/blog/{{ page.date | date: "%Y/%m" }}/{{ title | slugify }}/</c>, as patterns with the tokens of
/// <see cref="FormerPost"/>. What needs a programme to be known is no pattern.
/// </summary>
internal static partial class EleventyPermalink
{
    private static readonly Dictionary<string, string> Variables = new(StringComparer.Ordinal)
    {
        ["page.fileSlug"] = ":name",
        ["page.filePathStem"] = ":file_path",
        ["page.outputFileExtension"] = "html",
        ["page.lang"] = ":lang",
        ["title"] = ":title_slug",
        ["slug"] = ":slug",
        ["lang"] = ":lang",
        ["locale"] = ":lang",
    };

    // Filters of other sites' own, by the name that most of them have.
    private static readonly HashSet<string> DayFilters = new(["htmlDateString", "isoDate", "toISODate", "dateIso", "postDateISO"], StringComparer.OrdinalIgnoreCase);

    // Of strftime, and of the libraries whose formats have letters alone.
    private static readonly (string Format, string Token)[] Formats =
    [
        ("%Y", ":year"), ("%y", ":short_year"), ("%m", ":month"), ("%-m", ":i_month"), ("%d", ":day"), ("%-d", ":i_day"), ("%j", ":y_day"),
        ("yyyy", ":year"), ("YYYY", ":year"), ("MM", ":month"), ("LL", ":month"), ("dd", ":day"), ("DD", ":day"),
    ];

    /// <summary>The pattern, beginning with a slash; null where an expression is not known.</summary>
    public static string? Compile(string template)
    {
        var known = true;
        var pattern = Expression.Replace(template, expression =>
        {
            var value = Find(expression.Groups[1].Value);
            known &= value is not null;
            return value ?? "";
        });
        return known && pattern.AsSpan().IndexOfAny('{', '%', '}') < 0 ? "/" + pattern.TrimStart('/') : null;
    }

    private static string? Find(string expression)
    {
        var parts = expression.Trim('-', ' ').Split('|', StringSplitOptions.TrimEntries);
        if (parts[0] is not ("page.date" or "date"))
            return Variables.GetValueOrDefault(parts[0]);
        foreach (var filter in parts.AsSpan(1))
        {
            if (DayFilters.Contains(filter))
                return ":year-:month-:day";
            if (Quoted.Match(filter) is { Success: true } format)
                return Date(format.Groups[1].Value);
        }

        return null;
    }

    private static string? Date(string format)
    {
        foreach (var (letters, token) in Formats)
            format = format.Replace(letters, token, StringComparison.Ordinal);
        return Tokens.Replace(format, "").All(static c => !char.IsLetterOrDigit(c) && c != '%') ? format : null;
    }

    [GeneratedRegex(@"\{\{(.*?)\}\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Expression { get; }

    [GeneratedRegex("""["']([^"']+)["']""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Quoted { get; }

    [GeneratedRegex(":[a-z_]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tokens { get; }
}
