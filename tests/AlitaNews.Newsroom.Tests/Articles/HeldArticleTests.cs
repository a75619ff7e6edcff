using System.Text;
using AlitaNews.Newsroom.Rules;
using AlitaNews.Newsroom.Site;

namespace AlitaNews.Newsroom.Tests.Articles;

public class HeldArticleTests
{
    private static readonly CompileSettings Settings = new()
    {
        Site = SiteFile.Default,
        Now = Draft.Now,
        Layout = ContentLayout.Detect(new HashSet<string> { "articles" }),
    };

    [Fact]
    public void An_article_that_cannot_be_published_still_hears_of_everything_else_in_it()
    {
        const string Text = "---\ntitle: A\ndate: soon\nslug: a/b\n---\n![](a.png)\n\n{{< nothing >}}\n";
        var compiled = NewsroomCompiler.Compile("articles/film/story.md", FileKind.Article, Encoding.UTF8.GetBytes(Text), Draft.Now, null, Settings);
        Assert.Equal(
            ["3:7 AN0201", "4:7 AN0306", "6:1 AN0402", "8:1 AN0503"],
            compiled.Facts.Own.Select(static found => $"{found.Line}:{found.Column} {found.Code}").Order(StringComparer.Ordinal));
        Assert.Null(compiled.Article);
        Assert.Equal("", compiled.Facts.Id);

        // What it refers to is asked for, so that what is not there is told as well; what it names itself is not.
        Assert.Equal(["a.png"], compiled.Facts.RefersTo.Where(static reference => reference.Kind == ReferenceTarget.Picture).Select(static reference => reference.Shown));
        Assert.DoesNotContain(compiled.Facts.RefersTo, static reference => reference.Kind == ReferenceTarget.Claim);
    }

    [Fact]
    public void For_its_editor_it_is_compiled_as_far_as_that_goes()
    {
        const string Text = "---\ntitle: A\ndate: soon\n---\nThe *text*.\n";
        var compiled = NewsroomCompiler.Compile("articles/film/story.md", FileKind.Article, Encoding.UTF8.GetBytes(Text), Draft.Now, null, Settings with { ForPreview = true });
        Assert.True(compiled.Blocked);
        Assert.Equal("story", compiled.Article?.Slug);
        Assert.Equal("<p>The <em>text</em>.</p>\n", compiled.Body.Html);
    }

    [Theory]
    [InlineData("articles/film/story.mdx", FileKind.Foreign)]
    [InlineData("articles/film/story/index.mdx", FileKind.Foreign)]
    [InlineData("articles/film/bundle/notes.org", FileKind.Attachment)]
    [InlineData("articles/film/bundle/deep/press-kit.zip", FileKind.Attachment)]
    [InlineData("articles/film/bundle/index.fr.md", FileKind.Article)]
    [InlineData("articles/film/_index.fr.md", FileKind.Foreign)]
    [InlineData("media/story.mdx", FileKind.Attachment)]
    [InlineData("media/alita.jpg.yaml", FileKind.Sidecar)]
    [InlineData("articles/film/data.json", FileKind.Other)]
    public void A_post_in_another_format_is_not_passed_over(string path, FileKind kind) =>
        Assert.Equal(kind, Settings.Layout.KindOf(path, static folder => folder == "articles/film/bundle"));

    [Theory]
    [InlineData("blog/index.md", FileKind.Article)]
    [InlineData("blog/story.md", FileKind.Article)]
    [InlineData("blog/trip/index.md", FileKind.Article)]
    [InlineData("blog/trip/day-two.md", FileKind.Foreign)]
    [InlineData("blog/trip/old/index.md", FileKind.Foreign)]
    [InlineData("docs/story.md", FileKind.Foreign)]
    [InlineData("pages/legal/imprint.md", FileKind.Foreign)]
    [InlineData("media/licence.md", FileKind.Other)]
    public void A_text_that_no_page_shows_is_not_passed_over_and_the_folder_of_all_posts_is_no_bundle(string path, FileKind kind) =>
        Assert.Equal(kind, ContentLayout.Detect(new HashSet<string> { "blog", "docs" }).KindOf(path, static folder => folder is "blog" or "blog/trip" or "blog/trip/old"));

    [Theory]
    [InlineData("---\ntitle: A\n---\n\n", 0)]
    [InlineData("---\ntitle: A\n---\nA text.", 1)]
    public void The_text_of_an_index_that_has_no_page_is_named(string text, int findings)
    {
        var compiled = NewsroomCompiler.Compile("articles/film/2023/_index.md", FileKind.Section, Encoding.UTF8.GetBytes(text), Draft.Now, null, Settings);
        Assert.Equal(findings, compiled.Facts.Own.Count(static found => found.Code == "AN0706"));
    }
}
