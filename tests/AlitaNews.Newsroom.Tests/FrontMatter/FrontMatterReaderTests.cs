using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Tests.FrontMatter;

public class FrontMatterReaderTests
{
    private static (FileParts Parts, IReadOnlyList<Diagnostic> Found, SourceFile File) Read(string text)
    {
        var file = SourceFile.FromText("articles/x.md", text);
        var bag = new DiagnosticBag(file);
        return (FrontMatterReader.Read(file, bag), bag.Items, file);
    }

    private static string Body(string text)
    {
        var (parts, _, file) = Read(text);
        return file.Text[parts.BodyStart..];
    }

    private static (int Line, int Column, string Code) Only(string text)
    {
        var found = Assert.Single(Read(text).Found);
        return (found.Line, found.Column, found.Code);
    }

    [Theory]
    [InlineData("---\ntitle: A\n---\nBody\n", FrontMatterFormat.Yaml)]
    [InlineData("---\ntitle: A\n...\nBody\n", FrontMatterFormat.Yaml)]
    [InlineData("\uFEFF---\r\ntitle: A\r\n---\r\nBody\r\n", FrontMatterFormat.Yaml)]
    [InlineData("--- \ntitle: A\n---  \nBody\n", FrontMatterFormat.Yaml)]
    [InlineData("\n\n---\ntitle: A\n---\nBody\n", FrontMatterFormat.Yaml)]
    [InlineData("+++\ntitle = \"A\"\n+++\nBody\n", FrontMatterFormat.Toml)]
    [InlineData("{\"title\": \"A\"}\nBody\n", FrontMatterFormat.Json)]
    [InlineData("{\n  \"title\": \"A\",\n}\nBody\n", FrontMatterFormat.Json)]
    [InlineData("---json\n{\"title\": \"A\"}\n---\nBody\n", FrontMatterFormat.Json)]
    public void Every_opener_is_split_from_its_body(string text, FrontMatterFormat format)
    {
        var (parts, found, file) = Read(text);
        Assert.Empty(found);
        Assert.Equal(format, parts.Format);
        Assert.Equal("A", parts.Fields.Find("title")!.Text);
        Assert.Equal("Body\n", file.Text[parts.BodyStart..]);
    }

    [Theory]
    [InlineData("Just text\n")]
    [InlineData("")]
    [InlineData("----\nA rule of four\n---\n")]
    [InlineData("{{< figure src=\"a.jpg\" >}}\n")]
    [InlineData("{% raw %}\n")]
    public void A_file_without_front_matter_is_all_body(string text)
    {
        Assert.Empty(Read(text).Found);
        Assert.Equal(text, Body(text));
    }

    [Fact]
    public void A_later_rule_belongs_to_the_body() =>
        Assert.Equal("A\n\n---\n\nB\n", Body("---\ntitle: A\n---\nA\n\n---\n\nB\n"));

    [Fact]
    public void Scalars_survive_as_written()
    {
        var fields = Read("---\nslug: 007\nlang: no\nversion: 1.10\nstatus: false\nat: 2023-01-10T09:30:00Z\n---\n").Parts.Fields;
        Assert.Equal(["007", "no", "1.10", "false", "2023-01-10T09:30:00Z"], fields.Fields.Select(f => f.Value.Text));
        Assert.All(fields.Fields, f => Assert.False(f.Value.Quoted));
    }

    [Theory]
    [InlineData("---\na:\nb: ~\nc: null\nd: ''\n---\n")]
    [InlineData("---json\n{\"a\": null, \"b\": null, \"c\": null, \"d\": \"\"}\n---\n")]
    public void Nothing_is_told_from_an_empty_text(string text)
    {
        var fields = Read(text).Parts.Fields;
        Assert.Equal([FieldKind.Empty, FieldKind.Empty, FieldKind.Empty, FieldKind.Text], fields.Fields.Select(f => f.Value.Kind));
    }

    [Fact]
    public void The_three_formats_give_one_tree()
    {
        const string Yaml = "---\ntitle: A\ntags: [x, 'y z']\nmenu:\n  main:\n    weight: 5\nresources:\n  - src: a.jpg\n  - src: b.jpg\n---\n";
        const string Toml = "+++\ntitle = 'A'\ntags = ['x', \"y z\"]\n[menu.main]\nweight = 5\n[[resources]]\nsrc='a.jpg'\n[[resources]]\nsrc='b.jpg'\n+++\n";
        const string Json = """
            {"title": "A", "tags": ["x", "y z"], "menu": {"main": {"weight": 5}}, "resources": [{"src": "a.jpg"}, {"src": "b.jpg"}]}
            """;
        var expected = Show(Read(Yaml).Parts.Fields);
        Assert.Equal("{title:A tags:[x y z] menu:{main:{weight:5}} resources:[{src:a.jpg} {src:b.jpg}]}", expected);
        Assert.Equal(expected, Show(Read(Toml).Parts.Fields));
        Assert.Equal(expected, Show(Read(Json).Parts.Fields));
    }

    [Fact]
    public void Keys_are_found_whatever_their_case_and_dashes()
    {
        var fields = Read("---\nExpiry_Date: x\n---\n").Parts.Fields;
        Assert.Equal("x", fields.Find("expiryDate")!.Text);
        Assert.Equal("x", fields.Find("expiry-date")!.Text);
        Assert.Null(fields.Find("expiry"));
    }

    [Theory]
    [InlineData("---\ntitle: A\ntitle: B\n---\n", 3, 1)]
    [InlineData("+++\ntitle = 'A'\ntitle = 'B'\n+++\n", 3, 1)]
    [InlineData("{\"title\": \"A\",\n \"title\": \"B\"}\n", 2, 2)]
    public void Of_a_key_given_twice_the_last_wins_with_a_warning(string text, int line, int column)
    {
        Assert.Equal((line, column, "AN0105"), Only(text));
        Assert.Equal("B", Read(text).Parts.Fields.Find("title")!.Text);
    }

    [Theory]
    [InlineData("---\ntitle: &a x\n---\n", 2, 8)]
    [InlineData("---\ntitle: *a\n---\n", 2, 8)]
    [InlineData("---\ntitle: !!str x\n---\n", 2, 8)]
    [InlineData("---\ntitle: x\ntags:\n  - &t film\n---\n", 4, 5)]
    [InlineData("---\nbase: {a: b}\n<<: *base\n---\n", 3, 5)]
    [InlineData("---\ntitle: *\n---\n", 2, 8)]
    public void Anchors_aliases_and_tags_are_rejected_where_they_stand(string text, int line, int column) =>
        Assert.Equal((line, column, "AN0104"), Only(text));

    [Theory]
    [InlineData("---\ntitle: Alita: Battle Angel\n---\n", 2)]
    [InlineData("---\ntitle: A\n\tkicker: B\n---\n", 3)]
    [InlineData("---\ntitle: A\ntags:\n\t- x\n---\n", 4)]
    [InlineData("---\ntitle: \"A\nkicker: \"B\"\n---\n", 2)]
    [InlineData("---\ntitle: A\nkicker Film\ndate: x\n---\n", 3)]
    [InlineData("---\ntitle: 'A\n---\n", 2)]
    [InlineData("---\ntags: [a, b\n---\n", 2)]
    [InlineData("---\ntitle: @home\n---\n", 2)]
    [InlineData("---\ntitle: \"\\q\"\n---\n", 2)]
    [InlineData("---\n- a\n- b\n---\n", 2)]
    [InlineData("---\njust text\n---\n", 2)]
    [InlineData("---\ntitle: A\n", 1)]
    [InlineData("+++\ntitle = A\n+++\n", 2)]
    [InlineData("+++\ntitle 'A'\n+++\n", 2)]
    [InlineData("{\"title\": A}\n", 1)]
    [InlineData("{\"title\": \"A\"\n", 1)]
    public void Front_matter_that_cannot_be_read_is_one_clear_error(string text, int line)
    {
        var found = Assert.Single(Read(text).Found);
        Assert.Equal(("AN0103", line), (found.Code, found.Line));
        Assert.True(found.Blocks);
        Assert.DoesNotContain("Exception", found.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("scalar", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quoted_value_that_runs_on_at_the_margin_is_repaired_and_positions_stay_right()
    {
        const string Text = "---\nstandfirst: \"One\ntwo\n\nthree\"\nlist:\n  - 'a\n  b'\nkicker: *bad\n---\n";
        var (parts, found, _) = Read(Text.Replace("*bad", "Film", StringComparison.Ordinal));
        Assert.Equal(["AN0115 2:13", "AN0115 7:5"], found.Select(d => $"{d.Code} {d.Line}:{d.Column}"));
        Assert.Equal("One two\nthree", parts.Fields.Find("standfirst")!.Text);
        Assert.Equal("a b", parts.Fields.Find("list")!.Items[0].Text);
        Assert.Equal("Film", parts.Fields.Find("kicker")!.Text);
        Assert.Contains(Read(Text).Found, d => d is { Code: "AN0104", Line: 9, Column: 9 });
    }

    [Fact]
    public void A_line_separator_inside_a_value_does_not_end_it() =>
        Assert.Equal("a b", Read("---\ntitle: a\u2028b\nkicker: x\n---\n").Parts.Fields.Find("title")!.Text);

    [Fact]
    public void A_whole_file_of_yaml_may_be_empty_or_begin_with_a_marker()
    {
        var file = SourceFile.FromText("site.yaml", "---\ntitle: A\n");
        Assert.Equal("A", FrontMatterReader.ReadData(file, new DiagnosticBag(file)).Find("title")!.Text);
        var empty = SourceFile.FromText("site.yaml", "# nothing\n");
        var bag = new DiagnosticBag(empty);
        Assert.Empty(FrontMatterReader.ReadData(empty, bag).Fields);
        Assert.Empty(bag.Items);
    }

    internal static string Show(FieldNode node) => node.Kind switch
    {
        FieldKind.List => $"[{string.Join(' ', node.Items.Select(Show))}]",
        FieldKind.Map => $"{{{string.Join(' ', node.Fields.Select(f => f.Key + ":" + Show(f.Value)))}}}",
        _ => node.Text,
    };
}
