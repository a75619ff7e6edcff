using AlitaNews.Newsroom.Search;

namespace AlitaNews.Newsroom.Tests.Search;

public sealed class SnippetTests
{
    [Fact]
    public void A_snippet_shows_the_place_where_most_of_the_words_stand_together()
    {
        var text = $"Rosa came first. {string.Join(' ', Enumerable.Repeat("Nothing here.", 40))} Then Rosa Salazar said so. {string.Join(' ', Enumerable.Repeat("More.", 40))}";

        var snippet = Snippet.Of(text, ["rosa", "salazar"])!;

        Assert.Contains("Then Rosa Salazar said so.", Text(snippet), StringComparison.Ordinal);
        Assert.Equal(["Rosa", "Salazar"], snippet.Runs.Where(static run => run.Marked).Select(static run => run.Text));
        Assert.True(snippet is { CutBefore: true, CutAfter: true });
    }

    [Theory]
    [InlineData("Rumours are told.", "rumour", "Rumours")]
    [InlineData("They were filming, she said.", "film", "filming")]
    [InlineData("A Spider-Man story", "spider", "Spider-Man")]
    [InlineData("See “Alita: Battle Angel” again", "alita", "Alita")]
    [InlineData("(Rosa Salazar’s words)", "salazar", "Salazar’s")]
    public void Other_endings_and_compounds_are_marked_too(string text, string word, string marked) =>
        Assert.Equal(marked, Snippet.Of(text, [word])!.Runs.Single(static run => run.Marked).Text);

    [Fact]
    public void A_short_text_is_shown_whole() => Assert.Equal("Alita returns.", Text(Snippet.Of("Alita returns.", ["alita"])!));

    [Fact]
    public void A_text_without_the_words_has_none() => Assert.Null(Snippet.Of("Alita returns.", ["cameron"]));

    [Fact]
    public void A_word_longer_than_a_snippet_ends_it() => Assert.Single(Snippet.Of($"see {new string('x', 5000)} there", [new string('x', 5000)])!.Runs, static run => run.Marked);

    private static string Text(Snippet snippet) => string.Concat(snippet.Runs.Select(static run => run.Text));
}
