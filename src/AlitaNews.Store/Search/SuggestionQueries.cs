using Dapper;

namespace AlitaNews.Store.Search;

/// <summary>Something a reader may be about to type, with its page.</summary>
/// <param name="Kind">topic, source, author or section.</param>
/// <param name="Id">The id in its address.</param>
/// <param name="Name">Its name.</param>
public sealed record Suggestion(string Kind, string Id, string Name);

/// <summary>Finds names by their beginnings. Thread-safe.</summary>
public sealed class SuggestionQueries(NewsDatabase database)
{
    /// <summary>The most suggestions at once.</summary>
    public const int Most = 8;

    /// <summary>The fewest letters that are worth an answer.</summary>
    public const int FewestLetters = 2;

    // Only what has a file, and so a page that is public whatever is written about it.
    private const string FindSql = """
        select max(number) from edition;

        select d.kind, d.id, d.name from dossier d
        where d.kind in ('topic', 'source', 'author', 'section') and (lower(d.name) like @start or lower(d.name) like @inside)
        order by (lower(d.name) like @start) desc, length(d.name), d.name, d.id
        limit @most;
        """;

    /// <summary>Names with a word that begins with what was typed; those that begin with it themselves first.</summary>
    /// <returns>The edition that was read, and the names.</returns>
    public async Task<(long Edition, IReadOnlyList<Suggestion> Names)> FindAsync(string typed, CancellationToken cancel)
    {
        var start = typed.Trim().ToLowerInvariant().Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal) + "%";
        await using var connection = await database.OpenReaderAsync(cancel);
        await using var results = await connection.QueryMultipleAsync(new CommandDefinition(FindSql, new { start, inside = "% " + start, most = Most }, cancellationToken: cancel));
        return (await results.ReadSingleAsync<long>(), [.. await results.ReadAsync<Suggestion>()]);
    }
}
