using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using AlitaNews.Newsroom.Pictures.Headers;

namespace AlitaNews.Newsroom.Pictures;

/// <summary>
/// What the first bytes of a picture say of it, read by our own code before any decoder sees the file: a header can lie about
/// its size, but it cannot make this loop, throw or allocate.
/// </summary>
/// <param name="Format">The format, told by content, never by the file's name.</param>
/// <param name="Width">Width in pixels as it is shown, after its orientation is applied.</param>
/// <param name="Height">Height in pixels as it is shown.</param>
/// <param name="Animated">Whether it has more than one frame.</param>
public sealed record ImageHeader(ImageFormat Format, int Width, int Height, bool Animated)
{
    /// <summary>How much of a file is enough for nearly every picture.</summary>
    public const int StartBytes = 256 * 1024;

    /// <summary>Pictures with more pixels are refused.</summary>
    public const long PixelLimit = 60_000_000;

    /// <summary>Files with more bytes are refused.</summary>
    public const long ByteLimit = 50L * 1024 * 1024;

    private const string AnimatedMark = "-animated";

    // Encoders stop at 16,383 pixels: of a ribbon taller than this no rendition of 1,600 pixels' width can be made.
    private const int TallestShape = 10;

    /// <summary>The format as the store keeps it: its word, and <c>-animated</c> behind it where it moves.</summary>
    public string Stored => Animated ? Format.Word() + AnimatedMark : Format.Word();

    /// <summary>
    /// Whether smaller renditions are made of it. Animations and drawings are served as they are, and so are pictures over ten times taller than wide.
    /// </summary>
    public bool HasVariants => VariantsOf(Stored, Width, Height);

    /// <summary>The format in what the store keeps, moving or not; null for none of ours.</summary>
    public static ImageFormat? FormatOf(string stored) =>
        ImageFormatWords.Find(stored.EndsWith(AnimatedMark, StringComparison.Ordinal) ? stored[..^AnimatedMark.Length] : stored);

    /// <summary>The same from what the store keeps: <see cref="Stored"/> and the size.</summary>
    public static bool VariantsOf(string stored, int width, int height) =>
        ImageFormatWords.Find(stored) is not (null or ImageFormat.Gif or ImageFormat.Svg) && height <= (long)width * TallestShape;

    /// <summary>Reads a header and checks it against the limits.</summary>
    /// <param name="start">
    /// The beginning of the file, or all of it. With less than all of it, a few good files cannot be read (a TIFF with its directory at the
    /// end, a JPEG with very large profiles): where this fails and <paramref name="start"/> is not the whole file, ask again with the whole.
    /// With all of it, files that end too early are found as well.
    /// </param>
    /// <param name="fileBytes">The size of the whole file.</param>
    /// <param name="header">What it says.</param>
    /// <param name="problem">Where it cannot be used: why, in words that end a sentence about the file ("it …").</param>
    /// <returns>Whether the picture can be used.</returns>
    public static bool TryRead(
        ReadOnlySpan<byte> start,
        long fileBytes,
        [NotNullWhen(true)] out ImageHeader? header,
        [NotNullWhen(false)] out string? problem)
    {
        header = null;
        problem = null;
        if (fileBytes > ByteLimit)
        {
            problem = string.Create(CultureInfo.InvariantCulture, $"it has {fileBytes / 1048576.0:0.0} MiB; the limit is {ByteLimit / 1048576} MiB");
            return false;
        }

        if (start.IsEmpty)
        {
            problem = "it is empty";
            return false;
        }

        var bytes = new HeaderBytes(start, fileBytes);
        var reading = Read(bytes);
        if (reading.Problem is not null)
            problem = reading.Problem;
        else if (reading.Width <= 0 || reading.Height <= 0)
            problem = "its header gives it no size";
        else if (reading.Width > PixelLimit || reading.Height > PixelLimit || reading.Width * reading.Height > PixelLimit) // two sides of 32 bits overflow their product
            problem = string.Create(CultureInfo.InvariantCulture, $"it has {reading.Width} × {reading.Height} pixels; the limit is {PixelLimit / 1_000_000} megapixels");
        else
            header = new ImageHeader(reading.Format, (int)reading.Width, (int)reading.Height, reading.Animated);
        return header is not null;
    }

    private static HeaderReading Read(HeaderBytes bytes)
    {
        if (bytes.Has(0, [0xFF, 0xD8, 0xFF]))
            return JpegHeader.Read(bytes);
        if (bytes.Has(0, PngHeader.Signature))
            return PngHeader.Read(bytes);
        if (bytes.Has(0, "GIF87a"u8) || bytes.Has(0, "GIF89a"u8))
            return GifHeader.Read(bytes);
        if (bytes.Has(0, "RIFF"u8) && bytes.Has(8, "WEBP"u8))
            return WebPHeader.Read(bytes);
        if (bytes.Has(4, "ftyp"u8))
            return AvifHeader.Read(bytes);
        if (bytes.Has(0, "II*\0"u8) || bytes.Has(0, "MM\0*"u8))
            return TiffHeader.Read(bytes);
        return SvgHeader.Read(bytes);
    }
}
