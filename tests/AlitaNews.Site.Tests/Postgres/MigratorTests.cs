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
