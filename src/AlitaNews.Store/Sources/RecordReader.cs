using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Sources;
using AlitaNews.Store.Claims;
using Dapper;

namespace AlitaNews.Store.Sources;

/// <summary>
/// Reads the last two result sets of a query that shows track records: every claim's outcome, and every assertion. Both are empty where the
/// newest records are at hand: the query is told as <c>@known</c> in which edition those moved last.
/// </summary>
internal static class RecordReader
{
    /// <summary>The first result set of such a query: its edition, and the one in which a record moved last.</summary>
    public static async Task<(long Edition, long Moved)> ReadEditionAsync(SqlMapper.GridReader results)
    {
        var row = await results.ReadSingleAsync<EditionRow>();
        return (row.Number, row.Records);
    }

    /// <summary>The records of the query's edition.</summary>
    /// <param name="results">Stands before the two result sets.</param>
    /// <param name="shelf">Where records are kept.</param>
    /// <param name="moved">The edition in which they moved last.</param>
    /// <param name="known">Those records, where they were at hand when the query began.</param>
    /// <param name="claims">Knows the sources and their other ids.</param>
    public static async Task<TrackRecordBook> ReadAsync(SqlMapper.GridReader results, RecordShelf shelf, long moved, TrackRecordBook? known, ClaimReader claims)
    {
        var scored = await results.ReadAsync<ScoredRow>();
        var made = await results.ReadAsync<AssertionRow>();
        return known ?? Make(scored, made, shelf, moved, claims);
    }

    /// <summary>The same for a page that may show none: null where the query was not asked for any, or nothing was ever claimed.</summary>
    public static async Task<TrackRecordBook?> FindAsync(SqlMapper.GridReader results, RecordShelf shelf, long moved, TrackRecordBook? known, ClaimReader claims)
    {
        var scored = (await results.ReadAsync<ScoredRow>()).ToList();
        var made = (await results.ReadAsync<AssertionRow>()).ToList();
        return known ?? (scored.Count + made.Count == 0 ? null : Make(scored, made, shelf, moved, claims));
    }

    private static TrackRecordBook Make(IEnumerable<ScoredRow> scored, IEnumerable<AssertionRow> made, RecordShelf shelf, long moved, ClaimReader claims)
    {
        var book = new TrackRecordBook(
            scored.Select(static row => new ScoredClaim(row.Claim, row.Type, Enum.Parse<ClaimOutcome>(row.Outcome, ignoreCase: true), row.DecidedAt)),
            made.Select(row => new SourceAssertion(claims.SourceOf(row.Source).File?.Id ?? row.Source, row.Claim, row.Article, Enum.Parse<SourceRole>(row.Role, ignoreCase: true), row.At)),
            id => claims.SourceOf(id).File?.Kind);
        shelf.Keep(moved, book);
        return book;
    }

    private sealed record EditionRow
    {
        public long Number { get; init; }

        public long Records { get; init; }
    }

    private sealed record ScoredRow
    {
        public required string Claim { get; init; }

        public string? Type { get; init; }

        public required string Outcome { get; init; }

        public DateTimeOffset? DecidedAt { get; init; }
    }

    private sealed record AssertionRow
    {
        public required string Claim { get; init; }

        public required string Source { get; init; }

        public required string Article { get; init; }

        public required string Role { get; init; }

        public DateTimeOffset At { get; init; }
    }
}
