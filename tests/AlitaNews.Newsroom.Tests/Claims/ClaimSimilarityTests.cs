using AlitaNews.Newsroom.Claims;

namespace AlitaNews.Newsroom.Tests.Claims;

public sealed class ClaimSimilarityTests
{
    [Theory]
    [InlineData("Principal photography on Alita 2 starts in 2023", "Principal photography on Alita 2 begins in 2023", true)]
    [InlineData("Principal photography on Alita 2 starts in 2023", "principal photography on ALITA 2, starts in 2023!", true)]
    [InlineData("Principal photography on Alita 2 starts in 2023", "The studio has approved a budget", false)]
    [InlineData("", "", false)]
    public void Claims_that_say_nearly_the_same_are_noticed(string one, string other, bool near)
    {
        Assert.Equal(near, ClaimSimilarity.NearDuplicate(one, ["alita"], other, ["film", "alita"]));
        Assert.Equal(near, ClaimSimilarity.NearDuplicate(other, ["alita"], one, ["alita"]));
    }

    [Fact]
    public void Claims_without_a_common_topic_are_not_the_same() => Assert.False(ClaimSimilarity.NearDuplicate("One sentence", ["a"], "One sentence", ["b"]));

    [Fact]
    public void The_pieces_of_a_word_are_those_of_the_databases_trigrams() =>
        Assert.Equal(["  c", " ca", "at ", "cat"], ClaimSimilarity.Trigrams("Cat").Order(StringComparer.Ordinal));
}
