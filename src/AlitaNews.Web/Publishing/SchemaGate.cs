using System.Data.Common;
using AlitaNews.Store;
using AlitaNews.Store.Migrations;

namespace AlitaNews.Web.Publishing;

/// <summary>Brings the database to this build's schema, once, as soon as it answers; whoever needs the schema waits here. Thread-safe.</summary>
public sealed partial class SchemaGate(NewsDatabase database, ILogger<SchemaGate> log) : IDisposable
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(500);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile bool _open;
    private string? _waitsFor;

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    /// <summary>Waits until the schema is there, for as long as that takes.</summary>
    /// <exception cref="NewerSchemaException">The database belongs to a newer build.</exception>
    public async Task WaitAsync(CancellationToken cancel)
    {
        while (!_open)
        {
            await _gate.WaitAsync(cancel);
            try
            {
                if (!_open && !await Migrator.IsCurrentAsync(database, cancel))
                    await Migrator.MigrateAsync(database, cancel);
                _open = true;
            }
            catch (Exception e) when (e is DbException or TimeoutException or IOException)
            {
                // Said once, for all who wait.
                if (_waitsFor != e.Message)
                    LogWaiting(e.Message);
                _waitsFor = e.Message;
                database.ForgetConnections();
                await Task.Delay(Retry, cancel);
            }
            finally
            {
                _gate.Release();
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database cannot be used yet ({Reason}); trying again until it can")]
    private partial void LogWaiting(string reason);
}
