using System.Text;
using AlitaNews.Newsroom.Rules;
using AlitaNews.Newsroom.Site;

namespace AlitaNews.Newsroom.Tests.Articles;

public class FormerAddressesTests
{
    [Theory]
    [InlineData("_posts/2020-03-01-On_the.Moon.md", "", "/2020/03/01/on_the.moon.html", "/2020/03/01/on_the.moon")]
    [InlineData("_posts/2020-03-01-moon.md", "categories: [Science Fiction, space]", "/science-fiction/space/2020/03/01/moon.html", "/science-fiction/space/2020/03/01/moon")]
    [InlineData("_posts/2020-03-01-moon.md", "permalink: /:year/:title/", "/2020/moon")]
    [InlineData("_posts/2020-03-01-moon.md", "permalink: /luna.html", "/luna.html")]
    [InlineData("_posts/2020-03-01-moon.md", "permalink: /:year/:month/:day/:title/\ndate: 2020-03-01 22:00 -0500", "/2020/03/02/moon", "/2020/03/01/moon")]
    [InlineData("posts/2020-03-01-moon.md", "", "/posts/2020-03-01-moon", "/posts/moon")]
    [InlineData("posts/moon.md", "slug: luna", "/posts/moon", "/posts/luna")]
    [InlineData("blog/space/moon.md", "slug: luna", "/blog/space/moon", "/blog/space/luna", "/blog/luna")]
    [InlineData("posts/space/moon/index.md", "", "/posts/space/moon")]
    [InlineData("blog/2020-03-01-moon.md", "", "/blog/2020-03-01-moon", "/blog/moon", "/blog/2020/03/01/moon")]
    [InlineData("blog/trips/2020-03-01-moon.md", "", "/blog/trips/2020-03-01-moon", "/blog/trips/moon", "/blog/2020/03/01/moon", "/blog/2020/03/01/trips/moon")]
    [InlineData("posts/moon.fr.md", "", "/posts/moon.fr", "/posts/moon", "/posts/moon-fr", "/fr/posts/moon")]
    [InlineData("posts/moon/moon.md", "", "/posts/moon/moon", "/posts/moon")]
    [InlineData("posts/moon.md", "path: custom/moon/", "/custom/moon")]
    [InlineData("posts/moon.md", "permalink: \"/{{ page.date | date: '%Y/%m' }}/{{ title | slugify }}/\"", "/2020/03/to-the-moon-v1-2")]
    [InlineData("posts/2020-03-01-moon.md", "permalink: \"diary/{{ page.date | htmlDateString }}/{{ page.fileSlug }}.html\"", "/diary/2020-03-01/moon.html")]
    [InlineData("posts/moon.md", "permalink: \"{{ page.filePathStem }}.{{ page.outputFileExtension }}\"", "/posts/moon.html")]
    [InlineData("posts/moon.md", "permalink: \"{{ settings.folder }}/moon/\"", "/posts/moon")]
    [InlineData("news/moon.md", "")]
    [InlineData("articles/film/moon.md", "")]
    public void A_post_is_found_where_its_generator_had_it(string path, string yaml, params string[] addresses) => Assert.Equal(addresses, Aliases(path, yaml, ""));

    [Theory]
    [InlineData("_config.yml", "baseurl: /diary\npermalink: pretty\n", "_posts/2020-03-01-moon.md", "/diary/2020/03/01/moon", "/2020/03/01/moon")]
    [InlineData("_config.yml", "permalink: /blog/:year/:i_month/:slug.html\n", "_posts/2020-03-01-On_the.Moon.md", "/blog/2020/3/on-the-moon.html")]
    [InlineData("_config.yml", "collections:\n  posts:\n    permalink: /p/:title/\n", "_posts/2020-03-01-moon.md", "/p/moon")]
    [InlineData("_config.yml", "defaults:\n  - scope: {path: _posts/old}\n    values: {permalink: /old/:title}\n", "_posts/old/2020-03-01-moon.md", "/old/moon")]
    [InlineData("_config.yml", "permalink: /:year/:nobody/\n", "_posts/2020-03-01-moon.md", "/2020/03/01/moon.html", "/2020/03/01/moon")]
    [InlineData("hugo.toml", "baseURL = 'https://example.org/site/'\n[permalinks]\nposts = '/:year/:title/'\n", "posts/moon.md", "/site/2020/to-the-moon-v1.2", "/2020/to-the-moon-v1.2")]
    [InlineData("../config/_default/permalinks.yaml", "posts: /:year/:contentbasename/\n", "posts/moon.md", "/2020/moon")]
    [InlineData("../config/_default/hugo.toml", "baseURL = 'https://example.org/'\nuglyURLs = true\n", "posts/moon.md", "/posts/moon", "/posts/moon.html")]
    [InlineData("../zola.toml", "base_url = 'https://example.org/site/'\n", "posts/moon.md", "/site/posts/moon", "/posts/moon")]
    [InlineData("../config.toml", "uglyURLs = true\n[permalinks.page]\nposts = '/:sections/:slugorfilename/'\n", "posts/moon.md", "/posts/moon", "/posts/moon.html")]
    [InlineData("../config.toml", "title = 'a programme of somebody else'\n[permalinks]\n", "posts/moon.md", "/posts/moon")]
    [InlineData("_config.yml", "permalink: [broken\n", "posts/moon.md", "/posts/moon")]
    public void Settings_of_the_generator_say_where(string file, string settings, string path, params string[] addresses) =>
        Assert.Equal(addresses, Aliases(path, "", settings, file));

    [Fact]
    public void A_folder_of_posts_by_itself_stood_below_its_own_name() =>
        Assert.Equal(["/blog/moon"], Compile("moon.md", "", Settings(new HashSet<string>(), "blog")).Article!.Aliases);

    [Fact]
    public void What_lies_above_the_posts_in_a_project_is_no_part_of_an_address() =>
        Assert.Equal(["/blog/moon"], Compile("src/content/blog/moon.md", "", Settings(["src"], "project")).Article!.Aliases);

    [Theory]
    [InlineData("posts/trips/_index.md", "/sections/trips", "/old/trips", "/posts/trips")]
    [InlineData("posts/trips/moon/_index.md", "/sections/trips", "/old/trips", "/posts/trips/moon")]
    [InlineData("posts/_index.md", "/archive", "/old/trips", "/posts")]
    public void The_list_of_a_folder_is_found_where_its_generator_had_it(string path, string target, params string[] addresses)
    {
        var made = NewsroomCompiler.Compile(path, FileKind.Section, "+++\ntitle = 'Trips'\naliases = ['old/trips']\n+++\n"u8.ToArray(), Draft.Now, null, Settings(["posts"], "content"));
        Assert.Equal(addresses, made.Facts.Addresses);
        Assert.True(made.Section is not null || made.Redirects.All(line => line.To == target));
    }

    [Fact]
    public void Data_of_a_folder_are_its_defaults()
    {
        var layout = ContentLayout.Detect(new HashSet<string> { "posts" });
        Assert.Equal(FileKind.Defaults, layout.KindOf("posts/trips/trips.11tydata.json", static _ => false));
        Assert.Equal(FileKind.Other, layout.KindOf("posts/trips/other.json", static _ => false));
        Assert.Equal(FileKind.Other, ContentLayout.Detect(new HashSet<string> { "articles" }).KindOf("articles/film/film.json", static _ => false));

        var settings = Settings(["posts"], "");
        var data = """{"layout": "post.njk", "title": 7, "tags": ["trips"], "permalink": "/diary/{{ page.fileSlug }}/"}"""u8.ToArray();
        settings = settings with { Defaults = new Dictionary<string, Newsroom.Articles.FolderDefaults> { ["posts"] = NewsroomCompiler.ReadDefaults("posts/posts.json", data, settings)! } };
        var article = Compile("posts/2020-03-01-moon.md", "", settings).Article!;
        Assert.Equal(["trips"], article.Tags.Select(static tag => tag.Name));
        Assert.Equal(["/diary/moon"], article.Aliases);
        Assert.Empty(NewsroomCompiler.Compile("posts/posts.json", FileKind.Defaults, data, Draft.Now, null, settings).Facts.Own);
    }

    [Fact]
    public void A_key_of_a_list_of_tags_has_the_words_that_readers_saw()
    {
        var settings = Settings(["blog"], "") with { Generator = GeneratorParser.Add("blog/tags.yml", "sf: {label: Science Fiction, permalink: /sf}\n"u8.ToArray(), GeneratorSettings.None) };
        Assert.Equal([new("sf", "Science Fiction"), new("film", "film")], Compile("blog/2020-03-01-moon.md", "tags: [sf, film]", settings).Article!.Tags);
    }

    [Fact]
    public void Words_about_an_only_author_may_stand_beside() =>
        Assert.Equal(
            [new("endi", "Endi", "https://example.org/endi", "Maintainer")],
            Compile("blog/2020-03-01-moon.md", "author: Endi\nauthorURL: https://example.org/endi\nauthor_title: Maintainer", Settings(["blog"], "")).Article!.Authors);

    [Fact]
    public void A_slug_with_folders_is_told_how_to_be_one() => Assert.Contains(
        Compile("blog/2020-03-01-moon.md", "slug: /2020/luna", Settings(["blog"], "")).Facts.Own,
        static finding => finding.Hint == "write \"slug: luna\" and, where that was an address, \"aliases: [/2020/luna]\"");

    [Theory]
    [InlineData("blog/2021/05-12-moon.md", "moon")]
    [InlineData("blog/2021/05-12-moon/index.md", "moon")]
    [InlineData("blog/2021-05-12/moon.md", "moon")]
    [InlineData("blog/2021/05/12/moon.md", "moon")]
    public void Folders_may_hold_the_date(string path, string slug)
    {
        var draft = Draft.Of("title: A", path);
        Assert.Equal((slug, 12, false), (draft.Article.Slug, draft.Article.Date.AddHours(2).Day, draft.Article.DateIsFirstSeen));
    }

    [Theory]
    [InlineData("blog/2021/05/12-moons.md")]
    [InlineData("blog/2021/99-12-moons.md")]
    public void A_number_in_a_name_is_no_date(string path) => Assert.True(Draft.Of("title: A", path).Article.DateIsFirstSeen);

    [Fact]
    public void A_key_of_a_list_of_authors_is_the_person()
    {
        var settings = Settings(new HashSet<string> { "blog" }, "") with
        {
            Generator = GeneratorParser.Add("blog/authors.yml", "jo:\n  name: Jo Bloggs\n  title: Editor\n  url: https://example.org/jo\nann: {full_name: Ann Other}\n"u8.ToArray(), GeneratorSettings.None),
        };
        var compiled = Compile("blog/2020-03-01-moon.md", "authors: [jo, {key: ann, title: Guest}, max]", settings);
        Assert.Equal(
            [new("jo", "Jo Bloggs", "https://example.org/jo", "Editor"), new("ann", "Ann Other", null, "Guest"), new("max")],
            compiled.Article!.Authors);
        Assert.Equal(["max"], compiled.Facts.RefersTo.Where(static reference => reference.Kind == ReferenceTarget.Author).Select(static reference => reference.Shown));
    }

    [Fact]
    public void A_link_of_Zola_may_count_from_the_folder_above() =>
        Assert.Contains(
            Compile("moon.md", "", Settings(new HashSet<string>(), "blog"), "[Mars](@/blog/mars.md), [Venus](@/venus.md)").Facts.RefersTo,
            static reference => reference.Target == "path:mars.md");

    [Theory]
    [InlineData("posts/moon.md", "[x](../mars/)", "path:posts/mars")]
    [InlineData("posts/moon.md", "[x](../../pages/about)", "path:pages/about")]
    [InlineData("posts/moon.md", "[x](../mars.md)", "path:mars.md")]
    [InlineData("posts/moon/index.md", "[x](../mars/)", "path:posts/mars")]
    [InlineData("articles/film/moon.md", "[x](../tv/mars)", "path:articles/tv/mars")]
    [InlineData("posts/moon.md", "[x](@/posts/trips/_index.md)", "path:posts/trips/_index.md")]
    [InlineData("posts/moon.md", "[x](@/posts/trips/far/_index.md)", "url:/sections/trips")]
    [InlineData("posts/moon.md", "<a href=\"_index.md\">x</a>", "url:/archive")]
    public void A_link_leads_where_it_led(string path, string body, string target)
    {
        var settings = Settings([path[..path.IndexOf('/', StringComparison.Ordinal)]], "content");
        Assert.Equal([target], Compile(path, "", settings, body).Facts.RefersTo.Where(static reference => reference.Kind == ReferenceTarget.Link).Select(static reference => reference.Target));
    }

    private static IReadOnlyList<string> Aliases(string path, string yaml, string settings, string file = "_config.yml")
    {
        var compile = Settings(new HashSet<string> { path[..path.IndexOf('/', StringComparison.Ordinal)] }, "content");
        return Compile(path, yaml, compile with { Generator = GeneratorParser.Add(file, Encoding.UTF8.GetBytes(settings), GeneratorSettings.None) }).Article!.Aliases;
    }

    private static CompiledFile Compile(string path, string yaml, CompileSettings settings, string body = "Text.") => NewsroomCompiler.Compile(
        path, FileKind.Article, Encoding.UTF8.GetBytes($"---\ntitle: To the Moon, v1.2\n{(path.Contains("2020", StringComparison.Ordinal) ? "" : "date: 2020-03-01\n")}{yaml}\n---\n{body}\n"), Draft.Now, null, settings);

    private static CompileSettings Settings(HashSet<string> folders, string name) =>
        new() { Site = SiteFile.Default, Now = Draft.Now, Layout = ContentLayout.Detect(folders, name) };
}
