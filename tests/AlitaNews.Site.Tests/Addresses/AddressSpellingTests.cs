using AlitaNews.Newsroom.Articles;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pages;
using CsCheck;

namespace AlitaNews.Site.Tests.Addresses;

/// <summary>Old addresses are kept in the very spelling in which requests look for them.</summary>
public sealed class AddressSpellingTests
{
    private static readonly string[] Parts =
    [
        "a", "B", "ü", "u\u0308", "İ", "I\u0307", "ß", "Σ", "é", "e\u0301", "文", "index.html", "INDEX.HTML", "x.md", ".md", "Y.MD", "%C3%9C", "", "two words", "a-b",
    ];

    [Fact]
    public void What_an_editor_writes_is_what_a_request_looks_for()
    {
        Gen.Int[0, Parts.Length - 1].Array[1, 5].Sample(static chosen =>
        {
            if (OldAddress.Find("/" + string.Join('/', chosen.Select(static at => Parts[at]))) is { } kept)
                Assert.Equal(kept, Spelling.Canonical(kept));
        });
    }

    [Theory]
    [InlineData("/a%00b")]
    [InlineData("/a%0Ab")]
    [InlineData("/a/../b")]
    [InlineData("/")]
    [InlineData("/index.html")]
    public void What_no_request_can_ask_for_is_refused(string written) => Assert.Null(OldAddress.Find(written));

    [Theory]
    [InlineData("/Old/Page/", "/old/page")]
    [InlineData("/Old/Page.md#Part", "/old/page#Part")]
    [InlineData("/", "/")]
    [InlineData("/?page=2", "/?page=2")]
    [InlineData("/media/Photo.JPG", "/media/Photo.JPG")]
    [InlineData("https://alita.example/Old/", "/old")]
    [InlineData("https://other.example/Old/", "https://other.example/Old/")]
    public void A_target_is_kept_in_its_one_spelling(string written, string kept) => Assert.Equal(kept, OldAddress.Target(written, "https://alita.example"));

    [Theory]
    [InlineData("/news/über alita?q=ü#ß", "/news/%C3%BCber%20alita?q=%C3%BC#%C3%9F")]
    [InlineData("https://other.example/ü", "https://other.example/%C3%BC")]
    public void What_is_sent_is_escaped(string path, string sent) => Assert.Equal(sent, PublicAddress.Escape(path));
}
