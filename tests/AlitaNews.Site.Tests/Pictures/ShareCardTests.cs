using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Pictures;
using AlitaNews.Store.Pictures;
using AlitaNews.Web.Cards;
using AlitaNews.Web.Pictures;

namespace AlitaNews.Site.Tests.Pictures;

public sealed class ShareCardTests
{
    private static readonly ShareCard Plain = new()
    {
        Kind = "article",
        Id = "alita-2",
        Site = "AlitaNews",
        Kicker = "Film",
        Title = "Alita 2 set to start",
        Display = ClaimDisplay.Rumour,
        Stamp = "RUMOUR",
        Line = "This comes from someone we cannot name or check.",
    };

    [Fact]
    public void The_address_holds_eight_digits_over_what_the_card_shows()
    {
        Assert.Matches("^/cards/article/alita-2\\.[0-9a-f]{8}\\.png$", Plain.Address);
        Assert.Equal(Plain.Address, (Plain with { }).Address);
        Assert.NotEqual(Plain.Address, (Plain with { Title = "Alita 2 is off" }).Address);
        Assert.NotEqual(Plain.Address, (Plain with { Display = ClaimDisplay.Missed, Stamp = "DID NOT HAPPEN" }).Address);
        Assert.NotEqual(Plain.Address, (Plain with { Picture = new ShownPicture { Width = 1, Height = 1, Alt = "", Hash = "aa" } }).Address);
    }

    [Fact]
    public void The_stamp_stands_in_the_alternative_text() => Assert.Equal("RUMOUR: Alita 2 set to start – AlitaNews", Plain.Alt);

    [Fact]
    public void Every_state_is_stamped_in_its_own_way()
    {
        var cards = Enum.GetValues<ClaimDisplay>()
            .Select(static display => CardDrawing.Draw(Plain with { Display = display, Stamp = VerdictWords.Label(display, ClaimStatus.Rumour) }, null))
            .ToList();

        Assert.All(cards, static card => Assert.Equal((CardDrawing.Width, CardDrawing.Height), SizeOf(card)));
        Assert.Equal(cards.Count, cards.Select(Convert.ToHexString).Distinct().Count());
        Assert.Equal(Enum.GetValues<ClaimDisplay>().Length, Enum.GetValues<ClaimDisplay>().Select(static display => StampShapes.Glyph(display, 0, 0, 1, "#000")).Distinct().Count());
    }

    [Fact]
    public void What_was_taken_back_and_what_is_no_news_is_drawn_and_addressed_as_such()
    {
        ShareCard[] cards = [Plain, Plain with { Stamp = "RETRACTED", Retracted = true }, Plain with { Sort = "Opinion" }, Plain with { Stamp = null, Sort = "Advertisement" }];

        Assert.Equal(cards.Length, cards.Select(static card => Convert.ToHexString(CardDrawing.Draw(card, null))).Distinct().Count());
        Assert.Equal(cards.Length, cards.Select(static card => card.Address).Distinct().Count());
    }

    [Fact]
    public void The_point_that_an_editor_named_decides_what_a_card_shows_of_a_picture()
    {
        var shown = new ShownPicture { Width = 900, Height = 600, Alt = "", Hash = "aa" };
        var photo = PictureCodec.Render(PictureFiles.Jpeg(900, 600), 800, RenditionFormat.Jpeg, PictureFacts.None);

        var left = Plain with { Picture = shown with { Focus = "10,50" } };
        var right = Plain with { Picture = shown with { Focus = "90,50" } };

        Assert.NotEqual(left.Address, right.Address);
        Assert.NotEqual(CardDrawing.Draw(left, photo), CardDrawing.Draw(right, photo));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("<span foreground='red'>&amp;&bogus;</span> <b")]
    [InlineData("\u0000\u0001\u001b\uFFFE\uFFFF\uD800 x \uDC00")]
    [InlineData("\u202E\u2066 trojan \u2069")]
    [InlineData("إشاعة عن الفيلم")]
    [InlineData("שמועה על הסרט")]
    [InlineData("アリータ続編の撮影が始まる")]
    [InlineData("🤖👩‍👩‍👧‍👦🇺🇳 a\u0301\u0301\u0301")]
    public void Any_text_makes_a_card(string title) =>
        Assert.Equal((CardDrawing.Width, CardDrawing.Height), SizeOf(CardDrawing.Draw(Plain with { Title = title, Site = title, Kicker = title, Line = title, Stamp = "RUMOUR" }, null)));

    [Theory]
    [InlineData('W', 5_000)]
    [InlineData(' ', 5_000)]
    [InlineData('\u0300', 5_000)]
    public void A_text_too_long_is_cut(char letter, int length) =>
        Assert.Equal((CardDrawing.Width, CardDrawing.Height), SizeOf(CardDrawing.Draw(Plain with { Title = new string(letter, length), Kicker = new string(letter, length), Stamp = new string(letter, 60) }, null)));

    [Fact]
    public void A_picture_is_drawn_with_the_words_for_what_it_is()
    {
        var shown = new ShownPicture { Width = 900, Height = 600, Alt = "", Hash = "aa", Badge = "CONCEPT ART" };
        var photo = PictureCodec.Render(PictureFiles.Jpeg(900, 600), 800, RenditionFormat.WebP, PictureFacts.None);

        var card = CardDrawing.Draw(Plain with { Picture = shown }, photo);

        Assert.Equal((CardDrawing.Width, CardDrawing.Height), SizeOf(card));
        Assert.NotEqual(card, CardDrawing.Draw(Plain with { Picture = shown with { Badge = null } }, photo));
        Assert.True(card.Length < 300 * 1024, $"{card.Length} bytes: some networks show no preview above 300 KB");
    }

    private static (int Width, int Height) SizeOf(byte[] card)
    {
        Assert.True(ImageHeader.TryRead(card, card.Length, out var header, out var problem), problem);
        Assert.Equal(ImageFormat.Png, header.Format);
        return (header.Width, header.Height);
    }
}
