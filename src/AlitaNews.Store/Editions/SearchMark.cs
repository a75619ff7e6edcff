namespace AlitaNews.Store.Editions;

/// <summary>What stands in a search vector beside the words, so that one index answers filters too. No word contains the sign.</summary>
internal static class SearchMark
{
    /// <summary>Stands in every vector.</summary>
    public const string All = "=all";

    /// <summary>The mark of a topic.</summary>
    public static string Topic(string id) => "=topic:" + id;

    /// <summary>The mark of a source.</summary>
    public static string Source(string id) => "=source:" + id;

    /// <summary>A query for marks, in the syntax of <c>tsquery</c>. Ids are slugs: they have no quotes.</summary>
    public static string Query(IEnumerable<string> marks) => string.Join(" & ", marks.Select(static mark => $"'{mark}'"));
}
