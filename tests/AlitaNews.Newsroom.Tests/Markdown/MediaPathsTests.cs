using AlitaNews.Newsroom.Markdown.Figures;

namespace AlitaNews.Newsroom.Tests.Markdown;

public sealed class MediaPathsTests
{
    private static readonly string[] Roots = ["static", "images"];

    [Theory]
    [InlineData("articles/film/x.md", "a.jpg", "articles/film/x/a.jpg articles/film/a.jpg media/a.jpg static/a.jpg ../static/a.jpg images/a.jpg ../images/a.jpg")]
    [InlineData("articles/film/x/index.md", "./a%20b.jpg?v=1", "articles/film/x/a b.jpg media/a b.jpg static/a b.jpg ../static/a b.jpg images/a b.jpg ../images/a b.jpg")]
    [InlineData("articles/film/x.md", "/media/a.jpg", "a.jpg media/a.jpg static/a.jpg ../static/a.jpg images/a.jpg ../images/a.jpg")]
    [InlineData("x.md", "/images/a.jpg", "images/a.jpg media/images/a.jpg static/images/a.jpg ../static/images/a.jpg images/images/a.jpg ../images/images/a.jpg ../images/a.jpg")]
    public void A_picture_is_looked_for_in_the_order_of_the_contract(string path, string src, string expected) =>
        Assert.Equal(expected, string.Join(' ', MediaPaths.List(path, src, Roots)));

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("/../../etc/passwd")]
    [InlineData("..%2f..%2fetc/passwd")]
    [InlineData("..\\..\\etc\\passwd")]
    public void No_path_leaves_the_content_folder_and_its_neighbours(string src) =>
        Assert.All(MediaPaths.List("articles/x.md", src, Roots), static path =>
            Assert.DoesNotContain("..", path.StartsWith("../", StringComparison.Ordinal) ? path[3..] : path, StringComparison.Ordinal));

    [Theory]
    [InlineData("https://example.com/a.jpg")]
    [InlineData("//example.com/a.jpg")]
    [InlineData("data:image/png;base64,AAAA")]
    public void A_picture_elsewhere_has_no_file(string src) => Assert.Empty(MediaPaths.List("articles/x.md", src, Roots));
}
