using AlitaNews.Newsroom.Claims;

namespace AlitaNews.Newsroom.Tests.Claims;

/// <summary>Merged claims mean the one they were merged into in the end, however long the way.</summary>
public sealed class ClaimIdsTests
{
    [Fact]
    public void A_chain_of_merges_ends_at_its_head_for_every_claim_of_it()
    {
        var ids = new ClaimIds(Enumerable.Range(0, 20_000).Select(static i => File($"c{i:D5}", $"c{i + 1:D5}")));
        Assert.All(Enumerable.Range(0, 20_001), i => Assert.Equal("c00000", ids.Resolve($"c{i:D5}")));
        Assert.Equal(20_000, ids.Redirects.Count(static redirect => redirect.Value == "c00000"));
    }

    [Fact]
    public void A_chain_that_is_read_from_its_end_leads_to_the_same_head()
    {
        var ids = new ClaimIds(Enumerable.Range(0, 20_000).Select(static i => File($"c{i + 1:D5}", $"c{i:D5}")));
        Assert.All(Enumerable.Range(0, 20_001), i => Assert.Equal("c20000", ids.Resolve($"c{i:D5}")));
    }

    [Fact]
    public void A_circle_of_merges_is_broken_once()
    {
        var ids = new ClaimIds([File("a", "b"), File("b", "c"), File("c", "a")]);
        Assert.Equal(["a", "a", "a"], new[] { "a", "b", "c" }.Select(ids.Resolve));
    }

    private static ClaimFile File(string id, string merges) => new() { Path = $"claims/{id}.md", Id = id, Merges = [merges] };
}
