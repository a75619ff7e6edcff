namespace AlitaNews.Web.Pictures;

/// <summary>The colour that stands where a picture is still to come.</summary>
public static class PlaceholderColour
{
    /// <summary>The average colour of a picture.</summary>
    /// <param name="file">All of the file. Decoding takes some 10 to 100 ms: not to be done where somebody waits.</param>
    /// <returns><c>#rrggbb</c>, or null for what cannot be decoded (and for drawings in SVG, which are not).</returns>
    public static string? Of(byte[] file) => PictureCodec.AverageColour(file) is { } colour ? "#" + Convert.ToHexStringLower(colour) : null;
}
