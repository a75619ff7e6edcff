using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Tests.FrontMatter;

public sealed class ValueReaderTests
{
    // U+1F3F4 and tag characters are a flag, whatever stands behind them; U+FFFE and U+FFFF are nothing that XML can say.
    [Theory]
    [InlineData("Plain é 😀", "Plain é 😀", false)]
    [InlineData("\uFEFFA mark\r", "A mark", false)]
    [InlineData("A\u2028line", "A line", false)]
    [InlineData("Turned\u202E round", "Turned round", true)]
    [InlineData("C1\u009B\u0085", "C1", true)]
    [InlineData("No\uFFFF\uFFFE character", "No character", true)]
    [InlineData("Tags\U000E0041\U000E0042 alone", "Tags alone", true)]
    [InlineData("\U0001F3F4\U000E0067\U000E007F flag", "\U0001F3F4\U000E0067\U000E007F flag", false)]
    [InlineData("\U0001F3F4\U000E0067\U000E007F\u202E flag", "\U0001F3F4\U000E0067\U000E007F flag", true)]
    public void Text_keeps_no_hidden_characters(string written, string read, bool reported)
    {
        var bag = new DiagnosticBag(SourceFile.FromText("a.md", written));
        var value = FieldNode.Scalar(written, quoted: true, new TextSpan(0, written.Length));
        Assert.Equal(read, new ValueReader(bag, DateReader.Utc).Text(value, "title"));
        Assert.Equal(reported, bag.Items.Any(static item => item.Code == DiagnosticCatalogue.HiddenCharacters.Code));
    }
}
