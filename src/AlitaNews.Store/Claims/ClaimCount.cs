using AlitaNews.Newsroom.Claims;

namespace AlitaNews.Store.Claims;

/// <summary>How many claims stand in a display state.</summary>
/// <param name="Display">The state.</param>
/// <param name="Count">How many.</param>
public sealed record ClaimCount(ClaimDisplay Display, int Count);

/// <summary>A row of the function <c>claim_balance</c>.</summary>
internal sealed record BalanceRow
{
    public required string Display { get; init; }

    public int Count { get; init; }

    /// <summary>The counts in the order of the states.</summary>
    public static IReadOnlyList<ClaimCount> Read(IEnumerable<BalanceRow> rows) =>
        [.. rows.Select(static row => new ClaimCount(Enum.Parse<ClaimDisplay>(row.Display, ignoreCase: true), row.Count)).OrderBy(static count => count.Display)];
}
