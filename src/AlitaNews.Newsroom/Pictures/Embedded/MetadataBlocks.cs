using AlitaNews.Newsroom.Pictures.Headers;

namespace AlitaNews.Newsroom.Pictures.Embedded;

/// <summary>
/// The blocks of metadata in a picture, cut out of its container and nothing more: sizes are bounded here, compressed blocks are left
/// alone, so no parser behind this can be made to work without end.
/// </summary>
internal readonly ref struct MetadataBlocks
{
    private const int LargestBlock = 512 * 1024;
    private const int MostBlocks = 10_000;

    private MetadataBlocks(ReadOnlySpan<byte> xmp, ReadOnlySpan<byte> exif, ReadOnlySpan<byte> iptc)
    {
        Xmp = xmp;
        Exif = exif;
        Iptc = iptc;
    }

    /// <summary>The XMP packet: XML.</summary>
    public ReadOnlySpan<byte> Xmp { get; }

    /// <summary>The EXIF block: a TIFF structure.</summary>
    public ReadOnlySpan<byte> Exif { get; }

    /// <summary>The IPTC records.</summary>
    public ReadOnlySpan<byte> Iptc { get; }

    /// <summary>Cuts them out of the beginning of a file, or of all of it.</summary>
    public static MetadataBlocks Of(ReadOnlySpan<byte> file)
    {
        var bytes = new HeaderBytes(file, file.Length);
        if (bytes.Has(0, [0xFF, 0xD8]))
            return OfJpeg(bytes);
        if (bytes.Has(0, PngHeader.Signature))
            return OfPng(bytes);
        if (bytes.Has(0, "RIFF"u8))
            return OfWebP(bytes);
        // An AVIF's items lie anywhere in it, behind a table of places; its packet of XMP announces itself.
        if (bytes.Has(4, "ftyp"u8))
            return new(Packet(file), [], []);
        return bytes.Has(0, "II*\0"u8) || bytes.Has(0, "MM\0*"u8) ? new(Packet(file), file, []) : default;
    }

    private static MetadataBlocks OfJpeg(HeaderBytes bytes)
    {
        ReadOnlySpan<byte> xmp = [], exif = [], iptc = [];
        long at = 2;
        for (var i = 0; i < MostBlocks && bytes.U8(at) == 0xFF; i++)
        {
            var length = bytes.U16(at + 2);
            if (length < 2 || bytes.U8(at + 1) is 0xDA or (>= 0xC0 and <= 0xC3))
                break;
            var body = at + 4;
            if (bytes.U8(at + 1) == 0xE1 && bytes.Has(body, "http://ns.adobe.com/xap/1.0/\0"u8))
                xmp = bytes.Slice(body + 29, length - 31);
            else if (bytes.U8(at + 1) == 0xE1 && bytes.Has(body, "Exif\0\0"u8))
                exif = bytes.Slice(body + 6, length - 8);
            else if (bytes.U8(at + 1) == 0xED && bytes.Has(body, "Photoshop 3.0\0"u8))
                iptc = IptcOf(bytes, body + 14, body + length - 2);
            at += length + 2;
        }

        return new(xmp, exif, iptc);
    }

    // Photoshop's resources: "8BIM", a number, a name and data, each filled up to an even length.
    private static ReadOnlySpan<byte> IptcOf(HeaderBytes bytes, long at, long end)
    {
        const int IptcResource = 0x0404;
        while (at < end && bytes.Has(at, "8BIM"u8))
        {
            var name = bytes.U8(at + 6);
            var data = at + 6 + ((name + 2) & ~1);
            var length = bytes.U32(data);
            if (length < 0)
                break;
            if (bytes.U16(at + 4) == IptcResource)
                return bytes.Slice(data + 4, Math.Min(length, end - data - 4));
            at = data + 4 + ((length + 1) & ~1L);
        }

        return [];
    }

    private static MetadataBlocks OfPng(HeaderBytes bytes)
    {
        const int XmpLead = 20; // the keyword, its end, and two bytes that say that the text is not compressed
        ReadOnlySpan<byte> xmp = [], exif = [];
        long at = 8;
        for (var i = 0; i < MostBlocks && bytes.U32(at) is >= 0 and var length; i++)
        {
            if (length is >= XmpLead and <= LargestBlock && bytes.Has(at + 4, "iTXtXML:com.adobe.xmp\0\0\0"u8))
            {
                // A language and a translated keyword stand before the text, each ended by a zero.
                var body = bytes.Slice(at + 8, length)[XmpLead..];
                var text = body.IndexOf((byte)0) is >= 0 and var language ? body[(language + 1)..] : [];
                xmp = text.IndexOf((byte)0) is >= 0 and var keyword ? text[(keyword + 1)..] : [];
            }
            else if (length <= LargestBlock && bytes.Has(at + 4, "eXIf"u8))
            {
                exif = bytes.Slice(at + 8, length);
            }

            at += length + 12;
        }

        return new(xmp, exif, []);
    }

    private static MetadataBlocks OfWebP(HeaderBytes bytes)
    {
        ReadOnlySpan<byte> xmp = [], exif = [];
        long at = 12;
        for (var i = 0; i < MostBlocks && bytes.U32Little(at + 4) is >= 0 and var length; i++)
        {
            if (length <= LargestBlock && bytes.Has(at, "XMP "u8))
                xmp = bytes.Slice(at + 8, length);
            else if (length <= LargestBlock && bytes.Has(at, "EXIF"u8))
                exif = bytes.Slice(at + 8, length);
            at += 8 + ((length + 1) & ~1L);
        }

        if (exif.StartsWith("Exif\0\0"u8))
            exif = exif[6..];
        return new(xmp, exif, []);
    }

    private static ReadOnlySpan<byte> Packet(ReadOnlySpan<byte> file)
    {
        var start = file.IndexOf("<x:xmpmeta"u8);
        if (start < 0)
            return [];
        var rest = file[start..];
        rest = rest[..Math.Min(rest.Length, LargestBlock)];
        var end = rest.IndexOf("</x:xmpmeta>"u8);
        return end < 0 ? [] : rest[..(end + "</x:xmpmeta>"u8.Length)];
    }
}
