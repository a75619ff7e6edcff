using System.Diagnostics;
using Npgsql;

namespace AlitaNews.Store;

/// <summary>
/// The two doors to Postgres: one that reads, whose sessions cannot write, and one that writes. Thread-safe; one for a process.
/// </summary>
public sealed class NewsDatabase : IAsyncDisposable
{
    private readonly NpgsqlDataSource _reading;
    private readonly NpgsqlDataSource _writing;

    /// <summary>Prepares both doors; nothing is opened yet.</summary>
    /// <param name="connectionString">One or several hosts of a PostgreSQL 14 or later.</param>
    /// <exception cref="ArgumentException">The connection string cannot be parsed.</exception>
    public NewsDatabase(string connectionString)
    {
        DatabaseTypes.Register();
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        var several = given.Host?.Contains(',', StringComparison.Ordinal) == true;
        if (!given.ContainsKey("Command Timeout"))
            given.CommandTimeout = 2;
        if (!given.ContainsKey("Timeout"))
            given.Timeout = 2;
        if (!given.ContainsKey("Application Name"))
            given.ApplicationName = "alitanews";

        // Every result set of a command is of one snapshot, and a page that tries to write is refused by the server.
        var reading = new NpgsqlConnectionStringBuilder(given.ConnectionString)
        {
            MaxAutoPrepare = 64,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
            Options = Join(given.Options, "-c default_transaction_isolation=repeatable\\ read -c default_transaction_read_only=on -c client_connection_check_interval=1s"),
        };
        _reading = Build("reading", reading, several ? TargetSessionAttributes.PreferStandby : null);

        // Reset on close stays on: it is what gives an advisory lock back with its connection.
        var writing = new NpgsqlConnectionStringBuilder(given.ConnectionString) { CommandTimeout = 120, MaxPoolSize = 8 };
        _writing = Build("writing", writing, several ? TargetSessionAttributes.Primary : null);
    }

    /// <summary>Opens a session that reads. Dispose it after one command.</summary>
    public ValueTask<NpgsqlConnection> OpenReaderAsync(CancellationToken cancel) => _reading.OpenConnectionAsync(cancel);

    /// <summary>Opens a session that writes, on the primary.</summary>
    public ValueTask<NpgsqlConnection> OpenWriterAsync(CancellationToken cancel) => _writing.OpenConnectionAsync(cancel);

    /// <summary>Drops pooled connections: after a server restart they are dead, and each would fail its first use.</summary>
    public void ForgetConnections()
    {
        _reading.Clear();
        _writing.Clear();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _reading.DisposeAsync();
        await _writing.DisposeAsync();
    }

    private static string Join(string? first, string second) => string.IsNullOrEmpty(first) ? second : first + " " + second;

    private static NpgsqlDataSource Build(string name, NpgsqlConnectionStringBuilder connection, TargetSessionAttributes? target)
    {
        var builder = new NpgsqlDataSourceBuilder(connection.ConnectionString) { Name = name }; // else metrics would carry the connection string

        // Looks at the clock and at the edition, several a second, are nobody's: only what a request or a round asks is traced, if anything is.
        builder.ConfigureTracing(static traces => traces
            .ConfigureCommandFilter(static _ => Activity.Current is not null)
            .ConfigureBatchFilter(static _ => Activity.Current is not null)
            .ConfigureCopyOperationFilter(static _ => Activity.Current is not null));
        return target is { } wanted ? builder.BuildMultiHost().WithTargetSession(wanted) : builder.Build();
    }
}
