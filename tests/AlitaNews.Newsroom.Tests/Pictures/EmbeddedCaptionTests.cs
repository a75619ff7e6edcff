using System.Text;
using AlitaNews.Newsroom.Pictures;
using CsCheck;

namespace AlitaNews.Newsroom.Tests.Pictures;

public sealed class EmbeddedCaptionTests
{
    private const string Packet = """
        <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
            xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
            xmlns:exif="http://ns.adobe.com/exif/1.0/"
            photoshop:Credit="Example Agency" exif:GPSLatitude="52,30.0N" xmpRights:WebStatement="https://example.org/licence">
          <dc:description><rdf:Alt><rdf:li xml:lang="x-default">A *bright* street in “Zalem”</rdf:li><rdf:li xml:lang="de">Straße</rdf:li></rdf:Alt></dc:description>
          <dc:creator><rdf:Seq><rdf:li>Ada Ink</rdf:li><rdf:li>Bo Paint</rdf:li></rdf:Seq></dc:creator>
          <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 2023 Ada Ink</rdf:li></rdf:Alt></dc:rights>
          <Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/digitalArt</Iptc4xmpExt:DigitalSourceType>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        <?xpacket end="w"?>
        """;

    public static TheoryData<string, byte[]> Carriers => new()
    {
        { "jpeg", PictureBytes.Jpeg(9, 9, 1, PictureBytes.Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Utf8(Packet)])) },
        { "png", [.. PictureBytes.Png(9, 9)[..33], .. PictureBytes.Chunk("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Utf8(Packet)])] },
        { "webp", [.. PictureBytes.ExtendedWebP(9, 9, animated: false), .. "XMP "u8, .. BitConverter.GetBytes(Utf8(Packet).Length), .. Utf8(Packet)] },
        { "avif", [.. PictureBytes.Avif(9, 9), .. Utf8(Packet)] },
    };

    [Theory]
    [MemberData(nameof(Carriers))]
    public void Xmp_is_read_from_every_format(string format, byte[] file)
    {
        var facts = EmbeddedCaption.Read(file);

        Assert.NotEmpty(format);
        Assert.Equal(
            new PictureFacts
            {
                Caption = "A \\*bright\\* street in “Zalem”",
                Credit = "Ada Ink, Bo Paint",
                Agency = "Example Agency",
                Copyright = "© 2023 Ada Ink",
                LicenseUrl = "https://example.org/licence",
                SourceType = "DigitalArtDigitalSource",
            },
            facts);
    }

    [Fact]
    public void Iptc_is_read_from_photoshop_resources()
    {
        byte[] records = [.. Record(1, 90, "\u001b%G"), .. Record(2, 80, "Zoë Lens"), .. Record(2, 110, "Agency"), .. Record(2, 116, "© Z"), .. Record(2, 120, "Beim Drehen")];
        byte[] resources = [.. "Photoshop 3.0\0"u8, .. Resource(0x03ED, [1, 2, 3]), .. Resource(0x0404, records)];

        var facts = EmbeddedCaption.Read(PictureBytes.Jpeg(9, 9, 1, PictureBytes.Segment(0xED, resources)));

        Assert.Equal(new PictureFacts { Credit = "Zoë Lens", Agency = "Agency", Copyright = "© Z", Caption = "Beim Drehen" }, facts);
    }

    [Fact]
    public void A_picture_that_says_it_was_generated_is_shown_as_such()
    {
        var facts = EmbeddedCaption.Read(PictureBytes.Jpeg(9, 9, 1, PictureBytes.Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Utf8(Packet.Replace("digitalArt", "trainedAlgorithmicMedia", StringComparison.Ordinal))])));

        Assert.Equal((PictureKind.AiGenerated, "TrainedAlgorithmicMediaDigitalSource"), (facts?.Kind, facts?.SourceType));
    }

    [Theory]
    [InlineData("OLYMPUS DIGITAL CAMERA", null)]
    [InlineData("On the set", "On the set")]
    public void What_a_camera_writes_by_itself_is_no_caption(string written, string? caption)
    {
        var text = Utf8(written);
        byte[] exif = [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x0E, 0x01, 2, 0, .. BitConverter.GetBytes(text.Length), 26, 0, 0, 0, 0, 0, 0, 0, .. text];

        Assert.Equal(caption, EmbeddedCaption.Read([0xFF, 0xD8, .. PictureBytes.Segment(0xE1, exif)])?.Caption);
    }

    [Fact]
    public void A_picture_without_metadata_says_nothing() => Assert.Null(EmbeddedCaption.Read(PictureBytes.Png(9, 9)));

    [Fact]
    public void A_chunk_that_is_shorter_than_its_own_head_says_nothing() =>
        Assert.Null(EmbeddedCaption.Read([.. PictureBytes.Png(9, 9)[..33], 0, 0, 0, 5, .. "iTXtXML:com.adobe.xmp\0\0\0\0\0<x/>"u8]));

    [Fact]
    public void Deeply_nested_or_exploding_packets_are_survived()
    {
        var nested = string.Concat(Enumerable.Repeat("<a>", 160_000));
        var exploding = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>" + Packet.Replace("Zalem", "&b;", StringComparison.Ordinal);
        foreach (var packet in (string[])[nested, exploding, Packet[..^200], "<x:xmpmeta", new string('<', 60_000)])
        {
            _ = EmbeddedCaption.Read([.. PictureBytes.Png(9, 9)[..33], .. PictureBytes.Chunk("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Utf8(packet)])]);
            _ = EmbeddedCaption.Read([.. PictureBytes.Avif(9, 9), .. Utf8("<x:xmpmeta " + packet + "</x:xmpmeta>")]);
        }
    }

    [Fact]
    public void Mutated_metadata_never_throws()
    {
        byte[] records = [.. Record(1, 90, "\u001b%G"), .. Record(2, 80, "Zoë"), .. Record(2, 120, "Caption")];
        byte[][] seeds =
        [
            PictureBytes.Jpeg(9, 9, 6, PictureBytes.Segment(0xED, [.. "Photoshop 3.0\0"u8, .. Resource(0x0404, records)]), PictureBytes.Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Utf8(Packet)])),
            [.. PictureBytes.Png(9, 9)[..33], .. PictureBytes.Chunk("eXIf", PictureBytes.Exif(3)[6..]), .. PictureBytes.Chunk("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Utf8(Packet)])],
            PictureBytes.Tiff(9, 9),
        ];
        var mutated =
            from seed in Gen.Int[0, seeds.Length - 1]
            from places in Gen.Int[0, Math.Min(seeds[seed].Length, 260) - 1].Array[1, 10]
            from values in Gen.Byte.Array[places.Length]
            from length in Gen.Int[0, seeds[seed].Length]
            select (seed, places, values, length);

        mutated.Sample(
            change =>
            {
                var file = seeds[change.seed].ToArray();
                for (var i = 0; i < change.places.Length; i++)
                    file[change.places[i]] = change.values[i];
                _ = EmbeddedCaption.Read(file);
                _ = EmbeddedCaption.Read(file[..change.length]);
            },
            iter: 6_000);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Record(byte record, byte dataset, string text)
    {
        var body = Utf8(text);
        return [0x1C, record, dataset, (byte)(body.Length >> 8), (byte)body.Length, .. body];
    }

    private static byte[] Resource(int id, byte[] body) =>
        [.. "8BIM"u8, (byte)(id >> 8), (byte)id, 0, 0, 0, 0, (byte)(body.Length >> 8), (byte)body.Length, .. body, .. body.Length % 2 == 1 ? new byte[1] : []];
}
