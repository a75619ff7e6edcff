using AlitaNews.Newsroom.Claims;
using CsCheck;

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
        Assert.Equal(near, ClaimSimilarity.Resemble(one, other));
        Assert.Equal(near, ClaimSimilarity.Resemble(other, one));
    }

    [Fact]
    public void A_sketch_never_hides_a_claim_that_says_nearly_the_same()
    {
        string[] words = ["alita", "sequel", "starts", "begins", "production", "in", "2023", "Cameron", "the", "director’s"];
        var text = Gen.Int[0, words.Length - 1].List[1, 9].Select(chosen => string.Join(' ', chosen.Select(i => words[i])));
        Gen.Select(text, text).Sample(static (one, other) =>
            !ClaimSimilarity.Resemble(one, other) || ClaimSketch.Of(ClaimSimilarity.Trigrams(one)).MayResemble(ClaimSketch.Of(ClaimSimilarity.Trigrams(other))));
    }

    [Fact]
    public void The_pieces_of_a_word_are_those_of_the_databases_trigrams() =>
        Assert.Equal(["  c", " ca", "at ", "cat"], ClaimSimilarity.Trigrams("Cat").Select(static piece => $"{(char)(piece >> 32)}{(char)(piece >> 16)}{(char)piece}").Order(StringComparer.Ordinal));
}
