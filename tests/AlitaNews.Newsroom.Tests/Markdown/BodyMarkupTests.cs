using System.Text;
using AlitaNews.Newsroom.Markdown;
using CsCheck;

namespace AlitaNews.Newsroom.Tests.Markdown;

public sealed class BodyMarkupTests
{
    [Fact]
    public void Markers_are_read_as_they_were_written()
    {
        var html = "<p>" + BodyMarkup.Open(BodyMarkup.Link, "path:a.md", "part") + "x" + BodyMarkup.Close(BodyMarkup.Link) + "</p>";
        var found = new StringBuilder();
        foreach (var part in BodyMarkup.Read(html))
            found.Append(part.IsMarker ? $"({part.Name}|{part.Argument(0)}|{part.Argument(1)}|{part.Argument(2)})" : part.Html.ToString());
        Assert.Equal("<p>(link|path:a.md|part|)x(/link|||)</p>", found.ToString());
    }

    [Fact]
    public void The_parts_of_any_text_put_together_are_the_text() =>
        Gen.String[Gen.OneOf('a', '<', '\u0002', '\u0003', '\u001F', '/'), 0, 30].Sample(static text =>
        {
            var parts = new StringBuilder();
            foreach (var part in BodyMarkup.Read(text))
                parts.Append(part.IsMarker ? "" : part.Html);
            Assert.True(parts.Length <= text.Length);
        });

    [Fact]
    public void No_source_can_forge_a_marker() =>
        Gen.String[Gen.OneOf('a', ' ', '\u0002', '\u0003', '\u001F', '/', '#', '0', '\n'), 0, 40].Sample(static text =>
            Assert.DoesNotContain('\u0002', MarkdownCase.Compile(text).Body.Html));

    [Fact]
    public void A_body_never_throws_and_reports_only_within_the_file() =>
        Gen.String[Gen.OneOf([.. "ab*_`[]()!<>|-#:{}%\"'&\\\n ~=^.1/"]), 0, 120].Sample(static text =>
        {
            var (_, problems) = MarkdownCase.Compile(text);
            var lines = text.Count(static c => c == '\n') + 1;
            Assert.All(problems.Items, problem => Assert.InRange(problem.Line, 1, lines));
        }, iter: 5000);
}
