using AlitaNews.Site.Tests.Live;
using AlitaNews.Web.Publishing;

namespace AlitaNews.Site.Tests.Publishing;

public sealed class TableKeeperTests : IAsyncLifetime
{
    private const string KeptSql = "select count(*) from pg_stat_user_tables where relname = any($1) and last_vacuum is not null and last_analyze is not null";
    private static readonly string[] Tables = ["article", "listing", "claim_state", "file"];

    private readonly LiveSite _site = new();

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task After_much_changed_the_tables_are_put_in_order_and_not_for_a_save()
    {
        _site.Write("articles/one.md", LiveSite.Article("One", "Here it stands."));
        await _site.ShowsAsync("/news/one", "Here it stands.");
        Assert.Equal(0, await _site.AskAsync(KeptSql, [Tables]));

        _site.Part<TableKeeper>().Tell(1_000);
        await _site.CountsAsync(Tables.Length, KeptSql, [Tables]);
    }
}
