namespace AlitaNews.Newsroom.Pictures.Headers;

/// <summary>The fields of a TIFF directory, as TIFF files and EXIF blocks have them.</summary>
internal static class TiffDirectory
{
    /// <summary>Orientation, as EXIF counts it (1 to 8; from 5 on width and height are exchanged).</summary>
    public const int Orientation = 0x0112;

    private const int ShortType = 3;
    private const int LongType = 4;
    private const int EntryBytes = 12;

    /// <summary>The first number of a field of the first directory, or -1 where it is not there.</summary>
    /// <param name="bytes">What is known.</param>
    /// <param name="start">Where the TIFF structure begins.</param>
    /// <param name="tag">The field.</param>
    public static long FindNumber(HeaderBytes bytes, long start, int tag)
    {
        var entry = FindEntry(bytes, start, tag, out var little);
        if (entry < 0)
            return -1;
        return U16(bytes, entry + 2, little) switch
        {
            ShortType => U16(bytes, entry + 8, little),
            LongType => U32(bytes, entry + 8, little),
            _ => -1,
        };
    }

    /// <summary>The bytes of a text field of the first directory; empty where it is not there.</summary>
    public static ReadOnlySpan<byte> FindText(HeaderBytes bytes, long start, int tag)
    {
        const int AsciiType = 2;
        var entry = FindEntry(bytes, start, tag, out var little);
        if (entry < 0 || U16(bytes, entry + 2, little) != AsciiType)
            return [];
        var length = U32(bytes, entry + 4, little);
        return length <= 4 ? bytes.Slice(entry + 8, length) : bytes.Slice(start + U32(bytes, entry + 8, little), length);
    }

    /// <summary>Whether the first directory is among the known bytes.</summary>
    public static bool IsKnown(HeaderBytes bytes, long start) => U16(bytes, start + U32(bytes, start + 4, IsLittle(bytes, start)), IsLittle(bytes, start)) >= 0;

    private static long FindEntry(HeaderBytes bytes, long start, int tag, out bool little)
    {
        little = IsLittle(bytes, start);
        var offset = U32(bytes, start + 4, little);
        if (offset < 8)
            return -1;
        var directory = start + offset;
        var count = U16(bytes, directory, little); // at most 65,535: the walk is bounded by its type
        for (var i = 0; i < count; i++)
        {
            var entry = directory + 2 + (long)i * EntryBytes;
            var found = U16(bytes, entry, little);
            if (found == tag)
                return entry;
            if (found < 0)
                return -1;
        }

        return -1;
    }

    private static bool IsLittle(HeaderBytes bytes, long start) => bytes.U8(start) == 'I';

    private static int U16(HeaderBytes bytes, long at, bool little) => little ? bytes.U16Little(at) : bytes.U16(at);

    private static long U32(HeaderBytes bytes, long at, bool little) => little ? bytes.U32Little(at) : bytes.U32(at);
}
