using System.Data.Common;
using AlitaNews.Store;
using AlitaNews.Store.Migrations;

namespace AlitaNews.Web.Publishing;

/// <summary>Brings the database to this build's schema, once, as soon as it answers; whoever needs the schema waits here. Thread-safe.</summary>
public sealed class SchemaGate(NewsDatabase database) : IDisposable
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(500);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile bool _open;

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
                database.ForgetConnections();
                await Task.Delay(Retry, cancel);
            }
            finally
            {
                _gate.Release();
            }
        }
    }
}
