using AlitaNews.Store.Migrations;
using AlitaNews.Web.Errors;

namespace AlitaNews.Web;

/// <summary>
/// How a part that works behind the readers goes on, whatever happens: turn after turn until the site stops. What goes wrong ends neither the
/// site nor the part. It is said once, not at every attempt, and tried again after a rest.
/// </summary>
public static partial class SteadyWork
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    /// <summary>Takes turns until cancelled.</summary>
    /// <typeparam name="TPart">The part, as the log names it.</typeparam>
    /// <param name="turn">One turn. Its cancellation is the end of the site.</param>
    /// <param name="log">The part's own log.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="NewerSchemaException">The database belongs to a newer build: no rest mends that.</exception>
    public static async Task RunAsync<TPart>(Func<CancellationToken, Task> turn, ILogger<TPart> log, CancellationToken cancel)
    {
        string? said = null;
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await turn(cancel);
                said = null;
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is not NewerSchemaException)
            {
                if (said != e.Message)
                    Say(log, typeof(TPart).Name, e);
                said = e.Message;
                await Task.Delay(Rest, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Whether a failure comes from outside, the database or the disk, and is over when they are well again; else it is a fault of ours.</summary>
    public static bool IsPassing(Exception e) => e is IOException or UnauthorizedAccessException || ErrorPages.IsOutage(e);

    private static void Say(ILogger log, string part, Exception e)
    {
        if (IsPassing(e))
            LogInterrupted(log, part, e.Message);
        else
            LogFault(log, part, e);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Part:l} was interrupted and tries again until it can go on: {Reason:l}")]
    private static partial void LogInterrupted(ILogger log, string part, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Part:l} failed and tries again")]
    private static partial void LogFault(ILogger log, string part, Exception fault);
}
