using AlitaNews.Newsroom.Articles;

namespace AlitaNews.Newsroom.Tests.Articles;

/// <summary>Front matter as Hugo, Jekyll, Eleventy and Zola have it.</summary>
public class OtherGeneratorsTests
{
    [Fact]
    public void Taxonomies_of_Zola_are_tags_and_topics()
    {
        var draft = Draft.OfText("+++\ntitle = \"A\"\ndate = 2023-01-10\n[taxonomies]\ntags = [\"film\", \"C++\"]\ncategories = [\"Alita\"]\nseries = [\"x\"]\nmoods = [\"y\"]\n+++\nBody");
        Assert.Empty(draft.Found);
        Assert.Equal(["film", "c"], draft.Article.Tags.Select(static tag => tag.Id));
        Assert.Equal(["alita"], draft.Article.Topics);
        Assert.Equal("x", draft.Article.Series);
        Assert.Contains("\"moods\":[\"y\"]", draft.Article.ParamsJson, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("path: some/old/place", "/some/old/place")]
    [InlineData("permalink: blog/eleventy/index.html", "/blog/eleventy")]
    [InlineData("url: about.html", "/about.html")]
    [InlineData("permalink: /a b/", "/a b")]
    public void A_literal_path_is_an_old_address_with_or_without_its_slash(string yaml, string address) =>
        Assert.Equal([address], Draft.Of("title: A\n" + yaml).Article.Aliases);

    [Theory]
    [InlineData("permalink: pretty")]
    [InlineData("permalink: false")]
    [InlineData("permalink: /:categories/:title/")]
    [InlineData("permalink: '{{ title | slug }}/index.html'")]
    [InlineData("url: https://example.org/elsewhere")]
    [InlineData("url: see below")]
    public void What_is_no_literal_path_is_kept(string yaml)
    {
        var article = Draft.Of("title: A\n" + yaml).Article;
        Assert.Empty(article.Aliases);
        Assert.NotEqual("{}", article.ParamsJson);
    }

    [Theory]
    [InlineData("image: a.jpg\nresources:\n  - {src: b.jpg, name: hero}", """{"resources":[{"src":"b.jpg","name":"hero"}]}""")]
    [InlineData("header:\n  image: a.jpg\n  teaser: b.jpg", """{"header":{"image":"a.jpg","teaser":"b.jpg"}}""")]
    [InlineData("draft: true\npublished: false", """{"published":"false"}""")]
    [InlineData("taxonomy:\n  tag: [a]\n  mood: [b]", """{"taxonomy":{"tag":["a"],"mood":["b"]}}""")]
    [InlineData("sitemap:\n  disable: true\n  priority: 0.5", """{"sitemap":{"disable":"true","priority":"0.5"}}""")]
    public void What_is_not_used_is_kept_as_it_was_written(string yaml, string kept) => Assert.Equal(kept, Draft.Of("title: A\n" + yaml).Article.ParamsJson);

    [Theory]
    [InlineData("articles/film/2023-01-10T10-30-foo.md", "foo")]
    [InlineData("articles/film/2023-01-10T1030_foo.md", "foo")]
    [InlineData("articles/film/2023-01-10-T2-film.md", "t2-film")]
    [InlineData("articles/film/2023-01-10_T.md", "t")]
    public void A_time_in_the_name_is_no_part_of_the_slug(string path, string slug)
    {
        var article = Draft.Of("title: A", path).Article;
        Assert.Equal((slug, new DateTimeOffset(2023, 1, 10, 0, 0, 0, TimeSpan.Zero)), (article.Slug, article.Date));
    }

    [Theory]
    [InlineData("2023-01-11T09:30:00.123456789-05:00")]
    [InlineData("2023-01-11 14:30:00.123456789Z")]
    [InlineData("2023-01-11T14:30:00.123456789123")]
    public void Nanoseconds_of_Go_can_be_read(string date)
    {
        var draft = Draft.OfText($"+++\ntitle = 'A'\ndate = {date} # behind it\nnope = x\n+++\nBody");
        Assert.Equal(["4:8 AN0103"], draft.Places);
        var read = Draft.OfText($"+++\ntitle = 'A'\ndate = {date}\n+++\nBody").Article.Date;
        Assert.Equal(new DateTimeOffset(2023, 1, 11, 14, 30, 0, TimeSpan.Zero).AddTicks(1234567), read);
    }

    [Theory]
    [InlineData("---toml\ntitle = 'A'\ndate = 2023-01-10\n---\nBody")]
    [InlineData("---yaml\ntitle: A\ndate: 2023-01-10\n---\nBody")]
    public void The_opener_may_name_the_format(string text) => Assert.Equal("A", Draft.OfText(text).Article.Title);

    [Theory]
    [InlineData("authors:\n  - key: jane-doe\n    title: Editor", "jane-doe", null)]
    [InlineData("author:\n  display_name: Jane Doe\n  login: jd\n  email: jd@example.org", "jane-doe", "Jane Doe")]
    [InlineData("authors:\n  - name: Jane Doe\n    socials: {x: jd}", "jane-doe", "Jane Doe")]
    public void People_are_named_in_the_words_of_other_generators(string yaml, string id, string? name)
    {
        var draft = Draft.Of("title: A\n" + yaml);
        Assert.Empty(draft.Found);
        Assert.Equal((id, name), (draft.Article.Authors[0].Id, draft.Article.Authors[0].Name));
    }

    [Theory]
    [InlineData("pubDatetime: 2021-05-06T07:08:09Z\nmodDatetime: 2021-06-07", "2021-05-06")]
    [InlineData("publishedAt: 2021-05-06\nupdatedAt: 2021-06-07", "2021-05-06")]
    public void Dates_have_the_names_that_themes_of_Astro_give_them(string yaml, string day)
    {
        var draft = Draft.Of("title: A\n" + yaml, "articles/story.md");
        Assert.Empty(draft.Found);
        Assert.Equal(day, draft.Article.Date.AddHours(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.NotNull(draft.Article.Updated);
    }

    [Theory]
    [InlineData("Last Modified")]
    [InlineData("git Created")]
    public void A_date_that_Eleventy_would_look_up_counts_as_not_written(string word)
    {
        var draft = Draft.Of($"title: A\ndate: {word}", "articles/story.md");
        Assert.Equal(["1:1 AN0205"], draft.Places);
        Assert.True(draft.Article.DateIsFirstSeen);
        Assert.Equal(2023, Draft.Of($"title: A\ndate: {word}").Article.Date.Year);
    }

    [Fact]
    public void A_draft_of_Astro_stays_one() => Assert.True(Draft.Of("title: A\nisDraft: true").Article.Draft);

    [Theory]
    [InlineData("categories:\n  - {slug: a-b, name: Ball games}\n  - slug: news", "ball-games,news")]
    [InlineData("categories: [[Ball games, News]]", "ball-games,news")]
    public void A_category_may_be_a_map_of_its_names(string yaml, string topics) =>
        Assert.Equal(topics, string.Join(',', Draft.Of("title: A\n" + yaml).Article.Topics));

    [Fact]
    public void Authors_may_be_a_taxonomy_of_Zola() =>
        Assert.Equal("jane-doe", Draft.OfText("+++\ntitle = \"A\"\ndate = 2023-01-10\n[taxonomies]\nauthors = [\"Jane Doe\"]\n+++\nBody").Article.Authors[0].Id);

    [Fact]
    public void Quotes_that_WordPress_wrote_as_numbers_are_quotes() =>
        Assert.Equal("The \u201Cnew\u201D one & more", Draft.Of("title: 'The &#8220;new&#8221; one &amp; more'").Article.Title);

    [Fact]
    public void A_size_in_pixels_is_no_mistake() =>
        Assert.DoesNotContain(Draft.Of("title: A\nthumbnail:\n  url: a.jpg\n  width: 1280\n  height: 50%\n  alt: A").Found, static found => found.Line > 4);

    [Fact]
    public void A_path_of_categories_gives_each_of_its_steps() =>
        Assert.Equal(["sports", "ball-games", "news"], Draft.Of("title: A\ncategories:\n  - [Sports, Ball games]\n  - News").Article.Topics);

    [Fact]
    public void A_programme_in_the_front_matter_is_never_shown()
    {
        var draft = Draft.OfText("---js\n{ title: \"A\" }\n---\nBody");
        Assert.Null(draft.Parsed);
        Assert.Equal(["1:1 AN0103"], draft.Places);
    }
}
