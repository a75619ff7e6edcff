using AlitaNews.Newsroom.Pictures;

namespace AlitaNews.Web.Pictures;

/// <summary>The colour that stands where a picture is still to come.</summary>
public static class PlaceholderColour
{
    private const int SmallPicture = 2_000_000;

    /// <summary>The average colour of a picture that is decoded quickly: a JPEG, of which an eighth is enough, or any that is small.</summary>
    /// <param name="header">What its header says.</param>
    /// <param name="file">All of the file. Decoding takes some milliseconds.</param>
    /// <returns><c>#rrggbb</c>, or null: none is worth the time, or it cannot be decoded (drawings in SVG are not).</returns>
    public static string? Find(ImageHeader header, byte[] file) =>
        header.Format != ImageFormat.Jpeg && (long)header.Width * header.Height > SmallPicture ? null : Of(file);

    /// <summary>The average colour of a picture, however long it takes.</summary>
    /// <param name="file">All of the file.</param>
    /// <returns><c>#rrggbb</c>, or null for what cannot be decoded.</returns>
    public static string? Of(byte[] file) => PictureCodec.AverageColour(file) is { } colour ? "#" + Convert.ToHexStringLower(colour) : null;
}
