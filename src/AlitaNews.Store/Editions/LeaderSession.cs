using Dapper;
using Npgsql;

namespace AlitaNews.Store.Editions;

/// <summary>
/// The right to write editions: an advisory lock on the very session that writes them. If the session ends, for whatever reason, the
/// right and all unfinished writing end with it.
/// </summary>
public sealed class LeaderSession : IAsyncDisposable
{
    private const long LockKey = 0x416c697461_02;

    private LeaderSession(NpgsqlConnection connection) => Connection = connection;

    /// <summary>The session.</summary>
    internal NpgsqlConnection Connection { get; }

    private const string LockSql = "select pg_try_advisory_lock(@key)";

    /// <summary>Becomes the leader, if nobody is.</summary>
    /// <returns>The session, or null where another instance leads.</returns>
    /// <exception cref="NpgsqlException">The database does not answer.</exception>
    public static async Task<LeaderSession?> TryAcquireAsync(NewsDatabase database, CancellationToken cancel)
    {
        var connection = await database.OpenWriterAsync(cancel);
        try
        {
            if (await connection.ExecuteScalarAsync<bool>(new CommandDefinition(LockSql, new { key = LockKey }, cancellationToken: cancel)))
                return new LeaderSession(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    private const string AliveSql = "select 1";

    /// <summary>Shows the server that the leader lives.</summary>
    /// <exception cref="NpgsqlException">The session is lost, and the right with it.</exception>
    public Task BeatAsync(CancellationToken cancel) => Connection.ExecuteAsync(new CommandDefinition(AliveSql, cancellationToken: cancel));

    /// <summary>Gives the right back.</summary>
    public ValueTask DisposeAsync() => Connection.DisposeAsync();
}
