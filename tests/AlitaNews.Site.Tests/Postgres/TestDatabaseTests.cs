using AlitaNews.Store.Migrations;
using Npgsql;

namespace AlitaNews.Site.Tests.Postgres;

public sealed class TestDatabaseTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_test_class_gets_a_database_with_the_newest_schema()
    {
        await using var connection = await database.News.OpenReaderAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand("select max(number) from schema_version", connection);

        Assert.Equal(Migrator.Newest, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_session_that_reads_cannot_write()
    {
        await using var connection = await database.News.OpenReaderAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand("insert into schema_version (number, name) values (0, 'none')", connection);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.ReadOnlySqlTransaction, refusal.SqlState);
    }
}
