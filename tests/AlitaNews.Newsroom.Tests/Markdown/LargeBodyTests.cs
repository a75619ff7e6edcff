namespace AlitaNews.Newsroom.Tests.Markdown;

/// <summary>What a file may hold has an end, long before it costs more than a file may; and what is just below it is read.</summary>
public sealed class LargeBodyTests
{
    [Theory]
    [InlineData("pictures", "![a](b.jpg)\n\n", 5_001, 10_001)]
    [InlineData("links", "[a](b.md)\n\n", 20_001, 40_001)]
    [InlineData("claims", "[a](claim:b)\n\n", 20_001, 40_001)]
    [InlineData("shortcodes", "{{< youtube dQw4w9WgXcQ >}}\n\n", 20_001, 40_001)]
    public void One_thing_too_many_is_refused_where_it_stands(string name, string one, int count, int line)
    {
        var (body, problems) = MarkdownCase.Compile(string.Concat(Enumerable.Repeat(one, count)));
        Assert.Equal("", body.Html);
        var problem = Assert.Single(problems.Items);
        Assert.True(problem.Code == "AN0102" && problem.Line == line, $"{name}: {problem}");
    }

    [Fact]
    public void As_many_pictures_as_there_may_be_are_shown() =>
        Assert.Equal(5_000, MarkdownCase.Compile(string.Concat(Enumerable.Repeat("![a](b.jpg)\n\n", 5_000))).Body.Figures.Count);

    [Theory]
    [InlineData("paragraphs", "a\n\n", 600_000)]
    [InlineData("cells", "|a|b|\n", 200_000)]
    [InlineData("tags", "<b>", 1_100_000)]
    public void A_tree_that_would_weigh_too_much_is_not_built(string name, string one, int count)
    {
        var separated = one.EndsWith('\n') ? string.Concat(Enumerable.Repeat(one, count)) : string.Concat(Enumerable.Repeat(string.Concat(Enumerable.Repeat(one, 1000)) + "\n\n", count / 1000));
        var (body, problems) = MarkdownCase.Compile("|a|b|\n|-|-|\n" + separated);
        Assert.Equal("", body.Html);
        var problem = Assert.Single(problems.Items);
        Assert.True(problem.Code == "AN0102" && problem.Message.StartsWith("with this block", StringComparison.Ordinal), $"{name}: {problem}");
    }

    [Fact]
    public void Links_that_never_end_are_refused_before_each_is_looked_for_to_the_end()
    {
        foreach (var open in new[] { "[a](", "[a](<b", "[a](b (c " })
        {
            var (body, problems) = MarkdownCase.Compile(string.Concat(Enumerable.Repeat(string.Concat(Enumerable.Repeat(open, 6000)) + "\n", 3)));
            Assert.Equal("", body.Html);
            Assert.Equal("AN0102", Assert.Single(problems.Items).Code);
        }
    }

    [Fact]
    public void Links_that_end_are_read_however_many_stand_in_a_line()
    {
        var (body, problems) = MarkdownCase.Compile(string.Concat(Enumerable.Repeat("[a](https://example.org) ", 2000)));
        Assert.Empty(problems.Items);
        Assert.Equal(2001, body.Html.Split("<a ").Length);
    }

    [Fact]
    public void A_caption_counts_for_the_text_around_it()
    {
        var (body, problems) = MarkdownCase.Compile(string.Concat(Enumerable.Repeat("![a](https://example.org/b.jpg \"[1](a.md) [2](b.md) [3](c.md) [4](d.md) [5](e.md)\")\n\n", 4_001)));
        Assert.Equal("", body.Html);
        Assert.Single(problems.Items, static problem => problem.Code == "AN0102");
    }

    [Fact]
    public void What_no_caption_holds_stands_behind_the_pictures_in_its_order()
    {
        var (body, _) = MarkdownCase.Compile(":::figure\n![a](b.jpg)\n\n- one\n\n***\n\n- two\n:::\n");
        Assert.Matches("(?s)figure.*one.*<hr>.*two", body.Html);
    }

    [Fact]
    public void Every_shortcode_in_raw_HTML_is_found_and_so_are_the_words_between()
    {
        var (body, _) = MarkdownCase.Compile("<div>\n" + string.Concat(Enumerable.Range(0, 50).Select(static i => $"w{i} {{{{< youtube dQw4w9WgXcQ >}}}}\n")) + "end\n</div>\n");
        Assert.Equal(51, body.Html.Split("class=\"embed\"").Length);
        Assert.Contains("w49", body.Html, StringComparison.Ordinal);
        Assert.Contains("end", body.Html, StringComparison.Ordinal);
    }
}
