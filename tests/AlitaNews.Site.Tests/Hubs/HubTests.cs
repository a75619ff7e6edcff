using AlitaNews.Site.Tests.Running;

namespace AlitaNews.Site.Tests.Hubs;

public sealed class HubTests(HubTests.Paper paper) : IClassFixture<HubTests.Paper>
{
    private NewsSite Site => paper.Site;

    private static Task<NewsSite> StartAsync() => NewsSite.StartAsync("2024-02-02T12:00:00Z", new Dictionary<string, string>
    {
        ["site.yaml"] = "title: Test\nbase-url: https://news.example\ntimezone: Europe/London\n",
        ["articles/film/_index.md"] = "---\ntitle: Films\nstandfirst: All of *cinema*, [Alita](topic:alita) first\n---\n",
        ["articles/film/old/_index.md"] = "---\ntitle: Further down\n---\n",
        ["articles/film/new/_index.md"] = "---\ntitle: Two of these are the page of nothing\n---\n",
        ["topics/alita.md"] = "---\nname: \"Alita: Battle Angel\"\nkind: film\nsame-as: [https://films.example/alita]\n---\nA film of [Rosa](topic:rosa-salazar).\n",
        ["topics/empty.md"] = "---\nname: Empty\n---\n",
        ["topics/rosa-salazar.md"] = "---\nname: Rosa Salazar\nkind: person\n---\n",
        ["authors/jo.md"] = "---\nname: Jo Bloggs\nrole: Editor\n---\n",
        ["articles/film/one.md"] = "---\ntitle: One\ndate: 2024-01-01\ntopics: [alita]\ntags: [\"Big News\"]\nauthors: [jo]\n"
            + "claims:\n  - {id: shoots, text: It shoots, status: rumour, sources: [insider]}\n---\nText.\n",
        ["articles/film/later.md"] = "---\ntitle: Later\ndate: 2024-03-01\ntopics: [secret]\nclaims:\n  - {id: hush, text: Hush, status: rumour, sources: [insider]}\n---\nText.\n",
        ["articles/games/draft.md"] = "---\ntitle: Draft\ndate: 2024-01-01\ndraft: true\n---\nText.\n",
        ["articles/comics/expired.md"] = "---\ntitle: Over\ndate: 2023-01-01\nexpires: 2023-06-01\n---\nText.\n",
        ["articles/comics/pulled.md"] = "---\ntitle: Pulled\ndate: 2023-01-01\nremoved: {date: 2023-02-01, reason: Wrong}\n---\n",
        ["articles/film/gone.md"] = "---\ntitle: Expired\ndate: 2023-01-01\nexpires: 2023-06-01\ntags: [old]\n---\nText.\n",
    });

    [Theory]
    [InlineData("/sections/film", 200)]
    [InlineData("/topics/alita", 200)]
    [InlineData("/topics/empty", 200)] // has a file
    [InlineData("/tags/big-news", 200)]
    [InlineData("/authors/jo", 200)]
    [InlineData("/topics/unheard", 404)]
    [InlineData("/topics/secret", 404)] // lists nothing before March
    [InlineData("/sections/games", 404)] // drafts only
    [InlineData("/sections/comics", 404)] // over and pulled
    [InlineData("/sections/old", 404)] // an _index.md further down
    [InlineData("/tags/old", 404)] // its story has expired
    [InlineData("/sections/film?page=2", 404)]
    [InlineData("/sections/film?page=0", 404)]
    [InlineData("/sections/film?page=x", 404)]
    [InlineData("/sections/film?page=99999999999", 404)]
    [InlineData("/sections", 200)]
    [InlineData("/topics", 200)]
    [InlineData("/tags", 200)]
    [InlineData("/authors", 200)]
    [InlineData("/tags?page=2", 404)]
    public async Task A_hub_is_there_exactly_while_it_lists_something_or_has_a_file(string address, int status) =>
        Assert.Equal(status, (await Site.AskAsync(address)).Status);

    [Fact]
    public async Task The_first_page_has_one_address() => Assert.Equal((308, "/topics/alita"), await Site.AskAsync("/topics/alita?page=1"));

    [Fact]
    public async Task A_topic_says_what_it_is_and_leads_with_what_we_know()
    {
        var page = await Site.OpenPageAsync("/topics/alita");

        Assert.Equal("Alita: Battle Angel", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("/topics/rosa-salazar", page.QuerySelector(".hub-about a")!.GetAttribute("href"));
        Assert.Equal("Film", page.QuerySelector(".story-kicker")!.TextContent.Trim());
        Assert.Equal("It shoots", page.QuerySelector("[data-known=alita] .entry-text")!.TextContent);
        Assert.Equal(["One"], page.QuerySelectorAll(".by-date .card-title").Select(static title => title.TextContent));
    }

    [Fact]
    public async Task A_tag_is_called_what_its_story_calls_it() =>
        Assert.Equal("Big News", (await Site.OpenPageAsync("/tags/big-news")).QuerySelector("h1")!.TextContent);

    [Fact]
    public async Task A_section_shows_the_standfirst_of_its_page_with_its_links()
    {
        var standfirst = (await Site.OpenPageAsync("/sections/film")).QuerySelector(".standfirst")!;

        Assert.Equal("All of cinema, Alita first", standfirst.TextContent);
        Assert.Equal("/topics/alita", standfirst.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_navigation_leads_to_sections_that_list_something() =>
        Assert.Equal(["/sections/film"], (await Site.OpenPageAsync("/")).QuerySelectorAll(".nav a[href^='/sections/']").Select(static link => link.GetAttribute("href")));

    [Theory]
    [InlineData("/")]
    [InlineData("/sections/film")]
    [InlineData("/sections")]
    [InlineData("/archive/2024")]
    [InlineData("/rumours")]
    [InlineData("/claims.json")]
    [InlineData("/sources")]
    [InlineData("/status")]
    [InlineData("/corrections")]
    public async Task A_page_far_past_the_end_is_not_there(string list)
    {
        Assert.Equal(404, (await Site.AskAsync($"{list}?page={int.MaxValue}")).Status);
        Assert.Equal(404, (await Site.AskAsync($"{list}?page=107374184")).Status); // twenty times that is just too much for 32 bits
    }

    [Fact]
    public async Task The_list_of_topics_names_those_with_a_file_and_counts_their_stories()
    {
        var page = await Site.OpenPageAsync("/topics");

        Assert.Equal(["Alita: Battle Angel", "Empty", "Rosa Salazar"], page.QuerySelectorAll(".hubs a").Select(static link => link.TextContent));
        Assert.StartsWith("1 story", page.QuerySelector(".hubs span")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scheduled_story_opens_its_hub_by_itself()
    {
        await using var site = await StartAsync();
        await site.MoveClockAsync("2024-03-02T00:00:00Z");

        Assert.Equal(200, (await site.AskAsync("/topics/secret")).Status);
    }

    [Fact]
    public async Task A_long_hub_goes_on_on_further_pages()
    {
        await using var site = await StartAsync();
        await site.SaveAsync([.. Enumerable.Range(0, 24).Select(static n =>
            ($"articles/music/m{n:00}.md", (string?)$"---\ntitle: M{n:00}\ndate: 2024-01-{n + 1:00}\n---\nText.\n"))]);

        var first = await site.OpenPageAsync("/sections/music");
        var second = await site.OpenPageAsync("/sections/music?page=2");

        Assert.Equal("M23", first.QuerySelector(".card-title")!.TextContent);
        Assert.Equal("/sections/music?page=2", first.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal(["M03", "M02", "M01", "M00"], second.QuerySelectorAll(".card-title").Select(static title => title.TextContent));
        Assert.Equal(404, (await site.AskAsync("/sections/music?page=3")).Status);
    }

    [Fact]
    public async Task An_address_that_moved_leads_on_and_a_page_beats_it()
    {
        await using var site = await StartAsync();
        await site.SaveAsync(("redirects.yaml", "/topics/alita-old: /topics/alita\n/topics/empty: /topics/alita\n"));

        Assert.Equal((301, "/topics/alita"), await site.AskAsync("/topics/alita-old"));
        Assert.Equal((200, null), await site.AskAsync("/topics/empty"));
    }

    /// <summary>One site for the tests that only read; those that change something start one of their own.</summary>
    public sealed class Paper : IAsyncLifetime
    {
        internal NewsSite Site { get; private set; } = null!;

        public async Task InitializeAsync() => Site = await StartAsync();

        public async Task DisposeAsync() => await Site.DisposeAsync();
    }
}
