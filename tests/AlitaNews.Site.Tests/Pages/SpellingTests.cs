using AlitaNews.Web.Pages;
using CsCheck;

namespace AlitaNews.Site.Tests.Pages;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("/", "/")]
    [InlineData("//", "/")]
    [InlineData("/index.html", "/")]
    [InlineData("/News/Alita", "/news/alita")]
    [InlineData("/news/alita/", "/news/alita")]
    [InlineData("/news//alita", "/news/alita")]
    [InlineData("//evil.example/x", "/evil.example/x")]
    [InlineData("/news/alita.md", "/news/alita")]
    [InlineData("/news/alita.MD", "/news/alita")]
    [InlineData("/news/alita/index.html", "/news/alita")]
    [InlineData("/news/alita/INDEX.HTML/", "/news/alita")]
    [InlineData("/news/ÀÉ", "/news/àé")]
    [InlineData("/news/cafe\u0301", "/news/café")]
    [InlineData("/index.html.md/.md", "/")]
    [InlineData("/claims/", "/rumours")]
    [InlineData("/News.md", "/")]
    [InlineData("/feed.xml", "/feed.xml")]
    [InlineData("/readme.mdx", "/readme.mdx")]
    [InlineData("/media/Photos/A.JPG", "/media/Photos/A.JPG")]
    [InlineData("/Media/Photos/A.JPG", "/media/Photos/A.JPG")]
    [InlineData("/media/notes.md", "/media/notes.md")]
    public void Every_address_has_one_spelling(string path, string expected) => Assert.Equal(expected, Spelling.Canonical(path));

    [Fact]
    public void A_canonical_path_is_its_own_canonical_path()
    {
        string[] pieces = ["/", "//", "a", "B", "É", "İ", "index.html", ".md", "x.md", "news", "media", " ", "%", "..", "ß", "Σ"];
        Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[0, 8].Sample(p =>
        {
            var once = Spelling.Canonical("/" + string.Concat(p));
            return once == Spelling.Canonical(once) && !once.Contains("//", StringComparison.Ordinal) || once.StartsWith("/media/", StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/caf%C3%A9", true)]
    [InlineData("/caf%c3%a9?x=%FF", true)]
    [InlineData("/100%25", true)]
    [InlineData("/%FF", false)]
    [InlineData("/%C3", false)]
    [InlineData("/%C3(", false)]
    [InlineData("/%ED%A0%80", false)]
    [InlineData("/a%00b", false)]
    [InlineData("/%", false)]
    [InlineData("/%4", false)]
    [InlineData("/%zz", false)]
    [InlineData("/%+1", false)]
    public void A_path_must_decode_to_text(string target, bool decodes) => Assert.Equal(decodes, Spelling.Decodes(target));

    [Theory]
    [InlineData("?page=1", "")]
    [InlineData("?page=01", "")]
    [InlineData("?page=007", "?page=7")]
    [InlineData("?page=2", "?page=2")]
    [InlineData("?page=0", "?page=0")]
    [InlineData("?page=x", "?page=x")]
    [InlineData("?page=", "?page=")]
    [InlineData("?status=rumour&page=1", "?status=rumour")]
    [InlineData("?q=page%3D1", "?q=page%3D1")]
    [InlineData("", "")]
    public void A_page_number_has_one_spelling(string query, string expected) => Assert.Equal(expected, Spelling.CanonicalPage(query));
}
