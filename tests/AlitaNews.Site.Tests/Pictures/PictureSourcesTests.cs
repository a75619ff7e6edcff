using AlitaNews.Web.Pictures;

namespace AlitaNews.Site.Tests.Pictures;

public sealed class PictureSourcesTests
{
    private const string Hash = "aa11bb22";

    [Theory]
    [InlineData(4000, new[] { 480, 800, 1200, 1600 })]
    [InlineData(1600, new[] { 480, 800, 1200, 1600 })]
    [InlineData(1000, new[] { 480, 800, 1000 })]
    [InlineData(480, new[] { 480 })]
    [InlineData(300, new[] { 300 })]
    public void A_picture_is_never_enlarged(int width, int[] widths) => Assert.Equal(widths, PictureRecipe.WidthsFor(width));

    [Fact]
    public void The_sources_of_a_picture_name_every_width()
    {
        var sources = PictureSources.Of("/media/a%20b.jpg", Hash, 1000);
        var print = RenditionAddress.FingerprintOf(Hash);

        Assert.Equal($"/media/a%20b.jpg/{print}-480.avif 480w, /media/a%20b.jpg/{print}-800.avif 800w, /media/a%20b.jpg/{print}-1000.avif 1000w", sources?.Avif);
        Assert.Equal($"/media/a%20b.jpg/{print}-800.jpg", sources?.Src);
        Assert.Equal($"/media/a%20b.jpg/{print}-1000.jpg", sources?.Largest);
    }

    [Fact]
    public void A_png_falls_back_to_a_png() => Assert.EndsWith(".png 300w", PictureSources.Of("/media/a.PNG", Hash, 300)?.Fallback, StringComparison.Ordinal);

    [Fact]
    public void A_picture_without_renditions_has_no_sources() => Assert.Null(PictureSources.Of("/media/a.gif", null, 1000));

    [Fact]
    public void A_fingerprint_is_of_the_content_whatever_the_case() =>
        Assert.Equal(RenditionAddress.FingerprintOf("AB12"), RenditionAddress.FingerprintOf("ab12"));

    [Fact]
    public void An_address_is_read_as_it_is_written()
    {
        var written = new RenditionAddress("a/b.jpg", "0123abcd", 800, RenditionFormat.WebP);

        Assert.True(RenditionAddress.TryParse(written.ToString(), out var read));
        Assert.Equal(written, read);
    }

    [Theory]
    [InlineData("a.jpg")]
    [InlineData("0123abcd-800.webp")]
    [InlineData("a.jpg/0123abcd-800.tiff")]
    [InlineData("a.jpg/0123abcd-.webp")]
    [InlineData("a.jpg/0123abcd-0800.webp")]
    [InlineData("a.jpg/0123abcd--800.webp")]
    [InlineData("a.jpg/0123ABCD-800.webp")]
    [InlineData("a.jpg/0123abc-800.webp")]
    [InlineData("a.jpg/0123abcd-99999999999.webp")]
    [InlineData("a.jpg/0123abcd-٨٠٠.webp")]
    [InlineData("")]
    [InlineData("/")]
    public void Other_addresses_are_not_those_of_renditions(string address) => Assert.False(RenditionAddress.TryParse(address, out _));
}
