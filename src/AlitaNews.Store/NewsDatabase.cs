using System.Diagnostics;
using Npgsql;

namespace AlitaNews.Store;

/// <summary>
/// The two doors to Postgres: one that reads, whose sessions cannot write, and one that writes. Thread-safe; one for a process.
/// </summary>
public sealed class NewsDatabase : IAsyncDisposable
{
    /// <summary>Sessions that read, at most: several instances must fit into the hundred that a server allows by default.</summary>
    public const int MostReaders = 20;

    private readonly NpgsqlDataSource _reading;
    private readonly NpgsqlDataSource _writing;
    private readonly ReadingPulse? _pulse;
    private readonly bool _readsElsewhere;

    /// <summary>Prepares both doors; nothing is opened yet.</summary>
    /// <param name="connectionString">One or several hosts of a PostgreSQL 14 or later.</param>
    /// <param name="pulse">Where it tells that the server is silent, readers are refused at once; null: nobody looks.</param>
    /// <exception cref="ArgumentException">The connection string cannot be parsed.</exception>
    public NewsDatabase(string connectionString, ReadingPulse? pulse = null)
    {
        DatabaseTypes.Register();
        _pulse = pulse;
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        var set = given.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase); // what is said, not what could be: ContainsKey knows every keyword
        bool IsGiven(string keyword) => set.Contains(keyword);
        var several = given.Host?.Contains(',', StringComparison.Ordinal) == true;
        if (!IsGiven("Command Timeout"))
            given.CommandTimeout = 2;
        if (!IsGiven("GSS Encryption Mode"))
            given.GssEncryptionMode = GssEncryptionMode.Disable; // or every start looks for Kerberos, and complains where the machine has none
        if (!IsGiven("Application Name"))
            given.ApplicationName = "alitanews";

        // After a fail-over the new primary is found within this time.
        if (several && !IsGiven("Host Recheck Seconds"))
            given.HostRecheckSeconds = 1;
        _readsElsewhere = several;

        // Every result set of a command is of one snapshot, and a page that tries to write is refused by the server. A page waits for nobody who locks a whole table.
        // And no page is worth a plan of its own: to make one for each article took longer than to read it (docs/measurements.md).
        var reading = new NpgsqlConnectionStringBuilder(given.ConnectionString)
        {
            MaxAutoPrepare = 64,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
            Options = Join(given.Options, "-c default_transaction_isolation=repeatable\\ read -c default_transaction_read_only=on -c client_connection_check_interval=1s -c lock_timeout=500ms -c plan_cache_mode=force_generic_plan"),
        };
        if (!IsGiven("Maximum Pool Size"))
            reading.MaxPoolSize = MostReaders;
        if (!IsGiven("Timeout"))
            reading.Timeout = 2;
        _reading = Build("reading", reading, several ? TargetSessionAttributes.PreferStandby : null);

        // Reset on close stays on: it is what gives an advisory lock back with its connection.
        var writing = new NpgsqlConnectionStringBuilder(given.ConnectionString)
        {
            CommandTimeout = 120,
            MaxPoolSize = 8,
            Options = Join(given.Options, "-c client_connection_check_interval=1s"),
        };
        if (!IsGiven("Timeout"))
            writing.Timeout = 5;
        _writing = Build("writing", writing, several ? TargetSessionAttributes.Primary : null);
    }

    /// <summary>What is wrong with a connection string, without a word of what may be its password; null where it can be used.</summary>
    public static string? FindFault(string connectionString)
    {
        try
        {
            var given = new NpgsqlConnectionStringBuilder(connectionString);
            if (string.IsNullOrWhiteSpace(given.Host))
                return "no Host";
            using var source = NpgsqlDataSource.Create(given);
            return null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException)
        {
            // Of a password that holds a semicolon the driver takes the rest for a keyword, and names it.
            var keyword = (e as ArgumentException)?.ParamName;
            return keyword is not null && new NpgsqlConnectionStringBuilder().ContainsKey(keyword) ? $"a value for \"{keyword}\" that it cannot have" : "none that can be read";
        }
    }

    /// <summary>Opens a session that reads. Dispose it after one command.</summary>
    /// <exception cref="TimeoutException">The server has been silent for a while: nobody needs to find out again.</exception>
    public ValueTask<NpgsqlConnection> OpenReaderAsync(CancellationToken cancel) =>
        _pulse is { IsSilent: true } ? throw new TimeoutException(ReadingPulse.Reason) : _reading.OpenConnectionAsync(cancel);

    /// <summary>Opens a session that reads, silent or not: somebody has to find out when it speaks again.</summary>
    internal ValueTask<NpgsqlConnection> OpenPulseAsync(CancellationToken cancel) => _reading.OpenConnectionAsync(cancel);

    /// <summary>Opens a session that writes, on the primary.</summary>
    public ValueTask<NpgsqlConnection> OpenWriterAsync(CancellationToken cancel) => _writing.OpenConnectionAsync(cancel);

    /// <summary>Drops pooled connections: after a server restart they are dead, and each would fail its first use.</summary>
    public void ForgetConnections()
    {
        _writing.Clear();
        if (!_readsElsewhere)
            _reading.Clear(); // a standby that answers has nothing to do with the primary's end
    }

    /// <summary>The same for those that read.</summary>
    internal void ForgetReaders() => _reading.Clear();

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
