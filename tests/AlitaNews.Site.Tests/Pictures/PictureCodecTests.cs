using System.Text;
using AlitaNews.Newsroom.Pictures;
using AlitaNews.Web.Pictures;

namespace AlitaNews.Site.Tests.Pictures;

public sealed class PictureCodecTests
{
    private static readonly PictureFacts Facts = new() { Caption = "A *city* \\* at night", Credit = "Ada Ink", Copyright = "© Ada", LicenseUrl = "https://example.org/l", Kind = PictureKind.ConceptArt };

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("transparent png")]
    [InlineData("webp")]
    [InlineData("avif")]
    [InlineData("tiff")]
    [InlineData("cmyk jpeg")]
    public void Every_format_becomes_every_coding(string source)
    {
        var file = PictureFiles.Of(source);
        Assert.Equal((1300, 900), (Read(file).Width, Read(file).Height));
        foreach (var format in Enum.GetValues<RenditionFormat>())
        {
            var made = Read(PictureCodec.Render(file, 480, format, PictureFacts.None));

            Assert.Equal((format.MediaType(), 480, 332), ("image/" + made.Format.Word(), made.Width, made.Height));
        }
    }

    [Theory]
    [InlineData(RenditionFormat.Avif)]
    [InlineData(RenditionFormat.WebP)]
    [InlineData(RenditionFormat.Jpeg)]
    public void A_rendition_keeps_what_editors_wrote_and_nothing_a_camera_wrote(RenditionFormat format)
    {
        var file = PictureFiles.TurnedJpegWithPlace(900, 600);

        var made = PictureCodec.Render(file, 480, format, Facts);

        Assert.Equal(
            new PictureFacts
            {
                Caption = "A city \\* at night",
                Credit = "Ada Ink",
                Agency = null,
                Copyright = "© Ada",
                LicenseUrl = "https://example.org/l",
                SourceType = "DigitalArtDigitalSource",
            },
            EmbeddedCaption.Read(made));
        Assert.All((string[])["GPS", "Private Camera", "Exif"], word => Assert.Equal(-1, made.AsSpan().IndexOf(Encoding.ASCII.GetBytes(word))));
    }

    [Fact]
    public void A_turned_photograph_stands_upright()
    {
        var made = Read(PictureCodec.Render(PictureFiles.TurnedJpegWithPlace(900, 600), 480, RenditionFormat.WebP, PictureFacts.None));

        Assert.Equal((480, 720), (made.Width, made.Height));
    }

    [Fact]
    public void The_header_reads_what_the_decoder_sees()
    {
        Assert.Equal((600, 900), (Read(PictureFiles.TurnedJpegWithPlace(900, 600)).Width, Read(PictureFiles.TurnedJpegWithPlace(900, 600)).Height));
        Assert.Equal(ImageFormat.Gif, Read(PictureFiles.Gif(90, 60)).Format);
    }

    [Fact]
    public void Half_a_picture_is_not_shown_as_a_whole_one()
    {
        Assert.Throws<DamagedPictureException>(() => PictureCodec.Render(PictureFiles.Jpeg(1300, 900)[..9_000], 480, RenditionFormat.WebP, PictureFacts.None));
        Assert.Throws<DamagedPictureException>(() => PictureCodec.Render(PictureFiles.Png(1300, 900)[..^400], 480, RenditionFormat.WebP, PictureFacts.None));
        Assert.Throws<DamagedPictureException>(() => PictureCodec.Render(PictureFiles.WebP(1300, 900)[..^400], 480, RenditionFormat.WebP, PictureFacts.None));
    }

    [Fact]
    public void A_bomb_is_refused_before_it_is_decoded()
    {
        var refusal = Assert.Throws<DamagedPictureException>(() => PictureCodec.Render(PictureFiles.Bomb(), 480, RenditionFormat.WebP, PictureFacts.None));

        Assert.Contains("60 megapixels", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Drawings_and_animations_are_not_decoded()
    {
        Assert.Throws<DamagedPictureException>(() => PictureCodec.Render("<svg width='9' height='9'></svg>"u8.ToArray(), 9, RenditionFormat.WebP, PictureFacts.None));
        Assert.Throws<DamagedPictureException>(() => PictureCodec.Render(PictureFiles.Gif(90, 60), 90, RenditionFormat.WebP, PictureFacts.None));
    }

    [Fact]
    public void A_placeholder_has_the_size_of_what_it_stands_for()
    {
        foreach (var format in Enum.GetValues<RenditionFormat>())
            Assert.Equal((800, 450), (Read(PictureCodec.Placeholder(800, 450, format)).Width, Read(PictureCodec.Placeholder(800, 450, format)).Height));
    }

    [Fact]
    public void The_placeholder_colour_is_the_average()
    {
        Assert.Equal("#c81e32", PlaceholderColour.Of(PictureFiles.Flat(200, 30, 50)));
        Assert.Matches("^#[0-9a-f]{6}$", PlaceholderColour.Of(PictureFiles.Jpeg(1300, 900)));
        Assert.Null(PlaceholderColour.Of(PictureFiles.Jpeg(1300, 900)[..9_000]));
        Assert.Null(PlaceholderColour.Of("no picture"u8.ToArray()));
    }

    private static ImageHeader Read(byte[] file)
    {
        Assert.True(ImageHeader.TryRead(file, file.Length, out var header, out var problem), problem);
        return header;
    }
}
