using System.Globalization;

namespace AlitaNews.Store.Embedded;

/// <summary>The server's configuration: a small private database that one site writes and reads.</summary>
internal static class PostgresConfiguration
{
    /// <summary>The first lines' word of warning and every setting that differs from PostgreSQL's own.</summary>
    public static string Write(string socketFolder, bool durable) => string.Create(CultureInfo.InvariantCulture, $"""
        # Written by AlitaNews at every start: changes made here do not last.

        # Reached through a socket in a folder that is closed to everyone else; never over the network.
        listen_addresses = ''
        unix_socket_directories = '{socketFolder.Replace("'", "''", StringComparison.Ordinal)}'
        unix_socket_permissions = 0700
        port = {PostgresFolder.Port}
        max_connections = 100

        # Enough for the tables of a newspaper; the rest of the memory is the page cache of the system.
        shared_buffers = 128MB
        effective_cache_size = 1GB
        work_mem = 8MB
        maintenance_work_mem = 64MB
        random_page_cost = 1.1

        # Queries are short: compiling or spreading them costs more than it saves.
        jit = off
        max_parallel_workers_per_gather = 0

        # No standby reads this log, so it holds only what crash recovery needs.
        wal_level = minimal
        max_wal_senders = 0
        wal_compression = on
        min_wal_size = 80MB
        max_wal_size = 512MB

        # What was written since the last checkpoint is read again after a crash, and readers wait for it: 10 seconds on a busy machine after 10,000 articles.
        checkpoint_timeout = 1min

        fsync = {OnOff(durable)}
        full_page_writes = {OnOff(durable)}

        # A reader who went away must not keep a query running.
        client_connection_check_interval = '1s'

        timezone = 'UTC'
        log_timezone = 'UTC'
        log_checkpoints = off
        lc_messages = 'C'

        """);

    private static string OnOff(bool value) => value ? "on" : "off";
}
