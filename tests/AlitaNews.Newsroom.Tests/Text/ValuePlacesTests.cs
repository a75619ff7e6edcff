using System.Text;
using AlitaNews.Newsroom.Rules;
using AlitaNews.Newsroom.Site;
using AlitaNews.Newsroom.Tests.Articles;

namespace AlitaNews.Newsroom.Tests.Text;

/// <summary>A link within a value of the front matter is named at its bracket, however the value is written.</summary>
public class ValuePlacesTests
{
    private static readonly CompileSettings Settings = new()
    {
        Site = SiteFile.Default,
        Now = Draft.Now,
        Layout = ContentLayout.Detect(new HashSet<string> { "articles" }),
    };

    [Theory]
    [InlineData("---\nstandfirst: a [b](claim:c)\n---\n", "2:15")]
    [InlineData("---\nstandfirst: \"a [b](claim:c)\"\n---\n", "2:16")]
    [InlineData("---\nstandfirst: \"a \\\"q\\\" [b](claim:c)\"\n---\n", "2:22")]
    [InlineData("---\nstandfirst: \"\\u00e9\\U0001F600\\x41 [b](claim:c)\"\n---\n", "2:35")]
    [InlineData("---\nstandfirst: \"a \\\n    [b](claim:c)\"\n---\n", "3:5")]
    [InlineData("---\nstandfirst: 'it''s [b](claim:c)'\n---\n", "2:20")]
    [InlineData("---\nstandfirst: plain\n  and [b](claim:c)\n---\n", "3:7")]
    [InlineData("---\nstandfirst: >-\n  folded\n  and [b](claim:c)\n---\n", "4:7")]
    [InlineData("---\nstandfirst: |2-\n  2 lines\n\n  and [b](claim:c)\n---\n", "5:7")]
    [InlineData("---\nbackstory: |\n  a\n\n  - 😀 [b](claim:c)\n---\n", "5:7")]
    [InlineData("---\nbackstory: |\n  > a\n  > [b](claim:c)\n---\n", "4:5")]
    [InlineData("---\nhero:\n  src: a.jpg\n  caption: see [b](claim:c)\n---\n", "4:16")]
    [InlineData("---\nhero: {src: a.jpg, caption: \"see [b](claim:c)\"}\n---\n", "2:34")]
    [InlineData("---\nimage: a.jpg\nimage_caption: see [b](claim:c)\n---\n", "3:20")]
    [InlineData("+++\nstandfirst = '''\na\n[b](claim:c)'''\n+++\n", "4:1")]
    [InlineData("+++\nstandfirst = \"\"\"\na \\\n   [b](claim:c)\"\"\"\n+++\n", "4:4")]
    [InlineData("{\"standfirst\": \"a\\n\\u00e9 [b](claim:c)\"}\n", "1:27")]
    [InlineData("---\ntitle: A\n---\n![a](a.jpg \"see [b](claim:c)\")\n", "4:17")]
    public void A_link_is_named_where_it_stands(string text, string place)
    {
        var compiled = NewsroomCompiler.Compile("articles/film/story.md", FileKind.Article, Encoding.UTF8.GetBytes(text), Draft.Now, null, Settings);
        Assert.Equal([place], compiled.Facts.RefersTo.Where(static reference => reference.Kind == ReferenceTarget.Claim).Select(static reference => $"{reference.At.Line}:{reference.At.Column}"));
    }

    [Fact]
    public void The_caption_of_a_lead_picture_asks_for_what_it_names()
    {
        const string Text = "---\ntitle: A\nhero: {src: a.jpg, alt: A, caption: 'see [b](claim:c)'}\n---\nText.\n";
        var compiled = NewsroomCompiler.Compile("articles/film/story.md", FileKind.Article, Encoding.UTF8.GetBytes(Text), Draft.Now, null, Settings);
        Assert.Contains(compiled.Body.References, static reference => reference.Target == "c");
    }

    [Fact]
    public void The_caption_of_a_sidecar_is_checked_where_it_stands()
    {
        const string Text = "credit: A\ncaption: \"see [b](claim:c) <script>x</script>\"\n";
        var compiled = NewsroomCompiler.Compile("media/a.jpg.yaml", FileKind.Sidecar, Encoding.UTF8.GetBytes(Text), Draft.Now, null, Settings);
        Assert.Equal("2:15", string.Join(' ', compiled.Facts.RefersTo.Select(static reference => $"{reference.At.Line}:{reference.At.Column}")));
        Assert.Equal("2:28 AN0501", string.Join(' ', compiled.Facts.Own.Select(static found => $"{found.Line}:{found.Column} {found.Code}")));
    }
}
