using System.Text;
using NetVips;

namespace AlitaNews.Site.Tests.Pictures;

/// <summary>Real pictures, made on the spot.</summary>
internal static class PictureFiles
{
    private const string Packet = """
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
          photoshop:Credit="Example Agency" exif:GPSLatitude="52,30.0N"/></rdf:RDF></x:xmpmeta>
        """;

    public static byte[] Jpeg(int width, int height) => Scene(width, height).JpegsaveBuffer(q: 85);

    public static byte[] Png(int width, int height) => Scene(width, height).PngsaveBuffer();

    public static byte[] TransparentPng(int width, int height) => Scene(width, height).Bandjoin(0).PngsaveBuffer();

    public static byte[] WebP(int width, int height) => Scene(width, height).WebpsaveBuffer();

    public static byte[] Avif(int width, int height) => Scene(width, height).HeifsaveBuffer(compression: Enums.ForeignHeifCompression.Av1, effort: 0);

    public static byte[] Tiff(int width, int height) => Scene(width, height).TiffsaveBuffer();

    public static byte[] Gif(int width, int height) => Scene(width, height).GifsaveBuffer();

    public static byte[] Cmyk(int width, int height) => Scene(width, height).Colourspace(Enums.Interpretation.Cmyk).JpegsaveBuffer();

    /// <summary>Lies on its side, and knows where it was taken.</summary>
    public static byte[] TurnedJpegWithPlace(int width, int height) => Scene(width, height)
        .Mutate(static image =>
        {
            image.Set(GValue.GIntType, "orientation", 6);
            image.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "52/1 30/1 0/1");
            image.Set(GValue.GStrType, "exif-ifd0-Make", "Private Camera");
            image.Set(GValue.BlobType, "xmp-data", Encoding.UTF8.GetBytes(Packet));
        })
        .JpegsaveBuffer();

    public static byte[] Flat(int red, int green, int blue) =>
        (Image.Black(60, 40) + new double[] { red, green, blue }).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb).PngsaveBuffer();

    public static byte[] Of(string source) => source switch
    {
        "jpeg" => Jpeg(1300, 900),
        "png" => Png(1300, 900),
        "transparent png" => TransparentPng(1300, 900),
        "webp" => WebP(1300, 900),
        "avif" => Avif(1300, 900),
        "tiff" => Tiff(1300, 900),
        _ => Cmyk(1300, 900),
    };

    /// <summary>A small file that unfolds to gigabytes.</summary>
    public static byte[] Bomb() => Image.Black(30_000, 30_000).PngsaveBuffer(compression: 9);

    private static Image Scene(int width, int height) =>
        Image.Sines(width, height, hfreq: 3, vfreq: 2).Linear([80, 60, 90], [110, 120, 130]).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
}
