using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Site;

namespace AlitaNews.Newsroom.Tests.Articles;

public class ArticleParserTests
{
    private static DateTimeOffset Utc(int year, int month, int day, int hour = 0, int minute = 0) => new(year, month, day, hour, minute, 0, TimeSpan.Zero);

    [Fact]
    public void An_empty_front_matter_has_every_default()
    {
        var draft = Draft.Of("title: A story");
        Assert.Empty(draft.Found);
        var article = draft.Article;
        Assert.Equal(("story", "story", "A story", "film"), (article.Id, article.Slug, article.Title, article.Section));
        Assert.Equal((ArticleKind.News, Utc(2023, 1, 10), Utc(2023, 1, 10)), (article.Kind, article.Date, article.Publish));
        Assert.Equal([new Byline("newsroom")], article.Authors);
        Assert.Equal("none", article.Spoiler);
        Assert.Equal("{}", article.ParamsJson);
    }

    [Theory]
    [InlineData("articles/film/2023-01-10-alita-2.md", "alita-2", null)]
    [InlineData("articles/film/2023-01-10_alita_2.markdown", "alita-2", null)]
    [InlineData("articles/film/2023-01-10-alita-2/index.md", "alita-2", null)]
    [InlineData("articles/2023-01-10.md", "2023-01-10", null)]
    [InlineData("articles/2023-13-45-x.md", "2023-13-45-x", null)]
    [InlineData("articles/film/alita.fr.md", "alita-fr", "fr")]
    [InlineData("articles/film/alita/index.pt-BR.md", "alita-pt-br", "pt-BR")]
    [InlineData("articles/film/version.1.10.md", "version-1-10", null)]
    [InlineData("articles/film/Über uns.md", "über-uns", null)]
    public void The_path_gives_slug_date_and_language(string path, string slug, string? language)
    {
        var article = Draft.Of("title: A\ndate: 2023-01-01", path).Article;
        Assert.Equal((slug, language), (article.Slug, article.Language));
    }

    [Theory]
    [InlineData("slug: 007", "007")]
    [InlineData("slug: My Slug", "my-slug")]
    [InlineData("slug: trailing/", "trailing")]
    public void A_written_slug_is_text(string yaml, string slug) => Assert.Equal(slug, Draft.Of("title: A\n" + yaml).Article.Slug);

    [Theory]
    [InlineData("slug: a/b", "3:7 AN0306")]
    [InlineData("slug: /a", "3:7 AN0306")]
    [InlineData("slug: '!'", "3:7 AN0306")]
    [InlineData("id: two words", "3:5 AN0306")]
    [InlineData("date: soon", "3:7 AN0201")]
    [InlineData("date: 10/01/2023", "3:7 AN0201")]
    [InlineData("publish: 2023-03-26T01:30", "3:10 AN0203")]
    [InlineData("expires: 2023-10-29T01:30", "3:10 AN0202")]
    [InlineData("published: maybe", "3:12 AN0201")]
    public void What_must_be_usable_blocks_where_it_stands(string yaml, string place)
    {
        var draft = Draft.Of("title: A\n" + yaml);
        Assert.Contains(draft.Found, static found => found.Blocks);
        Assert.Equal([place], draft.Places);
    }

    [Theory]
    [InlineData("RUMOUR: It starts", "It starts", ArticleKind.Rumour)]
    [InlineData("Rumor: It starts", "It starts", ArticleKind.Rumour)]
    [InlineData("Rumour – It starts", "It starts", ArticleKind.Rumour)]
    [InlineData("EXCLUSIVE RUMOUR: It starts", "It starts", ArticleKind.Rumour)]
    [InlineData("UNCONFIRMED: It starts", "It starts", ArticleKind.Rumour)]
    [InlineData("Rumours fly", "Rumours fly", ArticleKind.News)]
    [InlineData("Rumour-mongers at work", "Rumour-mongers at work", ArticleKind.News)]
    [InlineData("RUMOUR:", "RUMOUR:", ArticleKind.News)]
    public void A_legacy_prefix_is_lifted_off_the_title(string title, string lifted, ArticleKind kind)
    {
        var article = Draft.Of($"title: '{title}'").Article;
        Assert.Equal((lifted, kind, "story"), (article.Title, article.Kind, article.Slug));
    }

    [Theory]
    [InlineData("headline: A")]
    [InlineData("newstitle: A")]
    [InlineData("TITLE: A")]
    public void The_title_has_other_names(string yaml) => Assert.Equal("A", Draft.Of(yaml).Article.Title);

    [Theory]
    [InlineData("created_at: 2022-01-01", 2022)]
    [InlineData("pubDate: 2022-01-01", 2022)]
    [InlineData("published: 2022-01-01", 2022)]
    [InlineData("created: 2021-01-01\ndate: 2022-01-01", 2022)]
    [InlineData("date: 2022-01-01\ncreated: 2021-01-01", 2022)]
    public void The_date_has_other_names_and_the_first_in_the_table_wins(string yaml, int year) =>
        Assert.Equal(year, Draft.Of("title: A\n" + yaml).Article.Date.Year);

    [Fact]
    public void Publication_may_differ_from_the_date()
    {
        var article = Draft.Of("title: A\ndate: 2023-01-10\npublishDate: 2023-02-01T10:00\nlastmod: 2023-03-01\nexpiryDate: 2023-07-01").Article;
        Assert.Equal((Utc(2023, 1, 10), Utc(2023, 2, 1, 10)), (article.Date, article.Publish));
        Assert.Equal(Utc(2023, 3, 1), article.Updated);
        Assert.Equal(Utc(2023, 7, 1, 23), article.Expires);
    }

    [Fact]
    public void Without_any_date_the_moment_of_first_sight_counts_with_a_warning()
    {
        var draft = Draft.Of("title: A", "articles/film/story.md");
        Assert.Equal(["1:1 AN0205"], draft.Places);
        Assert.True(draft.Article.DateIsFirstSeen);
        Assert.Equal(Draft.Settings.FirstSeen, draft.Article.Publish);
    }

    [Fact]
    public void The_zone_of_the_article_comes_before_that_of_the_site()
    {
        Assert.Equal(Utc(2023, 7, 1, 4), Draft.Of("title: A\ndate: 2023-07-01\ntimezone: America/New_York").Article.Date);
        var draft = Draft.Of("title: A\ndate: 2023-07-01\ntimezone: Mars/Olympus");
        Assert.Equal(["4:11 AN0207"], draft.Places);
        Assert.Equal(Utc(2023, 6, 30, 23), draft.Article.Date);
    }

    [Theory]
    [InlineData("updated: 2022-12-31", "3:10 AN0206")]
    [InlineData("lastmod: 2025-01-01", "3:10 AN0206")]
    [InlineData("updated: whenever", "3:10 AN0204")]
    public void An_odd_updated_is_named_and_blocks_nothing(string yaml, string place) =>
        Assert.Equal([place], Draft.Of("title: A\n" + yaml).Places);

    [Fact]
    public void An_update_on_the_day_of_publication_is_not_before_it() =>
        Assert.Empty(Draft.Of("title: A\ndate: 2023-01-10T09:00\nupdated: 2023-01-10").Found);

    [Theory]
    [InlineData("draft: true", true)]
    [InlineData("draft: yes", true)]
    [InlineData("published: false", true)]
    [InlineData("published: true", false)]
    [InlineData("status: draft", true)]
    [InlineData("status: published", false)]
    public void A_draft_is_said_in_several_ways(string yaml, bool draft)
    {
        var result = Draft.Of("title: A\n" + yaml);
        Assert.Empty(result.Found);
        Assert.Equal(draft, result.Article.Draft);
    }

    [Fact]
    public void A_file_among_drafts_is_one() =>
        Assert.True(Draft.Of("title: A\ndraft: false", settings: Draft.Settings with { InDrafts = true }).Article.Draft);

    [Fact]
    public void A_status_of_claims_means_nothing_on_an_article()
    {
        var draft = Draft.Of("title: A\nstatus: confirmed");
        Assert.Equal(["3:1 AN0112"], draft.Places);
        Assert.Equal("""{"status":"confirmed"}""", draft.Article.ParamsJson);
        Assert.Empty(Draft.Of("title: A\nstatus: in review").Found);
    }

    [Theory]
    [InlineData("noindex: true", true, false)]
    [InlineData("robots: noindex, nofollow", true, false)]
    [InlineData("robots: [nofollow, noindex]", true, false)]
    [InlineData("sitemap: false", true, false)]
    [InlineData("sitemap:\n  disable: true", true, false)]
    [InlineData("sitemap:\n  priority: 0.5", false, false)]
    [InlineData("unlisted: true", false, true)]
    [InlineData("hidden: true", false, true)]
    [InlineData("eleventyExcludeFromCollections: true", false, true)]
    [InlineData("build:\n  list: never", false, true)]
    [InlineData("_build:\n  list: never", false, true)]
    public void Visibility_is_said_in_several_ways(string yaml, bool noIndex, bool unlisted)
    {
        var article = Draft.Of("title: A\n" + yaml).Article;
        Assert.Equal((noIndex, unlisted), (article.NoIndex, article.Unlisted));
    }

    [Theory]
    [InlineData("hero: true", true, null)]
    [InlineData("pinned: true", true, null)]
    [InlineData("featured: false", false, null)]
    [InlineData("featured: 2024-07-01", true, "2024-07-01T23:00:00Z")]
    public void A_pin_is_a_switch_or_the_date_on_which_it_ends(string yaml, bool featured, string? until)
    {
        var article = Draft.Of("title: A\n" + yaml).Article;
        Assert.Equal(featured, article.Featured);
        Assert.Equal(until, article.PinnedUntil?.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Null(Draft.Of("title: A\n" + yaml).Parsed!.Hero);
    }

    [Theory]
    [InlineData("author: Jane Doe and John Roe", "jane-doe-and-john-roe=Jane Doe and John Roe")]
    [InlineData("authors: [newsroom, Jane Doe]", "newsroom=|jane-doe=Jane Doe")]
    [InlineData("Author:\n  name: Jane Doe\n  url: https://example.org/jane\n  role: Editor", "jane-doe=Jane Doe")]
    [InlineData("authors:\n  - id: jd\n    name: Jane Doe\n  - newsroom", "jd=Jane Doe|newsroom=")]
    public void Authors_are_ids_names_or_maps_and_never_split(string yaml, string byline) =>
        Assert.Equal(byline, string.Join('|', Draft.Of("title: A\n" + yaml).Article.Authors.Select(a => $"{a.Id}={a.Name}")));

    [Theory]
    [InlineData("topics: [Alita, Science Fiction]", false, "alita science-fiction")]
    [InlineData("categories: film, science fiction", false, "film science-fiction")]
    [InlineData("categories: film news", true, "film news")]
    [InlineData("category: science fiction, mostly", true, "science-fiction-mostly")]
    [InlineData("about: [x]\ncategories: [y]", false, "x")]
    [InlineData("taxonomy:\n  category: [x, y]", false, "x y")]
    public void Topics_are_lists_or_split_texts(string yaml, bool jekyll, string topics)
    {
        var draft = Draft.Of("title: A\n" + yaml, settings: Draft.Settings with { SplitAtBlanks = jekyll });
        Assert.Equal(topics, string.Join(' ', draft.Article.Topics));
        Assert.Equal(draft.Article.Topics, draft.Parsed!.References.Select(r => r.Id));
    }

    [Fact]
    public void Tags_keep_their_words() =>
        Assert.Equal([new Tag("sci-fi", "Sci-Fi"), new Tag("battle-angel", "Battle Angel")], Draft.Of("title: A\ntags: Sci-Fi, Battle Angel, sci-fi").Article.Tags);

    [Theory]
    [InlineData("aliases: [/Old/, other/x.html]", "/old /other/x.html")]
    [InlineData("redirect_from: /old/index.html", "/old")]
    [InlineData("url: /2023/01/story/\npermalink: /p/7/\npath: /deep/x", "/2023/01/story /p/7 /deep/x")]
    [InlineData("permalink: /:year/:title/", "")]
    [InlineData("routes:\n  aliases: [/grav]", "/grav")]
    [InlineData("aliases: [/caf%C3%A9]", "/café")]
    public void Old_addresses_have_one_spelling(string yaml, string aliases)
    {
        var draft = Draft.Of("title: A\n" + yaml);
        Assert.Empty(draft.Found);
        Assert.Equal(aliases, string.Join(' ', draft.Article.Aliases));
    }

    [Theory]
    [InlineData("aliases: ['https://elsewhere.example/x']", "3:11 AN0310")]
    [InlineData("redirect-to: javascript:alert(1)", "3:14 AN0310")]
    [InlineData("kind: listicle", "3:7 AN0110")]
    [InlineData("titel: B", "3:1 AN0106")]
    [InlineData("wordpress_id: 17", "3:1 AN0107")]
    [InlineData("action: film", "3:1 AN0106")]
    [InlineData("action: {name: film}", "3:1 AN0107")] // "section" is no map
    [InlineData("weight: heavy", "3:9 AN0108")]
    [InlineData("kicker: [a, b]", "3:9 AN0108")]
    [InlineData("schema: 2", "3:9 AN0109")]
    [InlineData("canonical: ftp://example.org", "3:12 AN0311")]
    [InlineData("expiry-date: 2030-01-01\nexpiry_date: 2031-01-01", "4:1 AN0105")]
    public void A_value_that_cannot_be_used_is_named_and_the_article_stays(string yaml, string place)
    {
        var draft = Draft.Of("title: A\n" + yaml);
        Assert.Equal([place], draft.Places);
        Assert.NotNull(draft.Parsed);
    }

    [Theory]
    [InlineData("redirect_to: [https://example.org/x]", "https://example.org/x", null)]
    [InlineData("external_url: https://example.org/x", "https://example.org/x", null)]
    [InlineData("externalUrl: https://example.org/x", null, "https://example.org/x")]
    [InlineData("seo:\n  canonical: https://example.org/x", null, "https://example.org/x")]
    public void Leading_away_and_naming_the_original_are_two_things(string yaml, string? redirect, string? canonical)
    {
        var article = Draft.Of("title: A\n" + yaml).Article;
        Assert.Equal((redirect, canonical), (article.RedirectTo, article.Canonical));
    }

    [Fact]
    public void Everything_else_is_kept_verbatim() =>
        Assert.Equal(
            """{"layout":"post","tweet":{"id":"007","lang":"no"},"mood":"calm","kind":"listicle"}""",
            Draft.Of("title: A\nlayout: post\ntweet: {id: 007, lang: no}\nparams:\n  mood: calm\nkind: listicle").Article.ParamsJson);

    [Fact]
    public void A_sponsor_makes_a_piece_sponsored_unless_it_is_underwritten()
    {
        Assert.Equal(ArticleKind.Sponsored, Draft.Of("title: A\nkind: review\nsponsor: {name: Acme}").Article.Kind);
        Assert.Equal(ArticleKind.Review, Draft.Of("title: A\nkind: review\nsponsor: {name: Acme, scope: underwritten}").Article.Kind);
    }

    [Theory]
    [InlineData("removed: {date: 2023-05-01, reason: Wrong, by: jd}", "Wrong")]
    [InlineData("removed: Wrong person", "Wrong person")]
    [InlineData("removed: true", "")]
    public void A_tombstone_may_say_why(string yaml, string reason) =>
        Assert.Equal(reason, Draft.Of("title: A\n" + yaml).Article.Removed!.Reason ?? "");

    [Fact]
    public void Corrections_are_read_and_bad_ones_named()
    {
        var draft = Draft.Of("title: A\ncorrections:\n  - date: 2023-01-14\n    type: editors-note\n    text: Wrong year.\n    was: \"2018\"\n  - date: 2023-01-15\n  - {date: 2023-01-16, text: x, type: oops}");
        Assert.Equal(["8:5 AN0618", "9:39 AN0109"], draft.Places);
        Assert.Equal([CorrectionType.EditorsNote, CorrectionType.Correction], draft.Article.Corrections.Select(c => c.Type));
    }

    [Fact]
    public void Toml_and_json_say_the_same()
    {
        var yaml = Draft.Of("title: A\ndate: 2023-01-10T09:30:00Z\ntags: [x]\ndraft: true").Article;
        var toml = Draft.OfText("+++\ntitle = 'A'\ndate = 2023-01-10T09:30:00Z\ntags = ['x']\ndraft = true\n+++\n").Article;
        var json = Draft.OfText("""{"title": "A", "date": "2023-01-10T09:30:00Z", "tags": ["x"], "draft": true}""").Article;
        Assert.Equal((yaml.Title, yaml.Date, yaml.Tags[0], yaml.Draft), (toml.Title, toml.Date, toml.Tags[0], toml.Draft));
        Assert.Equal((yaml.Title, yaml.Date, yaml.Tags[0], yaml.Draft), (json.Title, json.Date, json.Tags[0], json.Draft));
    }

    [Fact]
    public void All_problems_of_a_file_are_named_at_once() =>
        Assert.Equal(
            ["3:7 AN0201", "4:1 AN0106", "5:9 AN0108", "6:5 AN0306"],
            Draft.Of("title: A\ndate: soon\nsumary: x\nweight: x\nid: a b").Places);
}
