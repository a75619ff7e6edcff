using AlitaNews.Store.Claims;
using Dapper;

namespace AlitaNews.Store.Cards;

/// <summary>Reads what share images and badges show beyond the pages' own queries. Thread-safe.</summary>
public sealed class CardQueries(NewsDatabase database)
{
    private const string FindSlugSql = """
        select slug from article
        where (slug = @name or id = @name) and not vanished
        order by slug = @name desc
        limit 1
        """;

    /// <summary>The slug of an article, by its slug or its id; null where there is none.</summary>
    public async Task<string?> FindSlugAsync(string name, CancellationToken cancel)
    {
        await using var connection = await database.OpenReaderAsync(cancel);
        return await connection.QueryFirstOrDefaultAsync<string?>(new CommandDefinition(FindSlugSql, new { name }, cancellationToken: cancel));
    }

    private const string FindClaimSql = """
        select state.claim, claim.merged_into, state.piece
        from claim_state state
        join claim on claim.id = state.claim
        where state.claim = @id and state.from_at <= @now and state.until_at > @now
        """;

    /// <summary>A claim at a moment, its sources by their ids; null where there is none yet.</summary>
    public async Task<ClaimSummary?> FindClaimAsync(string id, DateTimeOffset now, CancellationToken cancel)
    {
        await using var connection = await database.OpenReaderAsync(cancel);
        var row = await connection.QueryFirstOrDefaultAsync<StateRow>(new CommandDefinition(FindClaimSql, new { id, now }, cancellationToken: cancel));
        return row is null ? null : new ClaimReader([]).Read(row);
    }
}
