namespace AlitaNews.Newsroom.Pictures.Headers;

/// <summary>PNG: the size stands in the first chunk; a chunk <c>acTL</c> before the pixels makes it an animation.</summary>
internal static class PngHeader
{
    private const string Name = "PNG";
    private const int ChunkFrame = 12;

    /// <summary>The first bytes of every PNG.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static HeaderReading Read(HeaderBytes bytes)
    {
        const int HeaderChunk = 8;
        var width = bytes.U32(HeaderChunk + 8);
        var height = bytes.U32(HeaderChunk + 12);
        if (height < 0)
            return HeaderReading.NotReached(bytes, Name);
        if (!bytes.Has(HeaderChunk + 4, "IHDR"u8) || width > int.MaxValue || height > int.MaxValue)
            return HeaderReading.Damaged(Name);
        if (bytes.IsWhole && bytes.Slice(HeaderChunk, bytes.Length).LastIndexOf("IEND"u8) < 0)
            return HeaderReading.CutShort(Name);
        return new(ImageFormat.Png, width, height, IsAnimated(bytes));
    }

    private static bool IsAnimated(HeaderBytes bytes)
    {
        for (long at = 8; ;)
        {
            var length = bytes.U32(at);
            if (length < 0 || bytes.Has(at + 4, "IDAT"u8))
                return false;
            if (bytes.Has(at + 4, "acTL"u8))
                return bytes.U32(at + 8) > 1;
            at += length + ChunkFrame;
        }
    }
}
