using AlitaNews.Newsroom.Diagnostics;

namespace AlitaNews.Newsroom.Tests.Diagnostics;

public class SuggestionTests
{
    private static readonly string[] Known = ["title", "date", "publish", "corrections"];

    [Theory]
    [InlineData("titel", "title")]
    [InlineData("tittle", "title")]
    [InlineData("corections", "corrections")]
    [InlineData("pubilsh", "publish")]
    [InlineData("dat", "date")]
    [InlineData("toc", null)]
    [InlineData("comments", null)]
    public void The_nearest_word_within_two_typing_errors_is_meant(string word, string? meant) =>
        Assert.Equal(meant, Suggestion.Find(word, Known));

    [Fact]
    public void A_very_long_word_is_like_nothing() => Assert.Null(Suggestion.Find(new string('x', 100_000), [new string('x', 99_999)]));
}
