using AlitaNews.Web.Articles;
using AlitaNews.Web.Layout;

namespace AlitaNews.Site.Tests.Pages;

public sealed class AddressWordsTests
{
    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("ar", "rtl")]
    [InlineData("he-IL", "rtl")]
    [InlineData("az-Arab", "rtl")]
    [InlineData("ar-Latn", "ltr")]
    public void A_language_knows_its_direction(string language, string direction) => Assert.Equal(direction, Directions.Of(language));

    [Fact]
    public void A_report_says_which_story_and_claim_it_is_about()
    {
        Assert.Equal("mailto:desk@example.org?subject=Mistake%20in%20story%20%28claim%20shoots%29", ShareLinks.Report("desk@example.org", "story", "shoots"));
        Assert.Equal("https://example.org/report?article=story", ShareLinks.Report("https://example.org/report", "story", null));
        Assert.Null(ShareLinks.Report(null, "story", null));
    }
}
