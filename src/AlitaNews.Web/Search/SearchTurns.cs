using System.Threading.RateLimiting;

namespace AlitaNews.Web.Search;

/// <summary>
/// How many searches may work at once, whoever asks. One can keep a core of the database busy until its time is up, so most of the database is left
/// to readers. Taken where the work is done: a reader who leaves does not end a search, and must not make room for the next. Thread-safe.
/// </summary>
public sealed class SearchTurns : IDisposable
{
    private const int AtOnce = 4;
    private const int Waiting = 32;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ConcurrencyLimiter _turns = new(new ConcurrencyLimiterOptions { PermitLimit = AtOnce, QueueLimit = Waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();

    /// <summary>Waits for a turn; dispose it when the search is over.</summary>
    /// <returns>The turn, or null where too many wait already, or this one waited in vain.</returns>
    public async Task<IDisposable?> FindAsync(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            var turn = await _turns.AcquireAsync(1, patience.Token);
            if (turn.IsAcquired)
                return turn;
            turn.Dispose();
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // In vain.
        }

        return null;
    }
}
