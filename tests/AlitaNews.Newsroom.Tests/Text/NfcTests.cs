using AlitaNews.Newsroom.Text;
using CsCheck;

namespace AlitaNews.Newsroom.Tests.Text;

public class NfcTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("e\u0301", "\u00E9")]
    [InlineData("\u212B", "\u00C5")] // the ångström sign is a letter
    [InlineData("e\u0302\u0323", "\u1EC7")] // marks are put in order, then both joined
    [InlineData("\u1E0B\u0323", "\u1E0D\u0307")] // one mark changes places with another
    [InlineData("\u0958", "\u0915\u093C")] // never composed
    [InlineData("\u1112\u1161\u11AB", "\uD55C")] // Hangul is composed by rule
    [InlineData("\uD55C\uAE00", "\uD55C\uAE00")]
    [InlineData("\U0001D15E", "\U0001D157\U0001D165")]
    [InlineData("\U00011131\U00011127", "\U0001112E")]
    [InlineData("a\u0315\u0300\u05AE\u0300b", "\u00E0\u05AE\u0300\u0315b")] // a row of the normalisation test of Unicode
    [InlineData("\uF900", "\u8C48")]
    public void Known_rows_of_the_normalisation_test_hold(string text, string normal) => Assert.Equal(normal, Nfc.Of(text));

    [Fact]
    public void Normalising_twice_changes_nothing() =>
        Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.Char['\u00C0', '\u0380'], Gen.Char['\u0900', '\u0980'], Gen.Char['\u1100', '\u1200'], Gen.Char['\uAC00', '\uAD00']), 0, 20]
            .Sample(text => Assert.Equal(Nfc.Of(text), Nfc.Of(Nfc.Of(text))), iter: 20_000);
}
