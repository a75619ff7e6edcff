using AlitaNews.Newsroom.Markdown;

namespace AlitaNews.Newsroom.Tests.Markdown;

/// <summary>Texts that bring parsers down are refused with their line; honest ones of the same kind are read.</summary>
public sealed class BodyGuardTests
{
    public static TheoryData<string, string> Bombs => new()
    {
        { "quotations", new string('>', 5000) + " a" },
        { "brackets", string.Join('\n', Enumerable.Repeat(new string('[', 60), 100)) },
        { "pictures", string.Join('\n', Enumerable.Repeat(string.Concat(Enumerable.Repeat("![", 30)), 100)) },
        { "blocks", string.Concat(Enumerable.Repeat(":::aside\n", 4000)) },
        { "lists", string.Concat(Enumerable.Range(0, 400).Select(static i => new string(' ', 2 * i) + "- a\n")) },
        { "emphasis", string.Concat(Enumerable.Repeat("*a **b _c \n", 40_000)) },
        { "declarations", string.Concat(Enumerable.Repeat("a<?b<!C\n", 40_000)) },
        { "addresses", string.Concat(Enumerable.Repeat("www.a.example \n", 200_000)) },
        { "definitions", string.Concat(Enumerable.Range(0, 50_000).Select(static i => $"[r{i}]: /u\n")) },
        { "definitions in lists", string.Concat(Enumerable.Range(0, 20_001).Select(static i => $"- [r{i}]: /u\n")) },
        { "definitions in quotations", string.Concat(Enumerable.Range(0, 20_001).Select(static i => $"> [r{i}]: /u\n\n")) },
        { "definitions behind spaces", string.Concat(Enumerable.Range(0, 20_001).Select(static i => $"  [r{i}]: /u\n")) },
        { "definitions over lines", string.Concat(Enumerable.Range(0, 20_001).Select(static i => $"[r{i}\n]: /u\n\n")) },
        { "brackets in a paragraph of many lines", string.Concat(Enumerable.Repeat(string.Concat(Enumerable.Repeat("[^a]", 20)) + "\n", 6000)) },
        { "labels that nobody defined", string.Concat(Enumerable.Repeat(string.Concat(Enumerable.Repeat("[a]", 250)) + "\n", 80)) },
        { "brackets in a table of many lines", "|a|b|\n|-|-|\n" + string.Concat(Enumerable.Repeat("|[a][b] [c][d]|[e]|\n", 12_000)) },
        { "a definition that is long and named often", "[a]: <" + new string('x', 60_000) + ">\n\n" + string.Concat(Enumerable.Repeat("[a] [a] [a] [a]\n\n", 30_000)) },
        { "abbreviations in paragraphs", "*[a]: word\n\n" + string.Concat(Enumerable.Repeat("a a a a a a a a a a a a a a a a a a a a\n\n", 25_000)) },
        { "abbreviated signs", "*[+]: word\n\n" + string.Concat(Enumerable.Repeat("+ + + + + + + + + + + + + + + + + + + +a\n\n", 25_000).Select(static line => "a " + line)) },
        { "abbreviations in a table", "*[a]: word\n\n|a|b|\n|-|-|\n" + string.Concat(Enumerable.Repeat("| a a a a a a a a a a | x |\n", 40_000)) },
        { "definitions in front of many lines", string.Concat(Enumerable.Range(0, 10_000).Select(static i => $"[r{i}]: /u\n")) + string.Concat(Enumerable.Repeat("a\n", 10_000)) },
        { "paragraphs in one raw element", "<div>\n\n" + string.Concat(Enumerable.Repeat("a\n\n", 30_000)) + "</div>\n" },
        { "paragraphs in one entry of a list", "- a\n" + string.Concat(Enumerable.Repeat("\n  b\n", 20_000)) },
        { "raw HTML", string.Concat(Enumerable.Repeat("<p>a</p>\n", 30_000)) },
        { "underlines", string.Concat(Enumerable.Repeat("a\n=\n", 50_000)) },
        { "a line", new string('a', 100_000) },
        { "a repeated address", "[a]: <" + new string('x', 60_000) + ">\n\n" + string.Concat(Enumerable.Repeat("[a] [a] [a]\n", 5000)) },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_is_refused_with_its_line(string name, string text)
    {
        var (body, problems) = MarkdownCase.Compile("Words.\n\n" + text);
        Assert.Equal("", body.Html);
        var problem = Assert.Single(problems.Items);
        Assert.True(problem is { Code: "AN0102", Blocks: true }, $"{name}: {problem}");
    }

    [Fact]
    public void A_table_of_twelve_thousand_cells_is_read()
    {
        var text = "|a|b|c|d|e|f|\n|-|-|-|-|-|-|\n" + string.Concat(Enumerable.Repeat("|1|`2`|*3*|4|[5](https://example.org)|6 ` 7|\n", 2000));
        var (body, problems) = MarkdownCase.Compile(text);
        Assert.Empty(problems.Items);
        Assert.Equal(2000, body.Html.Split("<em>3</em>").Length - 1);
    }

    [Fact]
    public void A_list_of_twenty_thousand_linked_lines_is_read()
    {
        var (body, problems) = MarkdownCase.Compile(string.Concat(Enumerable.Range(0, 20_000).Select(static i => $"A name and [a link](/about-{i})\n")));
        Assert.Empty(problems.Items);
        Assert.Equal(20_000, body.References.Count);
    }

    [Fact]
    public void Ten_thousand_paragraphs_in_one_raw_element_are_read()
    {
        var (body, problems) = MarkdownCase.Compile("<div>\n\n" + string.Concat(Enumerable.Repeat("a\n\n", 10_000)) + "</div>\n");
        Assert.Empty(problems.Items);
        Assert.Equal(10_001, body.Html.Split("<p>").Length);
    }

    [Fact]
    public void Each_of_ten_thousand_words_may_stand_for_an_advertisement()
    {
        var settings = MarkdownSettings.Default with { AdWords = [.. Enumerable.Range(0, 10_000).Select(static i => $"W{i}")] };
        var (body, _) = MarkdownCase.Compile("w9999\n\n- w0 -\n\nw10000\n", settings);
        Assert.Equal("w10000", body.PlainText.Trim());
    }

    [Fact]
    public void Four_thousand_paragraphs_in_one_entry_of_a_list_are_read()
    {
        var (body, problems) = MarkdownCase.Compile("- a\n" + string.Concat(Enumerable.Repeat("\n  b\n", 4000)));
        Assert.Empty(problems.Items);
        Assert.Equal(4002, body.Html.Split("<p>").Length);
    }

    [Fact]
    public void Ten_thousand_abbreviated_words_are_read()
    {
        var (body, problems) = MarkdownCase.Compile("*[UN]: United Nations\n\n" + string.Concat(Enumerable.Repeat("The UN says what the UN says.\n\n", 5000)));
        Assert.Empty(problems.Items);
        Assert.Equal(10_001, body.Html.Split("<abbr ").Length);
    }

    [Fact]
    public void Ten_thousand_words_in_raw_tags_are_read()
    {
        var (body, problems) = MarkdownCase.Compile(string.Concat(Enumerable.Repeat("- a *b <b>c* d</b>\n", 10_000)));
        Assert.Empty(problems.Items);
        Assert.StartsWith("<ul>\n<li>a <em>b <b>c</b></em> d</li>\n", body.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_around_raw_tags_is_refused_before_all_of_it_is_made_safe()
    {
        var (body, problems) = MarkdownCase.Compile(string.Concat(Enumerable.Repeat("- <div>\n", 30_000)));
        Assert.Equal("", body.Html);
        Assert.Single(problems.Items, static problem => problem is { Code: "AN0102", Blocks: true });
    }

    [Fact]
    public void Raw_tags_that_never_close_stay_few()
    {
        var (body, problems) = MarkdownCase.Compile(string.Concat(Enumerable.Repeat("<div><b>a\n\n", 5000)));
        Assert.True(body.Html.Length < 200_000);
        Assert.All(problems.Items, static problem => Assert.Equal("AN0502", problem.Code));
    }

    [Fact]
    public void Brackets_in_code_are_not_counted()
    {
        var (body, problems) = MarkdownCase.Compile("```\n" + new string('[', 5000) + "\n```\n");
        Assert.Empty(problems.Items);
        Assert.Contains("[[[[", body.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Emphasis_nested_very_deeply_keeps_its_words()
    {
        var marks = string.Concat(Enumerable.Range(0, 90).Select(static i => i % 2 == 0 ? "*a " : "_b "));
        var (body, _) = MarkdownCase.Compile(marks + "word" + string.Concat(Enumerable.Range(0, 90).Select(static i => i % 2 == 0 ? "_" : "*")));
        Assert.Contains("word", body.PlainText, StringComparison.Ordinal);
    }
}
