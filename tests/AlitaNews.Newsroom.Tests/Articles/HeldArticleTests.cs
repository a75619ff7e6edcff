using System.Text;
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
        Assert.Equal(("", 0), (compiled.Facts.Id, compiled.Facts.RefersTo.Count));
    }

    [Theory]
    [InlineData("articles/film/story.mdx", FileKind.Foreign)]
    [InlineData("articles/film/story/index.mdx", FileKind.Foreign)]
    [InlineData("articles/film/bundle/notes.org", FileKind.Other)]
    [InlineData("media/story.mdx", FileKind.Other)]
    [InlineData("articles/film/data.json", FileKind.Other)]
    public void A_post_in_another_format_is_not_passed_over(string path, FileKind kind) =>
        Assert.Equal(kind, Settings.Layout.KindOf(path, static folder => folder == "articles/film/bundle"));
}
