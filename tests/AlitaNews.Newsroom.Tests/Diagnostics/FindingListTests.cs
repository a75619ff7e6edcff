using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Tests.Markdown;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Tests.Diagnostics;

/// <summary>A list of findings stays short, and loses none.</summary>
public sealed class FindingListTests
{
    [Fact]
    public void A_thousand_of_a_code_are_listed_and_no_sum_is_made()
    {
        var list = Of(Enumerable.Range(1, 1000).Select(static line => Finding(line)).Append(Finding(7, "AN0401")));
        Assert.Equal(1001, list.Items.Count);
        Assert.All(list.Items, static finding => Assert.Equal(0, finding.Others));
    }

    [Fact]
    public void What_is_beyond_is_counted_at_the_last_place_under_its_code()
    {
        var list = Of([.. Enumerable.Range(1, 1500).Select(static line => Finding(line)), Finding(9000), Finding(20), Finding(3, "AN0401")]);
        Assert.Equal(1002, list.Items.Count);
        var sum = list.Items[^1];
        Assert.Equal(("AN0304", Severity.Error, 9000, 502), (sum.Code, sum.Severity, sum.Line, sum.Others));
        Assert.Equal("502 more like those above, the last of them here", sum.Message);
    }

    [Fact]
    public void A_sum_that_is_taken_up_again_counts_what_it_stands_for()
    {
        var first = Of(Enumerable.Range(1, 3000).Select(static line => Finding(line)));
        var second = Of(first.Items.Append(Finding(5000)));
        Assert.Equal(1001, second.Items.Count);
        Assert.Equal((2001, 5000), (second.Items[^1].Others, second.Items[^1].Line));
    }

    [Fact]
    public void What_a_sidecar_may_answer_is_not_counted_yet()
    {
        var bag = new DiagnosticBag(SourceFile.FromText("a.md", ""));
        for (var i = 0; i < 1200; i++)
            bag.Add(DiagnosticCatalogue.MissingAlt, TextSpan.FileStart, "no alternative text");
        Assert.Equal(1200, bag.Items.Count);
    }

    [Fact]
    public void A_body_with_a_fault_in_every_line_has_a_thousand_and_a_sum()
    {
        var (_, problems) = MarkdownCase.Compile(string.Concat(Enumerable.Repeat("a <blink>b\n\n", 1500)));
        Assert.Equal(1001, problems.Items.Count);
        Assert.Equal((2999, 500), (problems.Items[^1].Line, problems.Items[^1].Others));
    }

    [Fact]
    public void A_fault_that_blocks_blocks_however_late_it_comes()
    {
        var bag = new DiagnosticBag(SourceFile.FromText("a.md", ""));
        bag.Add(DiagnosticCatalogue.DeadLink, TextSpan.FileStart, "dead");
        Assert.False(bag.Blocked);
        bag.Add(DiagnosticCatalogue.LimitExceeded, TextSpan.FileStart, "too much");
        Assert.True(bag.Blocked);
    }

    private static Diagnostic Finding(int line, string code = "AN0304") => new("a.md", line, 1, Severity.Error, code, $"finding {line}");

    private static FindingList Of(IEnumerable<Diagnostic> findings)
    {
        var list = new FindingList();
        foreach (var finding in findings)
            list.Add(finding);
        return list;
    }
}
