using System.Text.Json;
using AlitaNews.Newsroom.Diagnostics;

namespace AlitaNews.Newsroom.Tests.Diagnostics;

public class PrinterTests
{
    private static readonly Diagnostic Second = new(
        "articles/film/x.md", 14, 9, Severity.Error, "AN0302", "no claim is called \"alita-2-shoot-2023\"; did you mean \"alita-2-shoots-2023\"?", "check the id");

    private static readonly Diagnostic First = new("articles/film/x.md", 2, 1, Severity.Warning, "AN0105", "a key, 100 % twice");

    private static readonly Diagnostic Third = new("pages/ü ber.md", 1, 1, Severity.Info, "AN0107", "unknown\u001b[31m\nkey");

    private static string Print(Action<TextWriter> print)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        print(writer);
        return writer.ToString();
    }

    [Fact]
    public void Text_is_one_line_each_in_the_order_of_the_files() =>
        Assert.Equal(
            """
            articles/film/x.md:2:1: warning AN0105: a key, 100 % twice
            articles/film/x.md:14:9: error AN0302: no claim is called "alita-2-shoot-2023"; did you mean "alita-2-shoots-2023"?
            pages/ü ber.md:1:1: info AN0107: unknown [31m key

            """.ReplaceLineEndings("\n"),
            Print(writer => TextPrinter.Print(writer, [Third, Second, First])));

    [Theory]
    [InlineData(9, "  - id: alita-2-shoot-2023", "    - id: alita-2-shoot-2023\n          ^\n  check the id\n")]
    [InlineData(9, "\t\tabcdefghij", "  \t\tabcdefghij\n  \t\t      ^\n  check the id\n")]
    [InlineData(6, "😀 映画 x", "  😀 映画 x\n          ^\n  check the id\n")]
    [InlineData(7, "cafe\u0301 x", "  cafe\u0301 x\n       ^\n  check the id\n")]
    [InlineData(1, null, "  check the id\n")]
    public void On_a_terminal_the_line_and_a_caret_follow(int column, string? line, string shown)
    {
        var printed = Print(writer => TextPrinter.Print(writer, [Second with { Column = column }], (_, _) => line));
        Assert.Equal(shown, printed[(printed.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
    }

    [Fact]
    public void A_very_long_line_is_shown_around_its_finding()
    {
        var line = new string('a', 5000) + "HERE" + new string('b', 5000);
        var printed = Print(writer => TextPrinter.Print(writer, [Second with { Column = 5001 }], (_, _) => line)).Split('\n');
        Assert.InRange(printed[1].Length, 10, 130);
        Assert.Equal("HERE", printed[1].Substring(printed[2].IndexOf('^', StringComparison.Ordinal), 4));
    }

    [Theory]
    [InlineData('a', 40)]
    [InlineData('映', 40)]
    [InlineData('a', 80)]
    [InlineData('映', 80)]
    public void A_source_line_is_not_broken_by_a_narrow_terminal(char letter, int columns)
    {
        foreach (var before in new[] { 0, 5, 18, 19, 20, 35, 36, 37, 38, 39, 40, 75, 76, 77, 78, 79, 200 })
        {
            var line = new string(letter, before) + "!" + new string(letter, 200);
            var printed = Print(writer => TextPrinter.Print(writer, [Second with { Column = before + 1 }], (_, _) => line, columns)).Split('\n');
            var cells = letter == 'a' ? 1 : 2;
            Assert.InRange(printed[1].Sum(shown => shown == letter ? cells : 1), 10, columns - 1);
            Assert.Equal(printed[2].Length, printed[1][..(printed[1].IndexOf('!', StringComparison.Ordinal) + 1)].Sum(shown => shown == letter ? cells : 1));
        }
    }

    [Theory]
    [InlineData(120, "1 error, 1 warning in 120 files")]
    [InlineData(1, "1 error, 1 warning in 1 file")]
    public void The_summary_counts(int files, string summary) => Assert.Equal(summary, TextPrinter.Summarise([First, Second, Third], files));

    [Fact]
    public void Json_is_one_array_of_flat_objects()
    {
        using var json = JsonDocument.Parse(Print(writer => JsonPrinter.Print(writer, [Second, First])));
        var second = json.RootElement[1];
        Assert.Equal(["path", "line", "col", "severity", "code", "message", "hint"], second.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("articles/film/x.md", 14, 9, "error", "AN0302", "check the id"), (
            second.GetProperty("path").GetString(), second.GetProperty("line").GetInt32(), second.GetProperty("col").GetInt32(),
            second.GetProperty("severity").GetString(), second.GetProperty("code").GetString(), second.GetProperty("hint").GetString()));
        Assert.Equal(JsonValueKind.Null, json.RootElement[0].GetProperty("hint").ValueKind);
        Assert.Equal("[]\n", Print(writer => JsonPrinter.Print(writer, [])));
    }

    [Fact]
    public void Sarif_has_every_rule_and_counts_columns_in_code_points()
    {
        using var json = JsonDocument.Parse(Print(writer => SarifPrinter.Print(writer, [Second, Third], "0.1.0", "/home/é r/content")));
        Assert.Equal("2.1.0", json.RootElement.GetProperty("version").GetString());
        var run = json.RootElement.GetProperty("runs")[0];
        Assert.Equal("unicodeCodePoints", run.GetProperty("columnKind").GetString());
        Assert.Equal(DiagnosticCatalogue.All.Count, run.GetProperty("tool").GetProperty("driver").GetProperty("rules").GetArrayLength());
        var result = run.GetProperty("results")[0];
        Assert.Equal(("AN0302", "error"), (result.GetProperty("ruleId").GetString(), result.GetProperty("level").GetString()));
        var location = run.GetProperty("results")[1].GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("pages/%C3%BC%20ber.md", location.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal((1, 1), (location.GetProperty("region").GetProperty("startLine").GetInt32(), location.GetProperty("region").GetProperty("startColumn").GetInt32()));
    }

    [Fact]
    public void Sarif_names_the_folder_the_rule_and_the_finding_itself()
    {
        var moved = Second with { Line = 99 };
        using var json = JsonDocument.Parse(Print(writer => SarifPrinter.Print(writer, [Second, moved, Third, Second with { Message = "other" }], "0.1.0", "/home/é r/content")));
        var run = json.RootElement.GetProperty("runs")[0];
        Assert.Equal("file:///home/%C3%A9%20r/content/", run.GetProperty("originalUriBaseIds").GetProperty("CONTENT").GetProperty("uri").GetString());
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        var prints = new List<string?>();
        foreach (var result in run.GetProperty("results").EnumerateArray())
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            Assert.Equal("CONTENT", result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uriBaseId").GetString());
            prints.Add(result.GetProperty("partialFingerprints").GetProperty("finding/v1").GetString());
        }

        Assert.Equal(4, prints.Distinct().Count());
        using var alone = JsonDocument.Parse(Print(writer => SarifPrinter.Print(writer, [moved], "0.1.0", "/elsewhere")));
        Assert.Contains(alone.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("partialFingerprints").GetProperty("finding/v1").GetString(), prints);
    }

    [Fact]
    public void What_a_file_holds_steers_neither_terminal_nor_log()
    {
        var hostile = Third with { Path = "a\u202eb.md", Message = "\u001b[2J\u009b31m\u2066x\u2028::error::y" };
        Assert.Equal("a b.md:1:1: info AN0107:  [2J 31m x ::error::y\n", Print(writer => TextPrinter.Print(writer, [hostile])));
        Assert.Equal("::notice file=a b.md,line=1,col=1,title=AN0107:: [2J 31m x ::error::y\n", Print(writer => GitHubPrinter.Print(writer, [hostile], static path => path)));
    }

    [Fact]
    public void GitHub_commands_are_escaped() =>
        Assert.Equal(
            """
            ::warning file=content/articles/film/x.md,line=2,col=1,title=AN0105::a key, 100 %25 twice
            ::notice file=content/a%2Cb%3A.md,line=1,col=1,title=AN0107::one%0Atwo

            """.ReplaceLineEndings("\n"),
            Print(writer => GitHubPrinter.Print(writer, [First with { Path = "articles/film/x.md" }, Third with { Path = "b", Message = "one\ntwo" }], path => "content/" + (path == "b" ? "a,b:.md" : path))));
}
