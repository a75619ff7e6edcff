using System.Text;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Site;
using AlitaNews.Newsroom.Tests.Markdown;

namespace AlitaNews.Newsroom.Tests.Articles;

/// <summary>What editors get wrong, and whether they are told where it is and what they meant.</summary>
public class MistakesTests
{
    private const string Head = "title: A film\ndate: 2024-01-01\n";

    [Theory]
    [InlineData(Head + "hero:\n\tsrc: x.jpg", "5:1 AN0103 a tab is used to indent")]
    [InlineData(Head + "kicker: a\nsummary: b\nhero:\n\tsrc: x.jpg\n\talt: y", "7:1 AN0103 a tab is used to indent")]
    [InlineData("title:A film\ndate:2024-01-01\nauthors: [ann]", "2:1 AN0103 a blank is missing behind the colon of this key")]
    [InlineData("title:A film\ndate:2024-01-01", "2:1 AN0103 a blank is missing behind the colon of this key")]
    [InlineData("title:A film", "2:1 AN0103 a blank is missing behind the colon of this key")]
    [InlineData("date: 2024-01-01\ntitle:A film\nkicker: b", "3:1 AN0103 a blank is missing behind the colon of this key")]
    [InlineData("title: [Exclusive] A film\ndate: 2024-01-01", "2:20 AN0103 text stands behind the closing bracket")]
    [InlineData("title: \"Alita\" returns\ndate: 2024-01-01", "2:16 AN0103 text stands behind the closing quote")]
    [InlineData("title: 'It's a film'\ndate: 2024-01-01", "2:12 AN0103 text stands behind the closing quote")]
    [InlineData("title: A film\n date: 2024-01-01", "3:6 AN0103 this line is indented too far for a key of its own, and as a part of the value above it may not hold a colon")]
    [InlineData("title: Film #2 is coming\ndate: 2024-01-01", "2:13 AN0117 a comment begins here: \"title\" is \"Film\" and no more")]
    [InlineData(Head + "timezone: Europe/Lodnon", "4:11 AN0207 \"Europe/Lodnon\" is no time zone; did you mean \"Europe/London\"?")]
    [InlineData(Head + "hero:\n  source: a.jpg\n  kind: concpt-art\n  captoin: y",
        "5:3 AN0114 the lead picture has no \"src\"|6:9 AN0109 \"concpt-art\" is no kind of a picture; did you mean \"concept-art\"?|7:3 AN0106 \"captoin\" is no key of a picture; did you mean \"caption\"?")]
    [InlineData(Head + "claims:\n  - id: c\n    status: missed\n    evidence:\n      - { ulr: x, kind: documnt }",
        "8:9 AN0114 the evidence has no \"url\" and does not count|8:11 AN0106 \"ulr\" is no key of evidence; did you mean \"url\"?|8:25 AN0109 \"documnt\" is no kind of evidence; did you mean \"document\"?")]
    public void In_front_matter(string yaml, string expected) =>
        Assert.Equal(expected.Split('|'), Draft.Of(yaml).Found.Order(Diagnostic.PrintOrder).Select(Say));

    [Theory]
    [InlineData("title: Film two # the second")]
    [InlineData("title: \"Film #2\"")]
    [InlineData("title: Film#2")]
    [InlineData("title: Film two\nweight: 1 #2nd")]
    [InlineData("title: >\n  Film #2\n  is coming")]
    [InlineData("title: Film two\nsources: [{ id: a, quote: yes #x\n  }]")]
    public void A_comment_that_is_meant_as_one_is_none_of_them(string yaml) =>
        Assert.DoesNotContain(Draft.Of("date: 2024-01-01\n" + yaml).Found, static finding => finding.Code is "AN0117" or "AN0103");

    [Theory]
    [InlineData("![A](a.jpg){knd=photo credit=x}", "1:13 AN0505 a picture has no attribute \"knd\"; it is not used; did you mean \"kind\"?")]
    [InlineData("![A](a.jpg){kind=concpt-art credit=x}", "1:13 AN0109 \"concpt-art\" is no value of \"kind\"; it counts as not written; did you mean \"concept-art\"?")]
    [InlineData("| a |\n|---|\n| ![A](a.jpg){width=wied credit=x} |", "3:15 AN0109 \"wied\" is no value of \"width\"; it counts as not written; did you mean \"wide\"?")]
    [InlineData(":::qoute\n> x\n:::", "1:1 AN0506 no block is called \"qoute\"; its content stays, without a frame; did you mean \"quote\"?")]
    [InlineData("Text.\n\n:::spoiler End\nHidden.\n\nMore.", "3:1 AN0506 the block that begins here is never closed: all that follows is in it")]
    [InlineData(":::spoiler End\nHidden.\n\n:::aside\nx\n:::", "4:1 AN0506 the line of colons that should close this block closes the one around it")]
    [InlineData(":::aside\nx\n:::\n\n:::\n", "5:1 AN0506 this line of colons closes nothing")]
    [InlineData("> [!RUMUOR] Hello\n> x", "1:3 AN0506 no box is called \"RUMUOR\"; did you mean \"RUMOUR\"?")]
    [InlineData("> [!WARNNG] Hello\n> x", "1:3 AN0506 no box is called \"WARNNG\"; did you mean \"WARNING\"?")]
    public void In_the_text(string text, string expected) => Assert.Equal([expected], MarkdownCase.Compile(text).Problems.Items.Select(Say));

    [Theory]
    [InlineData("> [!QUESTION] Hello\n> x")]
    [InlineData("> [!SPOILER] Hello\n> x")]
    [InlineData("::::spoiler End\nHidden.\n\n:::aside\nx\n:::\n::::")]
    [InlineData("- a\n\n  :::aside\n  x\n  :::\n\nb")]
    public void What_is_right_is_left_alone(string text) => Assert.Empty(MarkdownCase.Compile(text).Problems.Items);

    [Fact]
    public void Facts_without_their_fence_are_seen_in_the_text()
    {
        Assert.Contains(CompileWhole("title: A film\ndate: 2024-01-01\n\nText.\n"), static finding => finding is { Code: "AN0111", Hint: "put a line of --- above the facts at its head, and one below them" });
        Assert.Contains(CompileWhole("Note: this is text.\n"), static finding => finding is { Code: "AN0111", Hint: "write \"title:\"" });
    }

    private static IReadOnlyList<Diagnostic> CompileWhole(string text) => NewsroomCompiler.Compile(
        "articles/x.md",
        FileKind.Article,
        Encoding.UTF8.GetBytes(text),
        Draft.Now,
        null,
        new CompileSettings { Site = SiteFile.Default, Now = Draft.Now, Layout = ContentLayout.Detect(new HashSet<string> { "articles" }) }).Facts.Own;

    private static string Say(Diagnostic finding) => $"{finding.Line}:{finding.Column} {finding.Code} {finding.Message}";
}
