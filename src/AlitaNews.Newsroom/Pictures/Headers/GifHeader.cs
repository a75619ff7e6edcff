namespace AlitaNews.Newsroom.Pictures.Headers;

/// <summary>GIF: the size stands at the front; it moves when a second frame or a loop is found.</summary>
internal static class GifHeader
{
    private const int Extension = 0x21;
    private const int Frame = 0x2C;

    public static HeaderReading Read(HeaderBytes bytes)
    {
        var height = bytes.U16Little(8);
        return bytes.U8(12) < 0
            ? HeaderReading.NotReached(bytes, "GIF")
            : new(ImageFormat.Gif, bytes.U16Little(6), height, IsAnimated(bytes));
    }

    private static bool IsAnimated(HeaderBytes bytes)
    {
        var frames = 0;
        var at = 13 + TableBytes(bytes.U8(10));
        while (true)
        {
            switch (bytes.U8(at))
            {
                case Extension:
                    if (bytes.Has(at + 3, "NETSCAPE2.0"u8))
                        return true;
                    at = AfterBlocks(bytes, at + 2);
                    break;
                case Frame when frames == 1:
                    return true;
                case Frame when bytes.U8(at + 9) is >= 0 and var packed:
                    frames++;
                    at = AfterBlocks(bytes, at + 11 + TableBytes(packed));
                    break;
                default:
                    return false;
            }
        }
    }

    private static long TableBytes(int packed) => (packed & 0x80) == 0 ? 0 : 3L << ((packed & 7) + 1);

    // Data stands in blocks of up to 255 bytes; one of none ends it. Every step goes forward.
    private static long AfterBlocks(HeaderBytes bytes, long at)
    {
        while (bytes.U8(at) is > 0 and var length)
            at += length + 1;
        return at + 1;
    }
}
