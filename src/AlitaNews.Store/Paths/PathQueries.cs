using Dapper;

namespace AlitaNews.Store.Paths;

/// <summary>Finds out what an address means that no page has. Thread-safe.</summary>
public sealed class PathQueries(NewsDatabase database)
{
    private const string FindSql = """
        select location, removed, gone, reason from where_now(@path, @now)
        """;

    /// <summary>What became of an address; null where nobody knows it, or it leads in a circle.</summary>
    /// <param name="path">Decoded, in its one spelling.</param>
    /// <param name="now">The moment of the page.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<OldPath?> FindAsync(string path, DateTimeOffset now, CancellationToken cancel)
    {
        await using var connection = await database.OpenReaderAsync(cancel);
        return await connection.QueryFirstOrDefaultAsync<OldPath>(new CommandDefinition(FindSql, new { path, now }, cancellationToken: cancel));
    }
}

/// <summary>What became of an address. Immutable.</summary>
public sealed record OldPath
{
    /// <summary>Where it leads: root-relative and decoded, or absolute; null: it is gone.</summary>
    public string? Location { get; init; }

    /// <summary>The id of the piece that was taken down, where it was one; or null.</summary>
    public string? Removed { get; init; }

    /// <summary>Whether an editor says that it is gone.</summary>
    public bool Gone { get; init; }

    /// <summary>Why it is gone, or null.</summary>
    public string? Reason { get; init; }
}
