namespace AlitaNews.Newsroom.Pictures.Headers;

/// <summary>WebP: three kinds of first chunk, each with the size at another place.</summary>
internal static class WebPHeader
{
    private const string Name = "WebP";
    private const int FourteenBits = 0x3FFF;
    private const int AnimationFlag = 0x02;

    public static HeaderReading Read(HeaderBytes bytes)
    {
        var reading = ReadFirstChunk(bytes);
        // The container says how long it is: a shorter file was cut.
        return reading.Problem is null && bytes.U32Little(4) + 8 > bytes.FileBytes + 1 ? HeaderReading.CutShort(Name) : reading;
    }

    private static HeaderReading ReadFirstChunk(HeaderBytes bytes)
    {
        if (bytes.U8(29) < 0)
            return bytes.Has(12, "VP8L"u8) && bytes.U32Little(21) >= 0 ? ReadLossless(bytes) : HeaderReading.NotReached(bytes, Name);
        if (bytes.Has(12, "VP8 "u8))
        {
            return bytes.Has(23, [0x9D, 0x01, 0x2A])
                ? new(ImageFormat.WebP, bytes.U16Little(26) & FourteenBits, bytes.U16Little(28) & FourteenBits)
                : HeaderReading.Damaged(Name);
        }

        if (bytes.Has(12, "VP8L"u8))
            return ReadLossless(bytes);
        return bytes.Has(12, "VP8X"u8)
            ? new(ImageFormat.WebP, bytes.U24Little(24) + 1L, bytes.U24Little(27) + 1L, (bytes.U8(20) & AnimationFlag) != 0)
            : HeaderReading.Damaged(Name);
    }

    private static HeaderReading ReadLossless(HeaderBytes bytes)
    {
        var packed = bytes.U32Little(21);
        return bytes.U8(20) == 0x2F
            ? new(ImageFormat.WebP, (packed & FourteenBits) + 1, ((packed >> 14) & FourteenBits) + 1)
            : HeaderReading.Damaged(Name);
    }
}
