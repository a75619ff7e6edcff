using AlitaNews.Store;
using AlitaNews.Store.Migrations;
using Npgsql;

namespace AlitaNews.Site.Tests.Postgres;

/// <summary>Instances that start together bring one database to the schema.</summary>
public sealed class MigratorTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Instances_that_start_together_apply_every_script_once()
    {
        await ExecuteAsync("drop schema public cascade");
        await ExecuteAsync("create schema public");
        var instances = Enumerable.Range(0, 6).Select(_ => new NewsDatabase(database.ConnectionString)).ToList();

        await Task.WhenAll(instances.Select(static instance => Migrator.MigrateAsync(instance, CancellationToken.None)));

        // Without gaps: a script that fills one later would never run where a newer one has run.
        Assert.Equal(Enumerable.Range(1, Migrator.Newest), await ListVersionsAsync());
        foreach (var instance in instances)
            await instance.DisposeAsync();
    }

    [Fact]
    public async Task A_database_whose_scripts_bore_other_numbers_goes_on_from_there()
    {
        await ExecuteAsync("drop schema public cascade");
        await ExecuteAsync("create schema public");
        await ExecuteAsync("create table schema_version (number integer primary key, name text not null, applied timestamptz not null default now())");
        int[] numbers = [1, 2, 3, 4, 30, 31, 32, 40, 41, 42, 43, 44];
        var scripts = typeof(Migrator).Assembly.GetManifestResourceNames().Where(static name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        foreach (var (number, script) in numbers.Zip(scripts))
        {
            using var text = new StreamReader(typeof(Migrator).Assembly.GetManifestResourceStream(script)!);
            await ExecuteAsync(await text.ReadToEndAsync());
            var words = script[(script.IndexOf('_', StringComparison.Ordinal) + 1)..^".sql".Length];
            await ExecuteAsync($"insert into schema_version (number, name) values ({number}, '{number:0000}_{words}')");
        }

        await using var instance = new NewsDatabase(database.ConnectionString);
        Assert.False(await Migrator.IsCurrentAsync(instance, CancellationToken.None));
        await Migrator.MigrateAsync(instance, CancellationToken.None);

        Assert.Equal(Enumerable.Range(1, Migrator.Newest), await ListVersionsAsync());
        Assert.True(await Migrator.IsCurrentAsync(instance, CancellationToken.None));
    }

    private async Task<List<int>> ListVersionsAsync()
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select number from schema_version order by number", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var versions = new List<int>();
        while (await reader.ReadAsync())
            versions.Add(reader.GetInt32(0));
        return versions;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
