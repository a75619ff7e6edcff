namespace AlitaNews.Newsroom.Pictures.Headers;

/// <summary>JPEG: a row of segments; the size stands in the frame header, the orientation in the EXIF segment before it.</summary>
internal static class JpegHeader
{
    private const string Name = "JPEG";
    private const int StartOfScan = 0xDA;
    private const int EndOfImage = 0xD9;
    private const int ExifSegment = 0xE1;
    private const int FirstTurned = 5;

    public static HeaderReading Read(HeaderBytes bytes)
    {
        var turned = false;
        long at = 2;
        while (true)
        {
            var marker = bytes.U8(at) == 0xFF ? bytes.U8(at + 1) : -1;
            if (marker < 0)
                return at + 1 >= bytes.Length ? HeaderReading.NotReached(bytes, Name) : HeaderReading.Damaged(Name);
            if (marker == 0xFF)
            {
                at++; // fill byte
                continue;
            }

            if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
            {
                at += 2; // stands alone
                continue;
            }

            var length = bytes.U16(at + 2);
            if (length < 0)
                return HeaderReading.NotReached(bytes, Name);
            if (length < 2 || marker is 0x00 or StartOfScan or EndOfImage)
                return HeaderReading.Damaged(Name);
            if (IsFrame(marker))
                return ReadFrame(bytes, at, turned);
            if (marker == ExifSegment && bytes.Has(at + 4, "Exif\0\0"u8))
                turned |= TiffDirectory.FindNumber(bytes, at + 10, TiffDirectory.Orientation) is >= FirstTurned and <= 8;
            at += 2 + length;
        }
    }

    private static HeaderReading ReadFrame(HeaderBytes bytes, long at, bool turned)
    {
        var height = bytes.U16(at + 5);
        var width = bytes.U16(at + 7);
        if (width < 0)
            return HeaderReading.NotReached(bytes, Name);

        // Everything before the frame is behind us, thumbnails included: an end mark can only be the picture's own.
        if (bytes.IsWhole && bytes.Slice(at, bytes.Length).LastIndexOf([(byte)0xFF, (byte)EndOfImage]) < 0)
            return HeaderReading.CutShort(Name);
        return turned ? new(ImageFormat.Jpeg, height, width) : new(ImageFormat.Jpeg, width, height);
    }

    // C4, C8 and CC are tables and extensions among the frame headers.
    private static bool IsFrame(int marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
