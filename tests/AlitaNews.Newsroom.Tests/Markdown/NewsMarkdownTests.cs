using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Markdown;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Tests.Markdown;

public sealed class NewsMarkdownTests
{
    [Fact]
    public void A_spoiler_reaches_neither_search_nor_summary()
    {
        var (body, _) = MarkdownCase.Compile("The hero ||dies|| at the end.\n\n:::spoiler\nTotally.\n:::\n");
        Assert.Equal("The hero at the end.", body.FirstParagraph);
        Assert.DoesNotContain("dies", body.PlainText, StringComparison.Ordinal);
        Assert.DoesNotContain("Totally", body.PlainText, StringComparison.Ordinal);
        Assert.Contains("dies", body.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_spoiler_stays_closed_in_a_file_that_has_a_table_further_up()
    {
        var (body, _) = MarkdownCase.Compile("| a | b |\n| - | - |\n| 1 | 2 |\n\nThe hero ||dies|| at the end.\n");
        Assert.Contains("<table>", body.Html, StringComparison.Ordinal);
        Assert.Contains("spoiler-inline", body.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("dies", body.PlainText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, "<table>")]
    [InlineData(5, "<table tabindex=\"0\">")]
    public void A_table_too_wide_for_narrow_windows_can_be_reached_by_keyboard(int columns, string start)
    {
        string Row(string cell) => string.Concat(Enumerable.Repeat("| " + cell + " ", columns)) + "|\n";
        var (body, _) = MarkdownCase.Compile(Row("a") + Row("-") + Row("1"));
        Assert.StartsWith(start, body.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_a_file_is_reported_where_it_stands_in_the_file()
    {
        var file = SourceFile.FromText("articles/x.md", "---\ntitle: é😀\n---\n\nWords é😀 [bad](javascript:x)\n\n> - ![](y.jpg)\n");
        var problems = new DiagnosticBag(file);
        NewsMarkdown.Compile(file, new TextSpan(file.Text.IndexOf("\n\n", StringComparison.Ordinal), file.Text.Length), MarkdownSettings.Default, problems);
        Assert.Equal(["5:10 AN0311", "7:5 AN0402"], problems.Items.Select(static p => $"{p.Line}:{p.Column} {p.Code}"));
    }

    [Fact]
    public void A_position_is_right_behind_characters_and_shortcodes_that_were_taken_out()
    {
        var (_, problems) = MarkdownCase.Compile("a\u0001b {{< gone >}} {{< youtube dQw4w9WgXcQ >}} [bad](javascript:x)\n[worse](vbscript:x)\n");
        Assert.Equal(["1:2 AN0508", "1:5 AN0503", "1:46 AN0311", "2:1 AN0311"], problems.Items.Select(static p => $"{p.Line}:{p.Column} {p.Code}"));
    }

    [Fact]
    public void A_standfirst_is_inline_Markdown_reported_where_its_value_stands()
    {
        var file = SourceFile.FromText("articles/x.md", "---\nstandfirst: text\n---\n");
        var problems = new DiagnosticBag(file);
        var standfirst = NewsMarkdown.CompileInline(
            file, new TextSpan(16, 20), "An *insider* says [so](claim:c).\n\n[bad](javascript:x) ![p](p.jpg) <b>bold</b>", MarkdownSettings.Default, problems);
        Assert.Equal("An <em>insider</em> says \u0002claim\u001Fc\u0003so\u0002/claim\u0003.<br>\nbad p <b>bold</b>", standfirst.Html);
        Assert.Equal("An insider says so. bad p bold", standfirst.PlainText);
        Assert.Equal("c", Assert.Single(standfirst.References).Target);
        Assert.Equal("2:13 AN0311", string.Join(", ", problems.Items.Select(static p => $"{p.Line}:{p.Column} {p.Code}")));
    }

    [Fact]
    public void The_title_is_lifted_only_where_it_is_asked_for()
    {
        var (kept, _) = MarkdownCase.Compile("# A\n\n## B\n");
        var (lifted, _) = MarkdownCase.Compile("# A\n\n## B\n", MarkdownSettings.Default with { LiftTitle = true });
        Assert.Equal([2, 3], kept.Headings.Select(static heading => heading.Level));
        Assert.Equal("A", lifted.LiftedTitle);
        Assert.Equal("<h2 id=\"b\">B</h2>\n", lifted.Html);
    }

    [Fact]
    public void A_file_may_have_its_own_excerpt_separator()
    {
        var (body, _) = MarkdownCase.Compile("First.\n\n***end***\n\nRest.\n", MarkdownSettings.Default with { ExcerptSeparator = "***end***" });
        Assert.Equal("First.", body.Excerpt);
        Assert.Equal("<p>First.</p>\n<p>Rest.</p>\n", body.Html);
    }

    [Fact]
    public void Ads_stand_at_least_250_words_apart()
    {
        var words = string.Concat(Enumerable.Repeat("word ", 130));
        var (body, _) = MarkdownCase.Compile(string.Join("\n\n- Advertisement -\n\n", Enumerable.Repeat(words, 5)));
        Assert.Equal(2, body.Html.Split("\u0002ad").Length - 1);
        Assert.Equal(650, body.WordCount);
    }

    [Theory]
    [InlineData("{{< code file=\"a.html\" >}}\n{{ .Title }} <b>\n{{< /code >}}", "{{ .Title }} &lt;b&gt;", "language-html")]
    [InlineData("{{< code-toggle file=hugo copy=true >}}\ntitle = 'x'\n{{</ code-toggle >}}", "title = &#39;x&#39;", "<code>")]
    [InlineData("{{< output >}}{{% note %}}{{< /output >}}", "{{% note %}}", "<code>")]
    [InlineData("{{< code alone=1 />}}\n\nWords.\n\n{{< code >}}\nx\n{{< /code >}}", "<p>Words.</p>", "x")]
    public void A_listing_between_tags_of_Hugo_is_shown_and_not_run(string text, params string[] parts)
    {
        var html = MarkdownCase.Compile(text).Body.Html;
        Assert.All(parts, part => Assert.Contains(part, html, StringComparison.Ordinal));
    }

    [Fact]
    public void A_body_without_anything_is_empty()
    {
        var (body, problems) = MarkdownCase.Compile("");
        Assert.Equal(("", "", 0), (body.Html, body.PlainText, body.WordCount));
        Assert.Empty(problems.Items);
    }
}
