using AlitaNews.Web.Pages;

namespace AlitaNews.Site.Tests.Pages;

public sealed class KnownParametersTests
{
    [Theory]
    [InlineData("/", "?page=2", "?page=2")]
    [InlineData("/", "?utm_source=x&page=2&page=3", "?page=2")]
    [InlineData("/", "?Page=2", "")]
    [InlineData("/", "?page=", "?page=")]
    [InlineData("/news/alita", "?page=2&fbclid=abc", "")]
    [InlineData("/topics/alita", "?page=2", "?page=2")]
    [InlineData("/topics/alita/feed.xml", "?view=summary&page=2", "?view=summary")]
    [InlineData("/rumours", "?source=b&status=rumour", "?status=rumour&source=b")]
    [InlineData("/rumours", "?status=&topic=", "")]
    [InlineData("/search", "?q=a+b%20c", "?q=a%20b%20c")]
    [InlineData("/search", "?q=a%00b%1Ec", "?q=abc")]
    [InlineData("/search", "?q=a%26page=9", "?q=a%26page%3D9")]
    [InlineData("/search", "?q", "")]
    [InlineData("/claims.json", "?due_before=2026-01-01", "?due_before=2026-01-01")]
    public void Only_known_parameters_are_left_in_one_order(string path, string query, string expected) =>
        Assert.Equal(expected, KnownParameters.Canonical(path, query));

    [Fact]
    public void Canonical_is_canonical_already() =>
        CsCheck.Check.Sample(CsCheck.Gen.String, text =>
        {
            var once = KnownParameters.Canonical("/search", "?q=" + Uri.EscapeDataString(text.Replace("\ud800", "", StringComparison.Ordinal)));
            return once == KnownParameters.Canonical("/search", once);
        });
}
