using Npgsql;

namespace AlitaNews.Store.Editions;

/// <summary>
/// Hears that another edition was made, by this or another instance. A notice can be lost with its connection, so the caller looks
/// again whenever a connection is new, and every second besides.
/// </summary>
public sealed class EditionSignal(NewsDatabase database)
{
    /// <summary>The channel of the notices.</summary>
    internal const string Channel = "alita_edition";

    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SoonInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>Calls back after every notice, every new connection and every poll, one call at a time, until cancelled.</summary>
    /// <param name="look">
    /// Looks whether there is another edition; false: there is, but it cannot be read here yet. What it throws because the database is away ends only the connection.
    /// </param>
    /// <param name="away">Told when the database does not answer, with the reason.</param>
    /// <param name="cancel">Ends the listening.</param>
    public async Task ListenAsync(Func<CancellationToken, Task<bool>> look, Action<Exception> away, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.OpenWriterAsync(cancel);
                await using (var listen = new NpgsqlCommand($"listen {Channel}", connection))
                    await listen.ExecuteNonQueryAsync(cancel);
                while (true)
                {
                    var isSettled = await look(cancel);
                    await connection.WaitAsync(isSettled ? PollInterval : SoonInterval, cancel);
                }
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Also a fault of ours in looking: an instance that stopped listening would show yesterday for ever.
                away(e);
                database.ForgetConnections();
                await Task.Delay(TimeSpan.FromMilliseconds(250), cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
