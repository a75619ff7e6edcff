using Dapper;

namespace AlitaNews.Store.Editions;

/// <summary>What PostgreSQL has to be told after a large round. Thread-safe.</summary>
public sealed class TableUpkeep(NewsDatabase database)
{
    // Left to itself it comes by a minute later or more, and until then counts visit every row and plans are guesses.
    private const string VacuumSql =
        "vacuum (analyze) article, listing, dossier, media, sidecar, address, claim, claim_event, claim_state, scored_claim, assertion, correction, file, tick";

    /// <summary>Marks what every session may see and counts what is in the tables. Locks nobody out; seconds for a hundred thousand articles.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenWriterAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition(VacuumSql, cancellationToken: cancel));
    }
}
