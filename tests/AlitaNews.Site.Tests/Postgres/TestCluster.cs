using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AlitaNews.Store;
using AlitaNews.Store.Embedded;
using AlitaNews.Store.Migrations;
using Npgsql;

namespace AlitaNews.Site.Tests.Postgres;

/// <summary>
/// One PostgreSQL for all tests of this assembly, started by the first that asks and stopped with the process. Its folder
/// stays in the temporary folder, so that the next run finds the template ready.
/// </summary>
internal sealed class TestCluster
{
    private static readonly Lazy<Task<TestCluster>> Started = new(StartAsync);

    // Any fixed number: test runs that start at once make the template one after the other.
    private const long TemplateLock = 0x416c697461_7e;

    private static int _made;

    private readonly string _connectionString;
    private readonly string _cloneOptions;
    private readonly string _template;

    private TestCluster(string connectionString, string cloneOptions)
    {
        _connectionString = connectionString;
        _cloneOptions = cloneOptions;
        _template = "template_" + SchemaHash();
    }

    /// <summary>The running cluster.</summary>
    public static Task<TestCluster> Running => Started.Value;

    /// <summary>Makes a database with the schema of this build and nothing in it.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        // The process in the name tells databases in use from those that a killed run left behind.
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _made)}");
        await ScalarAsync(_connectionString, $"create database {name} template {_template} {_cloneOptions}");
        return ConnectionStringOf(name);
    }

    /// <summary>The folder of the programs that this server was started from, for tests that start servers of their own.</summary>
    public Task<string> FindProgramsAsync() => ScalarAsync(_connectionString, "select setting from pg_config where name = 'BINDIR'");

    /// <summary>Removes a database, whoever may still be connected to it.</summary>
    public Task DropDatabaseAsync(string connectionString) =>
        ScalarAsync(_connectionString, $"drop database if exists {new NpgsqlConnectionStringBuilder(connectionString).Database} with (force)");

    private static async Task<TestCluster> StartAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"alitanews-tests-{Environment.UserName}-{Hash(AppContext.BaseDirectory)}");
        var postgres = await EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresSettings { DataFolder = folder, PostgresBin = Environment.GetEnvironmentVariable("Alita__PostgresBin"), Durable = false },
            static _ => { },
            CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => postgres.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(20));

        var version = int.Parse(await ScalarAsync(postgres.ConnectionString, "show server_version_num"), CultureInfo.InvariantCulture);
        var cluster = new TestCluster(postgres.ConnectionString, version >= 150000 ? "strategy file_copy" : "");
        await cluster.PrepareAsync();
        return cluster;
    }

    private async Task PrepareAsync()
    {
        await using var connection = new NpgsqlConnection(Unpooled(_connectionString));
        await connection.OpenAsync();
        await ExecuteAsync(connection, $"select pg_advisory_lock({TemplateLock})");
        var names = new List<string>();
        await using (var command = new NpgsqlCommand("select datname from pg_database where datname ~ '^(test|template)_'", connection))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                names.Add(reader.GetString(0));
        }

        foreach (var name in names.Where(IsLeftBehind))
            await ExecuteAsync(connection, $"drop database if exists {name} with (force)");
        if (!names.Contains(_template))
            await MakeTemplateAsync(connection);
    }

    // Under another name until it is complete: a killed run must not leave half a template.
    private async Task MakeTemplateAsync(NpgsqlConnection connection)
    {
        await ExecuteAsync(connection, "drop database if exists making_template with (force)");
        await ExecuteAsync(connection, "create database making_template");
        await using (var news = new NewsDatabase(Unpooled(ConnectionStringOf("making_template"))))
            await Migrator.MigrateAsync(news, CancellationToken.None);
        await ExecuteAsync(connection, $"alter database making_template rename to {_template}");
    }

    private bool IsLeftBehind(string name)
    {
        if (name.StartsWith("template_", StringComparison.Ordinal))
            return name != _template;
        return int.TryParse(name.Split('_')[1], CultureInfo.InvariantCulture, out var process)
            && !Directory.Exists($"/proc/{process.ToString(CultureInfo.InvariantCulture)}");
    }

    private string ConnectionStringOf(string database) =>
        new NpgsqlConnectionStringBuilder(_connectionString) { Database = database, MaxPoolSize = 5 }.ConnectionString;

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 60 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> ScalarAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(Unpooled(connectionString));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 60 };
        return (string?)await command.ExecuteScalarAsync() ?? "";
    }

    // A pooled connection to a template would keep it from being cloned.
    private static string Unpooled(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;

    private static string SchemaHash()
    {
        var assembly = typeof(Migrator).Assembly;
        var scripts = new StringBuilder();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            scripts.Append(name).Append(reader.ReadToEnd());
        }

        return Hash(scripts.ToString());
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
