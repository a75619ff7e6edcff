using AlitaNews.Newsroom.Claims;
using static AlitaNews.Newsroom.Tests.Claims.Story;

namespace AlitaNews.Newsroom.Tests.Claims;

public sealed class SupersessionTests
{
    private static readonly ClaimIds Plain = new([]);

    [Fact]
    public void An_article_supersedes_from_its_publication()
    {
        var said = Says("b", "2024-01-20", "rumour", publish: "2024-02-01", claim: "newer");
        var relation = Assert.Single(Supersession.List(said with { Entry = said.Entry with { Supersedes = ["older"] } }, Plain));
        Assert.Equal(("newer", "older", At("2024-02-01")), (relation.By, relation.Old, relation.From));
    }

    [Fact]
    public void A_claim_file_supersedes_once_the_newer_claim_is_public()
    {
        var file = new ClaimFile { Path = "claims/newer.md", Id = "newer", Supersedes = ["older"] };
        Assert.Empty(Supersession.List(file, Plain, static _ => null));
        Assert.Equal(At("2024-02-01"), Assert.Single(Supersession.List(file, Plain, static _ => At("2024-02-01"))).From);
    }

    [Fact]
    public void The_parts_of_a_split_claim_supersede_it()
    {
        var file = new ClaimFile { Path = "claims/whole.md", Id = "whole", SplitInto = ["one", "two"] };
        Assert.Equal(["one>whole", "two>whole"], Supersession.List(file, Plain, static _ => At("2024-02-01")).Select(static r => $"{r.By}>{r.Old}"));
    }

    [Fact]
    public void Of_a_circle_the_last_relation_is_left_out_and_reported()
    {
        var (holding, circles) = Supersession.Untangle(
        [
            new Supersession("a", "c", At("2024-03-01"), "articles/3.md", 7, 5),
            new Supersession("c", "b", At("2024-02-01"), "articles/2.md"),
            new Supersession("b", "a", At("2024-01-01"), "articles/1.md"),
            new Supersession("x", "x", At("2024-01-01"), "articles/4.md"),
        ]);
        Assert.Equal(["b>a", "c>b"], holding.Select(static r => $"{r.By}>{r.Old}"));
        Assert.Equal(["articles/4.md:1:1 AN0605", "articles/3.md:7:5 AN0605"], circles.Select(static d => $"{d.Path}:{d.Line}:{d.Column} {d.Code}"));
    }

    [Fact]
    public void Aliases_and_merges_lead_to_the_claim_they_mean_and_circles_are_ignored()
    {
        var ids = new ClaimIds(
        [
            new ClaimFile { Path = "claims/a.md", Id = "a", Aliases = ["old-a"], Merges = ["b"] },
            new ClaimFile { Path = "claims/b.md", Id = "b", Aliases = ["old-b"], Merges = ["a", "b"] },
        ]);
        Assert.Equal(["a", "a", "a", "a", "other"], new[] { "a", "b", "old-a", "old-b", "other" }.Select(ids.Resolve));
        Assert.Equal(["b>a", "old-a>a", "old-b>a"], ids.Redirects.Select(static pair => $"{pair.Key}>{pair.Value}").Order(StringComparer.Ordinal));
    }
}
