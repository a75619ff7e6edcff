using AlitaNews.Newsroom.Markdown.Summaries;
using AlitaNews.Newsroom.Search;
using AlitaNews.Site.Tests.Running;
using AlitaNews.Store;
using AlitaNews.Store.Editions;
using AlitaNews.Web;
using AlitaNews.Web.Publishing;
using AngleSharp.Dom;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace AlitaNews.Site.Tests.Search;

public sealed class SearchTests(SearchTests.Paper paper) : IClassFixture<SearchTests.Paper>
{
    private NewsSite Site => paper.Site;

    private static async Task<NewsSite> StartAsync()
    {
        var site = await NewsSite.StartAsync(
            "2024-02-02T12:00:00Z",
            new Dictionary<string, string>
            {
                ["site.yaml"] = "title: Test\nbase-url: https://news.example\ntimezone: Europe/London\n",
                ["topics/alita.md"] = "---\nname: \"Alita: Battle Angel\"\n---\n",
                ["sources/insider.md"] = "---\nname: The Insider\nkind: leaker\n---\n",
                ["articles/film/rosa.md"] = "---\ntitle: A sequel is near\ndate: 2023-01-10\ntopics: [alita]\n"
                    + "claims:\n  - {id: shoots, text: It shoots in 2023, status: rumour, due: 2023, sources: [insider]}\n---\n"
                    + "The actor Rosa Salazar would return to the Spider-like suit.\n\n:::spoiler The end\nShe finds Kerberos there.\n:::\n\n```\ncodeonly\n```\n",
                ["articles/film/cameron.md"] = "---\ntitle: Cameron speaks of rumours\ndate: 2024-01-10\n---\nThe producer of the film said it was a battle with an angel.\n",
                ["articles/film/it.md"] = "---\ntitle: It\ndate: 2024-01-11\nspoiler: major\nsummary: A clown\n---\nThe clown drowns.\n",
                ["articles/film/draft.md"] = "---\ntitle: Unseen Rosa\ndraft: true\ndate: 2024-01-01\n---\nRosa.\n",
                ["articles/film/later.md"] = "---\ntitle: Tomorrow Rosa\ndate: 2024-03-01\n---\nRosa.\n",
                ["articles/film/expired.md"] = "---\ntitle: Expired Rosa\ndate: 2023-03-01\nexpires: 2023-04-01\n---\nRosa.\n",
                ["articles/film/unlisted.md"] = "---\ntitle: Hidden Rosa\ndate: 2023-03-01\nunlisted: true\n---\nRosa.\n",
            },
            "--Alita:SearchesPerMinute=100000");
        await IndexAsync(site);
        return site;
    }

    [Theory]
    [InlineData("al", "Alita: Battle Angel")]
    [InlineData("BATT", "Alita: Battle Angel")]
    [InlineData("the in", "The Insider")]
    [InlineData("ngel", "")] // no word begins so
    [InlineData("a", "")]
    [InlineData("%25", "")]
    [InlineData("_l", "")]
    public async Task Names_are_suggested_by_their_beginnings(string typed, string names)
    {
        var answer = System.Text.Json.Nodes.JsonNode.Parse(await Site.ReadAsync("/search/suggestions?q=" + Uri.EscapeDataString(Uri.UnescapeDataString(typed))))!.AsArray();
        Assert.Equal(names, string.Join('|', answer[1]!.AsArray().Select(static name => (string?)name)));
        Assert.All(answer[3]!.AsArray(), static address => Assert.StartsWith("https://news.example/", (string?)address, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("q=rosa", "A sequel is near")]
    [InlineData("q=ROSA+salazar", "A sequel is near")]
    [InlineData("q=rumour", "Cameron speaks of rumours")]
    [InlineData("q=%22battle+angel%22", "A sequel is near")] // the topic's name; the other story has the words apart
    [InlineData("q=battle+-rosa", "Cameron speaks of rumours")]
    [InlineData("q=rosa+or+cameron", "A sequel is near|Cameron speaks of rumours")]
    [InlineData("q=it&year=2024", "It|Cameron speaks of rumours")]
    [InlineData("q=spider-like", "A sequel is near")]
    [InlineData("q=the&status=overdue", "A sequel is near")]
    [InlineData("q=the&topic=alita", "A sequel is near")]
    [InlineData("q=the&source=insider", "A sequel is near")]
    [InlineData("source=insider", "A sequel is near")]
    [InlineData("q=the&year=2023", "A sequel is near")]
    [InlineData("q=-rosa&year=2024", "It|Cameron speaks of rumours")]
    [InlineData("q=the&status=confirmed", "")]
    [InlineData("q=kerberos", "")] // stands in a spoiler
    [InlineData("q=codeonly", "")]
    [InlineData("q=zzzz", "")]
    [InlineData("topic=nobody", "")]
    public async Task A_search_finds(string query, string titles) =>
        Assert.Equal(titles.Split('|', StringSplitOptions.RemoveEmptyEntries).Order(), Titles(await Site.OpenPageAsync("/search?" + query)).Order());

    [Fact]
    public async Task A_mistyped_name_finds_whom_it_means_and_says_so()
    {
        var page = await Site.OpenPageAsync("/search?q=Rosa+Salaza");

        Assert.Equal(["A sequel is near"], Titles(page));
        Assert.Contains("rosa salazar", page.QuerySelector(".search-note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Rosa Salazar", string.Join(' ', page.QuerySelectorAll("mark").Select(static mark => mark.TextContent)));
    }

    [Fact]
    public async Task A_misspelling_that_somebody_printed_still_leads_to_the_right_name()
    {
        await using var site = await StartAsync();
        await site.SaveAsync(("articles/film/typo.md", "---\ntitle: We misspelled her\ndate: 2024-01-20\n---\nRosa Salaza is not how it is written.\n"));
        await IndexAsync(site);

        Assert.Equal(["We misspelled her", "A sequel is near"], Titles(await site.OpenPageAsync("/search?q=Rosa+Salaza")));
    }

    [Fact]
    public async Task A_snippet_gives_nothing_away()
    {
        var clown = await Site.OpenPageAsync("/search?q=clown");

        Assert.Equal(["It"], Titles(clown));
        Assert.Null(clown.QuerySelector(".card-summary"));
        Assert.Contains("Rosa", (await Site.OpenPageAsync("/search?q=rosa")).QuerySelector(".hit mark")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=zzzz&status=nonsense", 400)]
    [InlineData("q=a&year=20x4", 400)]
    [InlineData("q=a&page=0", 404)]
    [InlineData("q=rosa&page=2", 404)]
    [InlineData("", 200)]
    [InlineData("q=", 200)]
    [InlineData("q=---------------------------------", 200)]
    [InlineData("q=a--------------------------------", 200)]
    [InlineData("q=%00%01rosa", 200)]
    [InlineData("q=%27+%26+%7C+%21+%28+%3A*+%5C", 200)]
    [InlineData("q=-a+-b+-c", 200)]
    [InlineData("q=%22%22+%22", 200)]
    [InlineData("q=or+or+or+-or+%22or%22", 200)]
    [InlineData("q=%F0%9F%A4%96+%E6%97%A5%E6%9C%AC", 200)]
    public async Task Whatever_is_typed_is_answered(string query, int status) => Assert.Equal(status, (await Site.AskAsync("/search?" + query)).Status);

    [Fact]
    public async Task A_search_of_more_than_200_characters_is_refused()
    {
        Assert.Equal(200, (await Site.AskAsync("/search?q=" + new string('a', 200))).Status);
        Assert.Equal(400, (await Site.AskAsync("/search?q=" + new string('a', 201))).Status);
    }

    [Fact]
    public async Task Words_beyond_the_twelfth_are_named()
    {
        var page = await Site.OpenPageAsync("/search?q=a+b+c+d+e+f+g+h+i+j+k+l+mmm+nnn");

        Assert.Contains("Left out: mmm, nnn.", page.QuerySelector(".search-note")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_are_not_for_search_engines_and_the_form_is()
    {
        Assert.Equal("noindex", (await Site.OpenPageAsync("/search?q=rosa")).QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.NotEqual("noindex", (await Site.OpenPageAsync("/search")).QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task The_index_follows_what_is_saved_and_leaves_alone_what_says_the_same()
    {
        await using var site = await StartAsync();
        await site.SaveAsync(
            ("articles/film/rosa.md", "---\ntitle: Rewritten\ndate: 2023-01-10\n---\nNothing of before.\n"),
            ("articles/film/cameron.md", null));
        await IndexAsync(site);

        Assert.Empty(Titles(await site.OpenPageAsync("/search?q=salazar")));
        Assert.Empty(Titles(await site.OpenPageAsync("/search?q=cameron")));
        Assert.Equal(["Rewritten"], Titles(await site.OpenPageAsync("/search?q=rewritten")));
    }

    [Fact]
    public async Task What_was_pulled_is_not_found_although_the_index_is_behind()
    {
        await using var site = await StartAsync();
        await site.SaveAsync(("articles/film/rosa.md", "---\ntitle: A sequel is near\ndraft: true\ndate: 2023-01-10\n---\nThe actor Rosa Salazar.\n"));

        Assert.Empty(Titles(await site.OpenPageAsync("/search?q=salazar")));
    }

    [Fact]
    public async Task The_index_follows_every_edition_by_itself()
    {
        await using var site = await StartAsync();
        using var indexer = new SearchIndexer(
            site.Part<SchemaGate>(), site.Part<NewsDatabase>(), site.Part<CurrentEdition>(), site.Part<SiteSettings>() with { Ingest = true }, NullLogger<SearchIndexer>.Instance);
        await indexer.StartAsync(CancellationToken.None);

        for (var n = 1; n <= 3; n++)
        {
            await site.SaveAsync(("articles/film/new.md", $"---\ntitle: Edition{n}\ndate: 2024-02-01\n---\nText.\n"));
            var found = false;
            for (var patience = 0; patience < 200 && !found; patience++)
            {
                found = Titles(await site.OpenPageAsync($"/search?q=edition{n}")).Any();
                await Task.Delay(found ? 0 : 50);
            }

            Assert.True(found, $"edition{n} is not found after ten seconds");
        }

        await indexer.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_vector_is_what_the_server_makes_of_the_whole_text()
    {
        const string Summary = "Cameron's running children's 24 hour film";
        var body = string.Concat(Enumerable.Repeat("Again and again, ", 100))
            + "it ran 3rd in 2049 for C3PO, 1e5 times 0x1f at 12:30; Zürich naïve Ёлка 映画のうわさ ภาพยนตร์ कहानी قصَّة Ⅻ ½ a_b re-run state-of-the-art x.y.z @home #film it's.";
        await using var site = await NewsSite.StartAsync(
            "2024-02-02T12:00:00Z",
            new Dictionary<string, string> { ["articles/film/words.md"] = $"---\ntitle: Its 2 rumoured endings\nsummary: {Summary}\ndate: 2024-01-10\n---\n{body}\n" });
        await IndexAsync(site);
        await using var connection = await site.Part<NewsDatabase>().OpenWriterAsync(CancellationToken.None);
        await using var html = new NpgsqlCommand("select body from article", connection);
        var text = PlainText.Of((string)(await html.ExecuteScalarAsync())!);
        await using var whole = new NpgsqlCommand(
            """
            select array[v.vector::text, (setweight(to_tsvector('news', @title), 'A') || setweight(to_tsvector('news', @summary), 'B')
                   || setweight(to_tsvector('news', @body), 'D') || array_to_tsvector(array['=all']))::text]
            from search_vector v
            """,
            connection);
        whole.Parameters.AddRange((NpgsqlParameter[])[new("title", Words("Its 2 rumoured endings")), new("summary", Words(Summary)), new("body", Words(text))]);
        var vectors = (string[])(await whole.ExecuteScalarAsync())!;
        Assert.Equal(vectors[1], vectors[0]);

        static string Words(string text) => PlainWords.Of(text, int.MaxValue);
    }

    private static async Task IndexAsync(NewsSite site)
    {
        var writer = new SearchVectorWriter(site.Part<NewsDatabase>());
        int taken;
        do
            taken = await writer.WriteBatchAsync(CancellationToken.None);
        while (taken > 0);
    }

    private static IEnumerable<string> Titles(IDocument page) => page.QuerySelectorAll(".card-title").Select(static title => title.TextContent);

    /// <summary>One site for the tests that only read; those that change something start one of their own.</summary>
    public sealed class Paper : IAsyncLifetime
    {
        internal NewsSite Site { get; private set; } = null!;

        public async Task InitializeAsync() => Site = await StartAsync();

        public async Task DisposeAsync() => await Site.DisposeAsync();
    }
}
