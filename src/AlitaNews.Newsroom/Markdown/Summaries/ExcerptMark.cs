namespace AlitaNews.Newsroom.Markdown.Summaries;

/// <summary>Where a file says that its summary ends.</summary>
internal static class ExcerptMark
{
    /// <summary>Stands in the HTML while it is written; never in what is stored.</summary>
    public static readonly string Marker = BodyMarkup.Open("more");

    /// <summary>Whether a comment is the mark.</summary>
    public static bool IsMark(string comment) =>
        comment.Equals("more", StringComparison.OrdinalIgnoreCase)
        || comment.Equals("truncate", StringComparison.OrdinalIgnoreCase)
        || comment.Equals("excerpt", StringComparison.OrdinalIgnoreCase)
        || comment.Equals("end-excerpt", StringComparison.OrdinalIgnoreCase);
}
