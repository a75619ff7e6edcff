namespace AlitaNews.Newsroom.Pictures;

/// <summary>The formats in which pictures are accepted.</summary>
public enum ImageFormat
{
    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>PNG, animated or not.</summary>
    Png,

    /// <summary>GIF.</summary>
    Gif,

    /// <summary>WebP.</summary>
    WebP,

    /// <summary>AVIF.</summary>
    Avif,

    /// <summary>SVG: a drawing in text.</summary>
    Svg,

    /// <summary>TIFF, which browsers cannot show.</summary>
    Tiff,
}

/// <summary>The words that stand for a format where it is stored or printed.</summary>
public static class ImageFormatWords
{
    private static readonly string[] Words = ["jpeg", "png", "gif", "webp", "avif", "svg", "tiff"];

    /// <summary>The word for a format: <c>jpeg</c>, <c>png</c>, <c>gif</c>, <c>webp</c>, <c>avif</c>, <c>svg</c>, <c>tiff</c>.</summary>
    public static string Word(this ImageFormat format) => Words[(int)format];

    /// <summary>The format that a word names, or null.</summary>
    public static ImageFormat? Find(string word)
    {
        var index = Array.IndexOf(Words, word);
        return index < 0 ? null : (ImageFormat)index;
    }
}
