using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Tests.Articles;

public class FolderDefaultsTests
{
    private static (FolderDefaults Defaults, string[] Places) Defaults(string yaml)
    {
        var file = SourceFile.FromText("articles/_defaults.yaml", yaml);
        var bag = new DiagnosticBag(file);
        return (FolderDefaults.Parse(file, Draft.Settings, bag), [.. bag.Items.Select(d => $"{d.Line}:{d.Column} {d.Code}")]);
    }

    private static Draft Under(FolderDefaults defaults, string yaml) => Draft.Of(yaml, settings: Draft.Settings with { Defaults = defaults });

    [Fact]
    public void An_article_says_it_or_its_folder_does()
    {
        var (defaults, places) = Defaults("author: Jane Doe\ntopics: [a, b]\nkicker: Film\nmood: calm\n");
        Assert.Equal(["4:1 AN0107"], places);
        var article = Under(defaults, "title: A\ncategories: [c]").Article;
        Assert.Equal(("jane-doe", "Film", """{"mood":"calm"}"""), (article.Authors[0].Id, article.Kicker, article.ParamsJson));
        Assert.Equal(["c"], article.Topics);
    }

    [Fact]
    public void The_nearest_folder_wins_and_a_value_replaces_the_whole_value()
    {
        var far = Defaults("kicker: Far\nsponsor: {name: Acme, scope: underwritten}\nlicense: CC0-1.0\n").Defaults;
        var near = Defaults("kicker: Near\nsponsor: {name: Other}\n").Defaults;
        var article = Under(near.Below(far), "title: A").Article;
        Assert.Equal(("Near", "CC0-1.0", new Sponsor("Other", null, null)), (article.Kicker, article.License, article.Sponsor));
    }

    [Theory]
    [InlineData("title: A", "1:1 AN0113")]
    [InlineData("guid: a", "1:1 AN0113")]
    [InlineData("claims: []", "1:1 AN0113")]
    [InlineData("weight: x", "1:9 AN0108")]
    [InlineData("kikcer: x", "1:1 AN0106")]
    public void What_cannot_be_a_default_is_named_in_its_own_file(string yaml, string place)
    {
        var (defaults, places) = Defaults(yaml);
        Assert.Equal([place], places);
        Assert.Empty(Under(defaults, "title: B").Places);
        Assert.Equal("B", Under(defaults, "title: B").Article.Title);
    }

    [Fact]
    public void A_default_switch_can_be_turned_by_another_word_for_it()
    {
        var drafts = Defaults("draft: true").Defaults;
        Assert.True(Under(drafts, "title: A").Article.Draft);
        Assert.False(Under(drafts, "title: A\npublished: true").Article.Draft);
    }
}
