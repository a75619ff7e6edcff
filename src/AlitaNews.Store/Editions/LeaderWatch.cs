using Dapper;

namespace AlitaNews.Store.Editions;

/// <summary>
/// Ends a leader that hangs: a stopped process keeps its session and with it the lock, for ever. Its session is ended in the server, so
/// whatever it tries to write when it wakes fails by itself. For the followers; not safe for use by several threads.
/// </summary>
public sealed class LeaderWatch(NewsDatabase database)
{
    // Silent: the server waits for the client, and has heard nothing for five seconds on either of the leader's sessions.
    private const string SilentSql = """
        select l.pid
        from pg_locks l
        join pg_stat_activity a on a.pid = l.pid
        where l.locktype = 'advisory' and l.granted and l.objsubid = 1
          and l.database = (select d.oid from pg_database d where d.datname = current_database())
          and (l.classid::bigint << 32 | l.objid::bigint) = @key
          and a.wait_event_type = 'Client'
          and greatest(a.state_change, (select max(p.state_change) from pg_stat_activity p where p.application_name = @pulse || l.pid::text))
              < clock_timestamp() - interval '5 seconds'
        """;

    private const string EndSql = "select pg_terminate_backend(@leader)";

    private int? _suspect;

    /// <summary>Looks at the leader, and ends it where it was silent the last time, too: after a pause of the server everybody is silent once.</summary>
    /// <returns>Whether it was ended.</returns>
    public async Task<bool> EndSilentAsync(CancellationToken cancel)
    {
        await using var connection = await database.OpenWriterAsync(cancel);
        var silent = await connection.QueryFirstOrDefaultAsync<int?>(new CommandDefinition(
            SilentSql, new { key = LeaderSession.LockKey, pulse = LeaderSession.PulseName }, cancellationToken: cancel));
        var isCertain = silent is not null && silent == _suspect;
        _suspect = silent;
        return isCertain && await connection.ExecuteScalarAsync<bool>(new CommandDefinition(EndSql, new { leader = silent }, cancellationToken: cancel));
    }
}
