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

    [Theory]
    [InlineData("2020-01-01-a-secnod-film-may-come.md", "2020-01-01-a-second-film-may-come.md")]
    [InlineData("2020-01-01-a-scond-fim-may-come.md", "2020-01-01-a-second-film-may-come.md")]
    [InlineData("2020-01-01-a-scnd-fim-may-come.md", null)]
    [InlineData("2020-01-01-a-second-film-may-comee.md", "2020-01-01-a-second-film-may-come.md")]
    [InlineData("22020-01-01-a-second-film-may-come.md", "2020-01-01-a-second-film-may-come.md")]
    public void Names_that_begin_and_end_alike_are_told_apart(string word, string? meant) =>
        Assert.Equal(meant, Suggestion.Find(word, ["2020-01-01-something-else-entirely-now.md", "2020-01-01-a-second-film-may-come.md"]));

    [Fact]
    public void A_very_long_word_is_like_nothing() => Assert.Null(Suggestion.Find(new string('x', 100_000), [new string('x', 99_999)]));

    [Theory]
    [InlineData("alita-2-shoots-in-2023", "alita-2-shoots-in-2032", true)]
    [InlineData("alita-2-shoots-in-2023", "alita-2-shoost-in-2032", true)]
    [InlineData("alita-2-shoots-in-2023", "alita-2-hsoost-in-2032", false)]
    [InlineData("aaaaaa", "aaaa", true)]
    [InlineData("abcdefgh", "badcfehg", false)]
    [InlineData("xalita", "alitax", true)]
    public void What_words_have_in_common_at_their_ends_changes_no_distance(string word, string known, bool isNear) =>
        Assert.Equal(isNear ? known : null, Suggestion.Find(word, [known]));
}
