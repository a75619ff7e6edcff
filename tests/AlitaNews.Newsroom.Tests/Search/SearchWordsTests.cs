using AlitaNews.Newsroom.Search;
using CsCheck;

namespace AlitaNews.Newsroom.Tests.Search;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("Rosa Salazar", "\"rosa\" \"salazar\"")]
    [InlineData("\"battle angel\" alita", "\"battle angel\" \"alita\"")]
    [InlineData("alita -cameron", "\"alita\" -\"cameron\"")]
    [InlineData("alita or motorball", "\"alita\" or \"motorball\"")]
    [InlineData("alita alita ALITA", "\"alita\"")]
    [InlineData("Cameron's film: 2!", "\"camerons\" \"film\" \"2\"")]
    [InlineData("or", "\"or\"")]
    [InlineData("a -- b - - - c", "\"a\" \"b\" \"c\"")]
    [InlineData("---------------------------------", "")]
    [InlineData("& | ! ( ) : * ' \\ <->", "")]
    [InlineData("\"unclosed words", "\"unclosed words\"")]
    public void A_search_is_made_safe(string typed, string exact) => Assert.Equal(exact, SearchWords.Parse(typed).Exact);

    [Theory]
    [InlineData("\"battle angel\" alita", "\"battle\" \"angel\" \"alita\"")]
    [InlineData("sci-fi", "\"sci\" \"fi\"")]
    [InlineData("alita -\"battle angel\"", "\"alita\"")]
    [InlineData("alita or \"battle angel\"", "\"alita\" or \"battle\"")]
    [InlineData("alita or -film", "\"alita\" -\"film\"")]
    public void The_words_of_a_phrase_may_stand_apart_where_the_index_is_asked(string typed, string loose) => Assert.Equal(loose, SearchWords.Parse(typed).Loose);

    [Fact]
    public void Words_beyond_the_twelfth_are_left_out_and_named()
    {
        var search = SearchWords.Parse("a b c d e f g h i j k l m n a");

        Assert.Equal(12, search.Wanted.Count);
        Assert.Equal(["m", "n"], search.LeftOut);
    }

    [Fact]
    public void Nothing_but_words_and_known_signs_ever_reaches_the_database() => Gen.String.Sample(static typed =>
    {
        var search = SearchWords.Parse(typed);

        Assert.All(search.Exact + search.Loose, static c => Assert.True(c is ' ' or '"' or '-' || !(char.IsPunctuation(c) || char.IsSymbol(c) || char.IsControl(c))));
        Assert.DoesNotContain("--", search.Exact, StringComparison.Ordinal);
        Assert.True(search.Wanted.Count <= SearchWords.MaxWords);
        Assert.Equal(0, search.Exact.Count(static c => c == '"') % 2);
    });
}
