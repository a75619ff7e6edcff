using System.Data.Common;
using System.Globalization;
using Dapper;
using Npgsql;

namespace AlitaNews.Store.Editions;

/// <summary>
/// The right to write editions: an advisory lock on the very session that writes them. If the session ends, for whatever reason, the
/// right and all unfinished writing end with it. A second session shows every second that the process lives, however long a round
/// computes between two statements: <see cref="LeaderWatch"/> ends those of a leader that is silent.
/// </summary>
public sealed class LeaderSession : IAsyncDisposable
{
    /// <summary>Whoever holds it leads.</summary>
    internal const long LockKey = 0x416c697461_02;

    /// <summary>What the second session calls itself; the process number of the first follows.</summary>
    internal const string PulseName = "alitanews leader ";

    private const int PulsePatience = 2;
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _end = new();
    private readonly Task _beating;

    private LeaderSession(NewsDatabase database, NpgsqlConnection connection)
    {
        Connection = connection;
        _beating = Task.Run(() => BeatOnAsync(database, connection.ProcessID));
    }

    /// <summary>The session.</summary>
    internal NpgsqlConnection Connection { get; }

    private const string LockSql = "select pg_try_advisory_lock(@key)";

    // Texts are packed and unpacked in a third of the time, where the server was built with it; what was packed before is read as ever.
    private const string CompressionSql = """
        select set_config(name, 'lz4', false) from pg_settings where name = 'default_toast_compression' and 'lz4' = any(enumvals)
        """;

    /// <summary>Becomes the leader, if nobody is.</summary>
    /// <returns>The session, or null where another instance leads.</returns>
    /// <exception cref="NpgsqlException">The database does not answer.</exception>
    public static async Task<LeaderSession?> TryAcquireAsync(NewsDatabase database, CancellationToken cancel)
    {
        var connection = await database.OpenWriterAsync(cancel);
        try
        {
            if (await connection.ExecuteScalarAsync<bool>(new CommandDefinition(LockSql, new { key = LockKey }, cancellationToken: cancel)))
            {
                await connection.ExecuteAsync(new CommandDefinition(CompressionSql, cancellationToken: cancel));
                return new LeaderSession(database, connection);
            }
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

    /// <summary>Looks whether the right is still held.</summary>
    /// <exception cref="NpgsqlException">The session is lost, and the right with it.</exception>
    public Task BeatAsync(CancellationToken cancel) => Connection.ExecuteAsync(new CommandDefinition(AliveSql, cancellationToken: cancel));

    /// <summary>Gives the right back.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _beating;
        _end.Dispose();
        await Connection.DisposeAsync();
    }

    private const string NameSql = "select set_config('application_name', @name, false)";

    private async Task BeatOnAsync(NewsDatabase database, int leader)
    {
        var name = PulseName + leader.ToString(CultureInfo.InvariantCulture);
        while (!_end.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.OpenWriterAsync(_end.Token);
                while (true)
                {
                    // Every time: it is as much work as anything else, and shows who lives.
                    await connection.ExecuteAsync(new CommandDefinition(NameSql, new { name }, commandTimeout: PulsePatience, cancellationToken: _end.Token));
                    await Task.Delay(Pulse, _end.Token);
                }
            }
            catch (Exception e) when (e is DbException or TimeoutException or IOException or OperationCanceledException)
            {
                // The other session decides; this one only tries again.
                await Task.Delay(Pulse, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
