using System.Text;
using AlitaNews.Newsroom.Site;

namespace AlitaNews.Newsroom.Tests.Pages;

/// <summary><c>_index.md</c> at every depth.</summary>
public class SectionPageTests
{
    private static readonly CompileSettings Settings = new()
    {
        Site = SiteFile.Default,
        Now = new DateTimeOffset(2024, 6, 1, 12, 0, 0, TimeSpan.Zero),
        Layout = ContentLayout.Detect(new HashSet<string> { "articles" }),
    };

    [Theory]
    [InlineData("articles/_index.md", null)]
    [InlineData("articles/film/_index.md", "film")]
    [InlineData("articles/film/deeper/_index.md", null)]
    public void Only_the_first_folder_below_the_articles_is_a_section(string path, string? section) =>
        Assert.Equal(section, Compile(path, "---\ntitle: A\n---\nText").Section?.Id);

    [Theory]
    [InlineData("articles/film/_index.md")]
    [InlineData("articles/film/deeper/_index.md")]
    public void What_cannot_be_handed_down_is_said_once_where_it_stands(string path)
    {
        var found = Compile(path, "---\ntitle: A\ncascade:\n  slug: x\n  license: CC0-1.0\n---\n").Facts.Own;
        Assert.Equal(["4:3 AN0113"], found.Select(static one => $"{one.Line}:{one.Column} {one.Code}"));
    }

    private static CompiledFile Compile(string path, string text) =>
        NewsroomCompiler.Compile(path, FileKind.Section, Encoding.UTF8.GetBytes(text), Settings.Now, null, Settings);
}
