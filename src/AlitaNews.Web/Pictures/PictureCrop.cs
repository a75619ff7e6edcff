using System.Globalization;

namespace AlitaNews.Web.Pictures;

/// <summary>A picture cut to a ratio that search engines ask for, around the point its editor named.</summary>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="X">Where the point is from the left, in tenths of the picture.</param>
/// <param name="Y">Where it is from above, in tenths.</param>
public sealed record PictureCrop(int Width, int Height, int X, int Y)
{
    private const int Widest = 1200;
    private const int Middle = 5;
    private const int Tenths = 10;

    // Faces stand above the middle.
    private const int FaceFromAbove = 3;

    private static readonly (int Width, int Height)[] Ratios = [(16, 9), (4, 3), (1, 1)];

    /// <summary>The cuts of a picture: 16:9, 4:3 and 1:1, none larger than the picture gives.</summary>
    /// <param name="width">The picture's width.</param>
    /// <param name="height">Its height.</param>
    /// <param name="focus">The point as editors write it (<c>30,20</c> in percent, or <c>face</c>), or null: the middle.</param>
    public static IReadOnlyList<PictureCrop> ListFor(int width, int height, string? focus)
    {
        var (x, y) = Point(focus);
        return [.. Ratios.Select(ratio =>
        {
            var wide = (int)Math.Min(Widest, Math.Min(width, (long)height * ratio.Width / ratio.Height));
            return new PictureCrop(Math.Max(1, wide), Math.Max(1, wide * ratio.Height / ratio.Width), x, y);
        })];
    }

    /// <summary>The point in tenths of the picture. Tenths, so that the addresses of one picture stay few.</summary>
    public static (int X, int Y) Point(string? focus)
    {
        if (string.Equals(focus?.Trim(), "face", StringComparison.OrdinalIgnoreCase))
            return (Middle, FaceFromAbove);
        var parts = focus?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        return parts is [var x, var y] && Tenth(x) is { } left && Tenth(y) is { } above ? (left, above) : (Middle, Middle);
    }

    /// <summary>Whether these are among the cuts of a picture of that size.</summary>
    public bool IsOf(int width, int height) =>
        X is >= 0 and <= Tenths && Y is >= 0 and <= Tenths && ListFor(width, height, null).Any(cut => cut.Width == Width && cut.Height == Height);

    /// <summary>The box that is cut out of a picture of some size: as large as its ratio allows, and as near to the point as the edges let it.</summary>
    public (int Left, int Top, int Width, int Height) BoxIn(int width, int height)
    {
        var wide = (int)Math.Min(width, (long)height * Width / Height);
        var high = (int)Math.Min(height, (long)wide * Height / Width);
        return (Edge(X, wide, width), Edge(Y, high, height), Math.Max(1, wide), Math.Max(1, high));
    }

    /// <summary>As addresses name it: <c>1200x675-5-3</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}-{X}-{Y}");

    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else.</summary>
    public static PictureCrop? Find(ReadOnlySpan<char> text)
    {
        Span<Range> parts = stackalloc Range[5];
        if (text.SplitAny(parts, "x-") != 4)
            return null;
        Span<int> numbers = stackalloc int[4];
        for (var i = 0; i < 4; i++)
        {
            if (!int.TryParse(text[parts[i]], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return null;
        }

        var found = new PictureCrop(numbers[0], numbers[1], numbers[2], numbers[3]);
        return text.SequenceEqual(found.ToString()) ? found : null;
    }

    private static int Edge(int tenth, int part, int whole) =>
        (int)Math.Clamp(((long)whole * tenth / Tenths) - (part / 2), 0, whole - part);

    private static int? Tenth(string text) =>
        double.TryParse(text.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100
            ? (int)Math.Round(percent / Tenths)
            : null;
}
