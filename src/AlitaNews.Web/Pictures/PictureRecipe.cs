namespace AlitaNews.Web.Pictures;

/// <summary>The codings in which renditions are made.</summary>
public enum RenditionFormat
{
    /// <summary>AVIF: the smallest, and slow to make.</summary>
    Avif,

    /// <summary>WebP.</summary>
    WebP,

    /// <summary>JPEG, for browsers that know neither.</summary>
    Jpeg,

    /// <summary>PNG, for those, where the original is one: it may be transparent.</summary>
    Png,
}

/// <summary>
/// How renditions are made. Their address holds eight digits over the picture's content and <see cref="Version"/>: whoever changes a
/// figure here raises the version, and every page points at new files.
/// </summary>
public static class PictureRecipe
{
    /// <summary>Part of every fingerprint.</summary>
    public const string Version = "1";

    /// <summary>Quality of WebP, 0 to 100.</summary>
    public const int WebPQuality = 78;

    /// <summary>Quality of AVIF, 0 to 100.</summary>
    public const int AvifQuality = 52;

    /// <summary>How hard the AVIF encoder tries: 4 takes seconds for the largest, 6 takes twice that and brings nothing.</summary>
    public const int AvifEffort = 4;

    /// <summary>Quality of JPEG, 0 to 100.</summary>
    public const int JpegQuality = 80;

    private static readonly int[] Widths = [480, 800, 1200, 1600];

    /// <summary>
    /// The widths in which a picture is made, smallest first: those of the ladder that do not enlarge it, and its own where that is below the top.
    /// </summary>
    public static IReadOnlyList<int> WidthsFor(int width)
    {
        var fitting = Array.FindAll(Widths, step => step <= width);
        return width < Widths[^1] && !Array.Exists(Widths, step => step == width) ? [.. fitting, width] : fitting;
    }

    /// <summary>The height that belongs to a width; never nothing.</summary>
    public static int HeightFor(int width, int height, int wanted) => Math.Max(1, (int)Math.Round((double)height * wanted / width));

    /// <summary>The ending of a rendition's address.</summary>
    public static string Ending(this RenditionFormat format) => format switch
    {
        RenditionFormat.Avif => "avif",
        RenditionFormat.WebP => "webp",
        RenditionFormat.Jpeg => "jpg",
        _ => "png",
    };

    /// <summary>The media type of a rendition.</summary>
    public static string MediaType(this RenditionFormat format) => format switch
    {
        RenditionFormat.Avif => "image/avif",
        RenditionFormat.WebP => "image/webp",
        RenditionFormat.Jpeg => "image/jpeg",
        _ => "image/png",
    };
}
