using AlitaNews.Store;

namespace AlitaNews.Site.Tests.Postgres;

/// <summary>A migrated, empty database for one test class: <c>class X(TestDatabase database) : IClassFixture&lt;TestDatabase&gt;</c>.</summary>
public sealed class TestDatabase : IAsyncLifetime
{
    private NewsDatabase? _news;

    /// <summary>How to reach it.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>The site's two doors to it.</summary>
    public NewsDatabase News => _news ?? throw new InvalidOperationException("The database is there once InitializeAsync has run.");

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        ConnectionString = await (await TestCluster.Running).CreateDatabaseAsync();
        _news = new NewsDatabase(ConnectionString);
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (_news is not null)
            await _news.DisposeAsync();
        await (await TestCluster.Running).DropDatabaseAsync(ConnectionString);
    }
}
