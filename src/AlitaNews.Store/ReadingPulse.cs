using System.Diagnostics;
using Dapper;
using Npgsql;

namespace AlitaNews.Store;

/// <summary>
/// Feels whether the server that pages read from is silent: asked, it neither answers nor refuses (stopped, cut off, its disk hangs).
/// A refusal ends a fill by itself; silence would make every reader find out anew, each for seconds. Thread-safe.
/// </summary>
public sealed class ReadingPulse : IDisposable
{
    /// <summary>What is said of it.</summary>
    internal const string Reason = "The database is silent";

    private const int BeatsMissed = 4;
    private const int MostLooks = 6;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Lateness = Beat;

    private volatile CancellationTokenSource _silence = new();

    /// <summary>Whether the server is silent now.</summary>
    public bool IsSilent => _silence.IsCancellationRequested;

    /// <summary>Ends the waiting of those who asked before it fell silent.</summary>
    public CancellationToken Silence => _silence.Token;

    /// <inheritdoc/>
    public void Dispose() => _silence.Dispose();

    /// <summary>Feels it until cancelled.</summary>
    public async Task FeelAsync(NewsDatabase database, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await using var connection = await AskAsync(database.OpenPulseAsync(cancel).AsTask());
                while (true)
                {
                    await AskAsync(AnswerAsync(connection, cancel));
                    await Task.Delay(Beat, cancel);
                }
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or IOException or InvalidOperationException or OperationCanceledException)
            {
                database.ForgetReaders();
                await Task.Delay(Beat, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private const string AliveSql = "select 1";

    private static Task<int> AnswerAsync(NpgsqlConnection connection, CancellationToken cancel) =>
        connection.ExecuteScalarAsync<int>(new CommandDefinition(AliveSql, cancellationToken: cancel));

    // Whatever comes in time breaks the silence, be it a refusal. A machine too busy to look proves little: a late look does not count, but
    // in the end nobody can be kept waiting.
    private async Task<T> AskAsync<T>(Task<T> answer)
    {
        for (int looks = 0, missed = 0; missed < BeatsMissed && looks < MostLooks; looks++)
        {
            var began = Stopwatch.GetTimestamp();
            await Task.WhenAny(answer, Task.Delay(Beat));
            if (answer.IsCompleted)
            {
                Speak();
                return await answer;
            }

            if (Stopwatch.GetElapsedTime(began) < Beat + Lateness)
                missed++;
        }

        await _silence.CancelAsync();
        var answered = await answer;
        Speak();
        return answered;
    }

    private void Speak()
    {
        if (IsSilent)
            _silence = new CancellationTokenSource();
    }
}
