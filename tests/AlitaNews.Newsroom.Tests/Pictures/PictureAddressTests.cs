using AlitaNews.Newsroom.Pictures;

namespace AlitaNews.Newsroom.Tests.Pictures;

public sealed class PictureAddressTests
{
    [Theory]
    [InlineData("media/drawings/overdue.jpg", null, null, "/media/drawings/overdue.jpg")]
    [InlineData("articles/film/x/a b.jpg", "articles/film/x/index.md", "the-x", "/media/the-x/a%20b.jpg")]
    [InlineData("articles/film/x/more/ü.jpg", "articles/film/x.md", "the-x", "/media/the-x/more/%C3%BC.jpg")]
    [InlineData("articles/film/x/a.jpg", "articles/film/other.md", "other", "/media/articles/film/x/a.jpg")]
    [InlineData("articles/film/a.jpg", "articles/film/x.md", "the-x", "/media/articles/film/a.jpg")]
    [InlineData("../static/img/a.jpg", "articles/x.md", "the-x", "/media/static/img/a.jpg")]
    public void A_picture_has_one_address_for_each_article_that_shows_it(string path, string? article, string? slug, string address) =>
        Assert.Equal(address, PictureAddress.Of(path, article, slug));
}
