using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Text;
using CsCheck;

namespace AlitaNews.Newsroom.Tests.FrontMatter;

/// <summary>Texts that have brought down parsers elsewhere, and laws that hold for any text.</summary>
public class HostileFrontMatterTests
{
    private static List<Diagnostic> Read(string text)
    {
        var file = SourceFile.FromText("articles/x.md", text);
        var bag = new DiagnosticBag(file);
        FrontMatterReader.Read(file, bag);
        return [.. bag.Items];
    }

    private static string Repeat(string part, int times) => string.Concat(Enumerable.Repeat(part, times));

    public static TheoryData<string, int> Nested => new()
    {
        { "---\na: " + Repeat("[", 60_000) + "\n---\n", 2 },
        { "---\na: " + Repeat("[", 20) + Repeat("]", 20) + "\n---\n", 2 },
        { "---\na: " + Repeat("{a: ", 15_000) + "\n---\n", 2 },
        { "---\n" + Repeat("- ", 30_000) + "\n---\n", 2 },
        { "---\n" + Repeat("? ", 30_000) + "\n---\n", 2 },
        { "+++\na = " + Repeat("[", 60_000) + "\n+++\n", 2 },
        { "+++\na = " + Repeat("{a=", 20_000) + "\n+++\n", 2 },
        { "+++\n" + Repeat("a.", 30_000) + "a = 1\n+++\n", 2 },
        { "+++\n[" + Repeat("a.", 30_000) + "a]\n+++\n", 2 },
        { "---json\n{\"a\": " + Repeat("[", 60_000) + "\n---\n", 2 },
        { "{\"a\": " + Repeat("[", 20) + Repeat("]", 20) + "}\n", 1 },
        { "---json\n" + Repeat("{\"a\":", 12_000) + "\n---\n", 2 },
    };

    [Theory]
    [MemberData(nameof(Nested))]
    public void Nesting_past_the_limit_is_named_and_nothing_falls_over(string text, int line)
    {
        var found = Read(text);
        Assert.Contains(found, d => d.Blocks && d.Line == line && d.Code is "AN0102" or "AN0103");
    }

    [Fact]
    public void Nineteen_lists_inside_the_outer_map_are_fine()
    {
        Assert.Empty(Read("---\na: " + Repeat("[", 19) + Repeat("]", 19) + "\n---\n"));
        Assert.Empty(Read("+++\na = " + Repeat("[", 19) + Repeat("]", 19) + "\n+++\n"));
        Assert.Empty(Read("{\"a\": " + Repeat("[", 19) + Repeat("]", 19) + "}\n"));
    }

    [Fact]
    public void An_alias_bomb_is_rejected_at_its_first_anchor()
    {
        var bomb = "---\na: &a [x, x]\n" + Repeat("b: &b [*a, *a, *a]\n", 200) + "---\n";
        Assert.Equal(("AN0104", 2, 4), (Read(bomb)[0].Code, Read(bomb)[0].Line, Read(bomb)[0].Column));
    }

    [Theory]
    [InlineData(64 * 1024, "AN0102")]
    [InlineData(60 * 1024, null)]
    public void Front_matter_has_a_largest_size(int size, string? code)
    {
        var text = "---\n" + Repeat("# twenty characters\n", size / 20 + 1) + "---\n";
        Assert.Equal(code, Read(text).FirstOrDefault()?.Code);
    }

    [Fact]
    public void A_long_line_is_named_where_it_begins()
    {
        var found = Assert.Single(Read("---\ntitle: A\n---\nText\n" + new string('x', 64 * 1024 + 1) + "\n"));
        Assert.Equal(("AN0102", 5, 1), (found.Code, found.Line, found.Column));
        Assert.Empty(Read("---\ntitle: A\n---\nText\n" + new string('x', 64 * 1024) + "\n"));
    }

    [Fact]
    public void Lines_are_measured_in_bytes() =>
        Assert.Equal("AN0102", Assert.Single(Read(new string('é', 33 * 1024))).Code);

    [Fact]
    public void A_file_over_four_megabytes_is_not_read() =>
        Assert.Equal("AN0102", Assert.Single(Read(Repeat("0123456789\n", 400_000))).Code);

    [Fact]
    public void A_file_with_a_nul_is_no_text() =>
        Assert.Equal(("AN0101", 2, 9), Read("---\ntitle: A\0B\n---\n") is [var d] ? (d.Code, d.Line, d.Column) : default);

    private static readonly Gen<string> Fragment = Gen.OneOf<string>(
        "---\n", "+++\n", "---json\n", "{", "}", "[", "]", "title: ", "title = ", "\"title\": ", "\"", "'", "\n", "\n  ", "\n- ", ": ", "&a ", "*a", "!t ",
        "|\n", ">-\n", "\\", "\\u12", "\t", "#", ",", "é", "😀", "\u2028", "\uFEFF", "%YAML", "...\n", "? ", "<<: ", "2023-01-10", "\"\"\"", "'''", "a.b", "=", "[[", "]]", "\uD800");

    private static readonly Gen<string> AnyText =
        Gen.Select(Gen.OneOf<string>("---\n", "+++\n", "---json\n{", "{", ""), Fragment.Array[0, 40], Gen.OneOf<string>("\n---\n", "\n+++\n", "}\n", ""))
            .Select((open, parts, close) => open + string.Concat(parts) + close);

    [Fact]
    public void Any_text_is_read_or_named_inside_the_file() =>
        AnyText.Sample(
            text =>
            {
                var file = SourceFile.FromText("articles/x.md", text);
                foreach (var found in Read(text))
                {
                    Assert.InRange(found.Line, 1, file.Lines.Count);
                    Assert.InRange(found.Column, 1, file.Lines.LineText(found.Line).Length + 1);
                    Assert.DoesNotContain('\n', found.Message);
                }
            },
            iter: 20_000);

    private static readonly Gen<string> Key = Gen.Char['a', 'z'].Array[1, 12].Select(c => "k" + new string(c));
    private static readonly Gen<string> Word = Gen.OneOf<string>("plain", "'single quoted'", "\"double é 😀\"", "[a, b]", "{x: y}", "2023-01-10", "über", "\n  - item");

    [Fact]
    public void Every_key_and_value_of_yaml_points_at_its_first_character() =>
        Gen.Select(Key, Word).Array[1, 20].Sample(fields =>
        {
            var text = "---\n" + string.Concat(fields.Select((f, i) => $"{f.Item1}{i}: {f.Item2}\n")) + "---\n";
            var file = SourceFile.FromText("articles/x.md", text);
            var parts = FrontMatterReader.Read(file, new DiagnosticBag(file));
            Assert.Equal(fields.Length, parts.Fields.Fields.Count);
            foreach (var (field, i) in parts.Fields.Fields.Select((f, i) => (f, i)))
            {
                Assert.Equal(field.Key, file.Text[field.KeySpan.Start..field.KeySpan.End]);
                Assert.StartsWith(fields[i].Item2.Trim(), file.Text[field.Value.Span.Start..], StringComparison.Ordinal);
                Assert.Equal(fields[i].Item2.Trim(), file.Text[field.Value.Span.Start..field.Value.Span.End]);
            }
        });
}
