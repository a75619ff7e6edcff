using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Text;
using CsCheck;

namespace AlitaNews.Newsroom.Tests.Articles;

public class SlugTests
{
    [Theory]
    [InlineData("alita-2-production-2023", "alita-2-production-2023")]
    [InlineData("Alita: Battle Angel — The Sequel!", "alita-battle-angel-the-sequel")]
    [InlineData("What’s next? Don't ask", "whats-next-dont-ask")]
    [InlineData("snake_case.and dots", "snake-case-and-dots")]
    [InlineData("007", "007")]
    [InlineData("Ünïcode Café", "ünïcode-café")]
    [InlineData("Cafe\u0301", "caf\u00E9")]
    [InlineData("Straße", "straße")]
    [InlineData("アリータ 続編", "アリータ-続編")]
    [InlineData("Алита: продолжение", "алита-продолжение")]
    [InlineData("हिन्दी शीर्षक", "हिन्दी-शीर्षक")]
    [InlineData("  --a--b--  ", "a-b")]
    [InlineData("a\u202Eb\u200Dc", "abc")]
    [InlineData("😀", "")]
    [InlineData("---", "")]
    [InlineData("", "")]
    public void A_text_has_one_slug(string text, string slug) => Assert.Equal(slug, Slug.Of(text));

    [Fact]
    public void A_long_slug_is_cut_between_words()
    {
        var slug = Slug.Of(string.Join(' ', Enumerable.Repeat("seven77", 20)));
        Assert.Equal(string.Join('-', Enumerable.Repeat("seven77", 10)), slug);
        Assert.Equal(80, Slug.Of(new string('x', 200)).Length);
    }

    [Theory]
    [InlineData("alita-2", "alita-2")]
    [InlineData("Alita_2.0", "alita-2-0")]
    [InlineData("two words", null)]
    [InlineData("a/b", null)]
    [InlineData("!", null)]
    [InlineData("", null)]
    public void An_id_is_one_word_of_hyphens(string text, string? id) => Assert.Equal(id, Slug.OfId(text));

    [Fact]
    public void The_slug_of_a_slug_is_the_slug() =>
        Gen.String[Gen.Char, 0, 120].Sample(
            text =>
            {
                var slug = Slug.Of(text);
                Assert.Equal(slug, Slug.Of(slug));
                Assert.InRange(slug.EnumerateRunes().Count(), 0, Slug.MaxLength);
                Assert.Equal(slug.Trim('-'), slug);
                Assert.DoesNotContain("--", slug, StringComparison.Ordinal);
                Assert.Equal(slug, Nfc.Of(slug));
            },
            iter: 20_000);
}
