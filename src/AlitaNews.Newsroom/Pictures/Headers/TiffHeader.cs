namespace AlitaNews.Newsroom.Pictures.Headers;

/// <summary>TIFF: size and orientation stand in the first directory, which may lie anywhere in the file.</summary>
internal static class TiffHeader
{
    private const int WidthTag = 0x0100;
    private const int HeightTag = 0x0101;
    private const int FirstTurned = 5;

    public static HeaderReading Read(HeaderBytes bytes)
    {
        if (!TiffDirectory.IsKnown(bytes, 0))
            return HeaderReading.NotReached(bytes, "TIFF");
        var width = TiffDirectory.FindNumber(bytes, 0, WidthTag);
        var height = TiffDirectory.FindNumber(bytes, 0, HeightTag);
        var turned = TiffDirectory.FindNumber(bytes, 0, TiffDirectory.Orientation) is >= FirstTurned and <= 8;
        return turned ? new(ImageFormat.Tiff, height, width) : new(ImageFormat.Tiff, width, height);
    }
}
