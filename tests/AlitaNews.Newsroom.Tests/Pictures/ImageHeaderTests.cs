using System.Text;
using AlitaNews.Newsroom.Pictures;

namespace AlitaNews.Newsroom.Tests.Pictures;

public sealed class ImageHeaderTests
{
    public static TheoryData<string, byte[]> Formats => new()
    {
        { "jpeg", PictureBytes.Jpeg(1234, 567) },
        { "png", PictureBytes.Png(1234, 567) },
        { "gif", PictureBytes.Gif(1234, 567) },
        { "webp", PictureBytes.WebP(1234, 567) },
        { "webp", PictureBytes.LosslessWebP(1234, 567) },
        { "webp", PictureBytes.ExtendedWebP(1234, 567, animated: false) },
        { "avif", PictureBytes.Avif(1234, 567) },
        { "tiff", PictureBytes.Tiff(1234, 567) },
        { "svg", PictureBytes.Svg("width='1234' height=\"567px\"") },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_format_tells_its_size(string format, byte[] file)
    {
        var header = Read(file);

        Assert.Equal((format, 1234, 567, false), (header.Format.Word(), header.Width, header.Height, header.Animated));
    }

    [Theory]
    [InlineData(1, 40, 30)]
    [InlineData(3, 40, 30)]
    [InlineData(5, 30, 40)]
    [InlineData(6, 30, 40)]
    [InlineData(8, 30, 40)]
    [InlineData(9, 40, 30)]
    public void A_turned_photograph_has_the_size_it_is_shown_in(int orientation, int width, int height)
    {
        var header = Read(PictureBytes.Jpeg(40, 30, orientation));

        Assert.Equal((width, height), (header.Width, header.Height));
    }

    [Fact]
    public void A_turned_avif_has_the_size_it_is_shown_in() => Assert.Equal(30, Read(PictureBytes.Avif(40, 30, turned: true)).Width);

    [Fact]
    public void Moving_pictures_are_known_as_such_and_get_no_renditions()
    {
        byte[][] moving = [PictureBytes.Gif(40, 30, frames: 2), PictureBytes.Png(40, 30, frames: 3), PictureBytes.ExtendedWebP(40, 30, animated: true)];

        Assert.All(moving, static file => Assert.True(Read(file) is { Animated: true, HasVariants: false }));
    }

    [Fact]
    public void A_ribbon_gets_no_renditions() => Assert.False(Read(PictureBytes.Png(100, 1001)).HasVariants);

    [Theory]
    [InlineData("viewBox='0 0 80 40'", 80, 40)]
    [InlineData("viewBox='0,0,80,40' width='100%'", 80, 40)]
    [InlineData("viewBox='0 0 80 40' width='160'", 160, 80)]
    [InlineData("viewBox='0 0 80 40' height='1in'", 192, 96)]
    [InlineData("stroke-width='3'", 300, 150)]
    [InlineData("width='900000' height='450000'", 4096, 2048)]
    public void A_drawing_has_the_shape_of_its_attributes_or_its_view_box(string attributes, int width, int height)
    {
        var header = Read(PictureBytes.Svg(attributes));

        Assert.Equal((width, height), (header.Width, header.Height));
    }

    [Fact]
    public void A_doctype_with_declarations_does_not_hide_a_drawing()
    {
        var header = Read(Encoding.UTF8.GetBytes("<!DOCTYPE svg [ <!ENTITY a \"b>\"> ]><svg width='5' height='6'></svg>"));

        Assert.Equal((5, 6), (header.Width, header.Height));
    }

    [Fact]
    public void A_bomb_is_refused_by_its_header()
    {
        byte[][] bombs = [PictureBytes.Png(30_000, 30_000), PictureBytes.Png(int.MaxValue, int.MaxValue), PictureBytes.Jpeg(65_000, 65_000), PictureBytes.LosslessWebP(16_384, 16_384), PictureBytes.Avif(int.MaxValue, 1_000_000)];

        Assert.All(bombs, static file => Assert.Contains("the limit is 60 megapixels", ProblemOf(file), StringComparison.Ordinal));
    }

    [Fact]
    public void A_heavy_file_is_refused_by_its_size()
    {
        Assert.False(ImageHeader.TryRead(PictureBytes.Png(10, 10), (50L << 20) + 1, out _, out var problem));
        Assert.Equal("it has 50.0 MiB; the limit is 50 MiB", problem);
    }

    [Fact]
    public void A_file_that_ends_too_early_is_found_when_all_of_it_is_read()
    {
        byte[][] files = [PictureBytes.Jpeg(10, 10)[..^2], PictureBytes.Png(10, 10)[..^12], PictureBytes.WebP(10, 10)[..^4], PictureBytes.Avif(10, 10)[..^1]];

        Assert.All(files, static file => Assert.Contains("incomplete", ProblemOf(file), StringComparison.Ordinal));
    }

    [Fact]
    public void The_end_of_an_embedded_thumbnail_is_not_the_end_of_the_picture()
    {
        var file = PictureBytes.Jpeg(10, 10, 1, PictureBytes.Segment(0xE2, 0xFF, 0xD8, 0xFF, 0xD9));

        Assert.Contains("incomplete", ProblemOf(file[..^2]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_size_behind_large_profiles_needs_the_whole_file()
    {
        var file = PictureBytes.Jpeg(40, 30, 1, [.. Enumerable.Repeat(PictureBytes.Segment(0xE2, new byte[65_000]), 5)]);

        Assert.False(ImageHeader.TryRead(file.AsSpan(0, ImageHeader.StartBytes), file.Length, out _, out var problem));
        Assert.Equal("the size of the JPEG does not stand near its beginning", problem);
        Assert.Equal(40, Read(file).Width);
    }

    [Theory]
    [InlineData("")]
    [InlineData("GIF")]
    [InlineData("<html><svg width='1' height='1'></svg></html>")]
    [InlineData("<svgx></svgx>")]
    [InlineData("<!-- no end")]
    [InlineData("plain words")]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0mif1heic")]
    public void What_is_no_picture_is_refused_in_words(string file) => Assert.NotEmpty(ProblemOf(Encoding.UTF8.GetBytes(file)));

    private static ImageHeader Read(byte[] file)
    {
        Assert.True(ImageHeader.TryRead(file, file.Length, out var header, out var problem), problem);
        return header;
    }

    private static string ProblemOf(byte[] file)
    {
        Assert.False(ImageHeader.TryRead(file, file.Length, out _, out var problem));
        return problem;
    }
}
