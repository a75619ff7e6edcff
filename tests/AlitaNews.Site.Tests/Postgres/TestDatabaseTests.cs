using AlitaNews.Store;
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

    [Theory]
    [InlineData("", "alitanews", 2)]
    [InlineData("Application Name=mine;CommandTimeout=7", "mine", 7)]
    public async Task What_the_connection_string_does_not_say_is_ours_to_say(string given, string name, int patience)
    {
        await using var news = new NewsDatabase(database.ConnectionString + ";" + given);
        await using var connection = await news.OpenReaderAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand("show application_name", connection);

        Assert.Equal(name, await command.ExecuteScalarAsync());
        Assert.Equal(patience, connection.CommandTimeout);
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
