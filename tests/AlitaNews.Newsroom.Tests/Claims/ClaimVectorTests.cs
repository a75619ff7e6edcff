using AlitaNews.Newsroom.Claims;
using static AlitaNews.Newsroom.Tests.Claims.Story;

namespace AlitaNews.Newsroom.Tests.Claims;

/// <summary>The test vectors of the content contract, section 8, in its order and in its time zone.</summary>
public sealed class ClaimVectorTests
{
    private static readonly ClaimEvent Rumour = Says("a", "2023-01-10", "rumour", due: "2023");
    private static readonly ClaimEvent Plain = Says("a", "2023-01-10", "rumour");
    private static readonly ClaimEvent Confirms = Says("b", "2023-05-20 10:00", "confirmed", evidence: true);

    private static readonly Dictionary<string, ClaimEvent[]> Stories = new()
    {
        ["V1"] = [Rumour],
        ["V2"] = [Rumour],
        ["V3"] = [Rumour, Says("b", "2024-02-01", "missed", evidence: true)],
        ["V4"] = [Rumour, Says("b", "2024-06-01", "confirmed", evidence: true)],
        ["V5"] = [Rumour, Says("b", "2023-05-01", "confirmed", evidence: true)],
        ["V6"] = [Rumour, Says("b", "2023-05-20", "confirmed")],
        ["V7"] = [Plain, Confirms, Says("c", "2023-05-20 16:00", "debunked", evidence: true)],
        ["V8"] = [Plain, Confirms, Says("c", "2023-05-20 16:00", "debunked", evidence: true, after: "b", note: "The studio erred.")],
        ["V9"] = [Plain, Confirms, Says("c", "2023-05-28", "debunked", evidence: true)],
        ["V10"] = [Rumour, Says("b", "2023-12-01", "rumour", due: "2024-Q2", note: "The studio moved it.")],
        ["V11"] = [Rumour],
        ["V12"] = [Says("a", "2023-01-10", "rumor"), Says("b", "2023-02-10", "false", evidence: true), Says("c", "2023-03-10", "unverified", note: "A new document.")],
        ["V13"] = [Plain, Says("b", "2023-08-01", "confirmed", asOf: "2023-03-01", evidence: true)],
    };

    [Theory]
    [InlineData("V1", "2023-12-31 23:59", "rumour", "")]
    [InlineData("V2", "2024-01-01 00:00", "overdue overdue", "")]
    [InlineData("V3", "2024-02-02", "missed", "")]
    [InlineData("V4", "2024-01-02", "overdue overdue", "")]
    [InlineData("V4", "2024-06-02", "confirmed", "")]
    [InlineData("V5", "2023-04-30", "rumour", "")]
    [InlineData("V5", "2023-05-01", "confirmed", "")]
    [InlineData("V6", "2023-06-01", "rumour (held)", "AN0601")]
    [InlineData("V7", "2023-06-01", "disputed disputed", "AN0602")]
    [InlineData("V8", "2023-06-01", "debunked reversed", "")]
    [InlineData("V9", "2023-06-01", "debunked reversed", "AN0603")]
    [InlineData("V10", "2024-02-01", "rumour slipped", "")]
    [InlineData("V11", "2024-02-01", "superseded overdue superseded", "")]
    [InlineData("V12", "2023-06-01", "unverified reopened", "")]
    [InlineData("V13", "2023-07-01", "rumour", "")]
    [InlineData("V13", "2023-08-01", "confirmed", "")]
    public void The_contract_says_what_is_shown(string vector, string clock, string shown, string reports)
    {
        Supersession[] newer = vector == "V11" ? [new Supersession("shoot-2024", "shoot", At("2024-01-20"), "articles/c.md")] : [];
        var timeline = ClaimTimeline.Build(null, Stories[vector], newer, London);
        Assert.Equal(shown, timeline.Shown(clock));
        Assert.Equal(reports, timeline.Codes());
    }

    [Fact]
    public void A_conflict_names_both_files()
    {
        var report = Assert.Single(Fold(Stories["V7"]).Reports);
        Assert.Equal("articles/c.md", report.At.Path);
        Assert.Contains("articles/b.md", report.Message, StringComparison.Ordinal);
        Assert.Contains("articles/c.md", report.Message, StringComparison.Ordinal);
    }
}
