using AlitaNews.Site.Tests.Running;

namespace AlitaNews.Site.Tests.Hubs;

public sealed class ArchiveTests(ArchiveTests.Paper paper) : IClassFixture<ArchiveTests.Paper>
{
    private NewsSite Site => paper.Site;

    private static Task<NewsSite> StartAsync() => NewsSite.StartAsync("2024-02-02T12:00:00Z", new Dictionary<string, string>
    {
        ["site.yaml"] = "title: Test\nbase-url: https://news.example\ntimezone: Europe/London\n",
        // In London it is July already.
        ["articles/film/summer.md"] = "---\ntitle: Summer\ndate: 2023-06-30T23:30:00Z\n---\nText.\n",
        ["articles/film/june.md"] = "---\ntitle: June\ndate: 2023-06-30T22:30:00Z\n---\nText.\n",
        ["articles/film/later.md"] = "---\ntitle: Later\ndate: 2024-03-01\n---\nText.\n",
    });

    [Theory]
    [InlineData("/archive", 200)]
    [InlineData("/archive/2023", 200)]
    [InlineData("/archive/2023/06", 200)]
    [InlineData("/archive/2023/07", 200)]
    [InlineData("/archive/2023/08", 404)]
    [InlineData("/archive/2024", 404)]
    [InlineData("/archive/2024/03", 404)] // to come
    [InlineData("/archive/2023/6", 404)]
    [InlineData("/archive/2023/13", 404)]
    [InlineData("/archive/0000", 404)]
    [InlineData("/archive/9999", 404)]
    [InlineData("/archive/old-stories", 404)]
    [InlineData("/archive/2023?page=2", 404)]
    [InlineData("/archive?page=2", 404)]
    public async Task A_month_is_there_exactly_while_it_lists_something(string address, int status) => Assert.Equal(status, (await Site.AskAsync(address)).Status);

    [Fact]
    public async Task Months_are_those_of_the_sites_zone()
    {
        Assert.Equal(["Summer"], await TitlesAsync("/archive/2023/07"));
        Assert.Equal(["June"], await TitlesAsync("/archive/2023/06"));
        Assert.Equal(["Summer", "June"], await TitlesAsync("/archive/2023"));
    }

    [Fact]
    public async Task The_archive_counts_every_month()
    {
        var page = await Site.OpenPageAsync("/archive");

        Assert.Equal(["/archive/2023/06", "/archive/2023/07"], page.QuerySelectorAll(".months a").Select(static link => link.GetAttribute("href")));
        Assert.Equal(["1", "1"], page.QuerySelectorAll(".months a span").Select(static count => count.TextContent));
    }

    private async Task<IEnumerable<string>> TitlesAsync(string address) =>
        (await Site.OpenPageAsync(address)).QuerySelectorAll(".card-title").Select(static title => title.TextContent);

    /// <summary>One site for all of them: they only read.</summary>
    public sealed class Paper : IAsyncLifetime
    {
        internal NewsSite Site { get; private set; } = null!;

        public async Task InitializeAsync() => Site = await StartAsync();

        public async Task DisposeAsync() => await Site.DisposeAsync();
    }
}
