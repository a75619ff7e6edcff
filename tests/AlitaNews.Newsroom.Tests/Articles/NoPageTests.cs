using System.Text;
using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Site;

namespace AlitaNews.Newsroom.Tests.Articles;

/// <summary>Posts of which another generator makes no page.</summary>
public class NoPageTests
{
    [Theory]
    [InlineData("render: false")]
    [InlineData("permalink: false")]
    [InlineData("headless: true")]
    [InlineData("build: {render: never}")]
    [InlineData("_build: {render: false, list: never}")]
    [InlineData("build: {render: link}")]
    [InlineData("draft: false\nrender: false", "4:1 AN0116")]
    [InlineData("draft: true\nrender: false", null)]
    public void What_had_no_page_is_a_draft_and_its_editor_is_told(string yaml, string? place = "3:1 AN0116")
    {
        var draft = Draft.Of("title: A\n" + yaml);
        Assert.True(draft.Article.Draft);
        Assert.Equal(place is null ? [] : [place], draft.Places);
        Assert.NotEqual("{}", draft.Article.ParamsJson);
    }

    [Theory]
    [InlineData("permalink: /a/", "")]
    [InlineData("headless: false", "3:1 AN0107")]
    [InlineData("render: true", "3:1 AN0107")]
    [InlineData("build: {list: never}", "")]
    public void What_had_one_is_public(string yaml, string places)
    {
        var draft = Draft.Of("title: A\n" + yaml);
        Assert.False(draft.Article.Draft);
        Assert.Equal(places, string.Join(' ', draft.Places));
    }

    [Fact]
    public void A_folder_may_ask_for_no_pages_and_an_address_takes_that_back()
    {
        var settings = Settings("posts") with { Defaults = Data("posts/posts.json", """{"permalink": false}""") };
        var hidden = Compile("posts/a.md", "", settings);
        Assert.True(hidden.Article!.Draft);
        Assert.Equal(["1:1 AN0116"], Places(hidden));
        Assert.False(Compile("posts/b.md", "permalink: /b/", settings).Article!.Draft);
    }

    [Fact]
    public void Data_of_one_post_are_its_defaults_alone()
    {
        var layout = Settings("posts").Layout;
        Assert.Equal(FileKind.Defaults, layout.KindOf("posts/a.11tydata.json", static _ => false));
        Assert.Equal(["posts/a.md", "posts/trips", "posts"], new[] { "posts/a.11tydata.json", "posts/trips/trips.11tydata.json", "posts/posts.json" }.Select(layout.ScopeOf));
        var settings = Settings("posts") with { Defaults = Data("posts/a.11tydata.json", """{"tags": ["own"], "permalink": "/old/{{ page.fileSlug }}/"}""") };
        Assert.Equal(("own", "/old/a"), (Compile("posts/a.markdown", "", settings).Article!.Tags[0].Id, Compile("posts/a.md", "", settings).Article!.Aliases[0]));
        Assert.Empty(Compile("posts/b.md", "", settings).Article!.Tags);
    }

    [Theory]
    [InlineData("posts", "posts/_note.md", "1:1 AN0116")]
    [InlineData("posts", "posts/note.md", "")]
    [InlineData("articles", "articles/_note.md", "")]
    public void A_name_that_some_generators_leave_out_is_not_public_without_a_word(string root, string path, string places)
    {
        var compiled = Compile(path, "", Settings(root));
        Assert.False(compiled.Article!.Draft);
        Assert.Equal(places, string.Join(' ', Places(compiled)));
    }

    [Theory]
    [InlineData("base_url = 'https://example.org'", true, "all articles below this draft are drafts")]
    [InlineData("baseURL = 'https://example.org'", false, "the draft of a list hides nothing: it and the articles below it are public")]
    public void The_draft_of_a_list_hides_what_is_below_it_where_it_did_before(string generator, bool hides, string message)
    {
        var settings = Settings("posts") with { Generator = GeneratorParser.Add("config.toml", Encoding.UTF8.GetBytes(generator), GeneratorSettings.None) };
        var list = "+++\ntitle = 'Secret'\ndraft = true\n+++\n"u8.ToArray();
        var defaults = NewsroomCompiler.ReadDefaults("posts/secret/_index.md", list, settings);
        Assert.Equal(hides, defaults is not null);
        Assert.Equal([message], NewsroomCompiler.Compile("posts/secret/_index.md", FileKind.Section, list, Draft.Now, null, settings).Facts.Own.Select(static found => found.Message));
        if (defaults is not null)
            Assert.True(Compile("posts/secret/a.md", "", settings with { Defaults = new Dictionary<string, FolderDefaults> { ["posts/secret"] = defaults } }).Article!.Draft);
    }

    [Fact]
    public void A_programme_that_gives_posts_their_data_is_named()
    {
        Assert.Equal(FileKind.Foreign, Settings("posts").Layout.KindOf("posts/posts.11tydata.js", static _ => false));
        Assert.Equal(FileKind.Other, Settings("articles").Layout.KindOf("articles/articles.11tydata.js", static _ => false));
        Assert.Equal(["1:1 AN0705"], Places(NewsroomCompiler.Compile("posts/posts.11tydata.js", FileKind.Foreign, "export default {};"u8.ToArray(), Draft.Now, null, Settings("posts"))));
    }

    private static IEnumerable<string> Places(CompiledFile compiled) => compiled.Facts.Own.Select(static found => $"{found.Line}:{found.Column} {found.Code}");

    private static Dictionary<string, FolderDefaults> Data(string path, string json) =>
        new() { [Settings("posts").Layout.ScopeOf(path)] = NewsroomCompiler.ReadDefaults(path, Encoding.UTF8.GetBytes(json), Settings("posts"))! };

    private static CompiledFile Compile(string path, string yaml, CompileSettings settings) =>
        NewsroomCompiler.Compile(path, FileKind.Article, Encoding.UTF8.GetBytes($"---\ntitle: A\ndate: 2020-03-01\n{yaml}\n---\nText.\n"), Draft.Now, null, settings);

    private static CompileSettings Settings(string root) =>
        new() { Site = SiteFile.Default, Now = Draft.Now, Layout = ContentLayout.Detect(new HashSet<string> { root }, "content") };
}
