using AlitaNews.Newsroom.Claims;

namespace AlitaNews.Store.Articles;

/// <summary>A row of the function <c>body_timelines</c>.</summary>
internal sealed record TimelineRow
{
    public required string Block { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Claim { get; init; }

    public required string Text { get; init; }

    public required string Display { get; init; }

    public string? Note { get; init; }

    /// <summary>The changes of each block.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<ClaimChange>> Gather(IEnumerable<TimelineRow> rows) => rows
        .GroupBy(static row => row.Block, StringComparer.Ordinal)
        .ToDictionary(
            static block => block.Key,
            static block => (IReadOnlyList<ClaimChange>)[.. block.Select(static row => new ClaimChange(row.At, row.Claim, row.Text, Enum.Parse<ClaimDisplay>(row.Display, ignoreCase: true), row.Note))],
            StringComparer.Ordinal);
}
