using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AlitaNews.Web.Pictures;

/// <summary>
/// The address of a rendition: the original's, a slash, and <c>{fingerprint}-{width}.{avif|webp|jpg|png}</c>, for example
/// <c>/media/drawings/overdue.jpg/1f0c3a77-800.avif</c>. The fingerprint is eight hex digits over the picture's content and the recipe: what
/// stands at such an address never changes.
/// </summary>
/// <param name="Original">What comes before it.</param>
/// <param name="Fingerprint">The eight digits.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Format">Its coding.</param>
/// <param name="Crop">How it is cut (<c>1f0c3a77-1200x675-5-3.jpg</c>), or null: whole.</param>
public sealed record RenditionAddress(string Original, string Fingerprint, int Width, RenditionFormat Format, PictureCrop? Crop = null)
{
    private const int FingerprintDigits = 8;
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>The fingerprint of a picture.</summary>
    /// <param name="hash">Its content hash, in hex of either case.</param>
    public static string FingerprintOf(string hash) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{PictureRecipe.Version}:{hash.ToLowerInvariant()}")))[..FingerprintDigits];

    /// <summary>The coding of the fallback: PNG stays PNG, because it may be transparent; everything else becomes JPEG.</summary>
    /// <param name="original">The address of the original.</param>
    public static RenditionFormat FallbackOf(string original) =>
        original.EndsWith(".png", StringComparison.OrdinalIgnoreCase) ? RenditionFormat.Png : RenditionFormat.Jpeg;

    /// <summary>Reads an address.</summary>
    /// <returns>Whether it is one of a rendition; whether that exists is another question.</returns>
    public static bool TryParse(string address, [NotNullWhen(true)] out RenditionAddress? rendition)
    {
        rendition = null;
        var slash = address.LastIndexOf('/');
        var name = address.AsSpan(slash + 1);
        var dash = name.IndexOf('-');
        var dot = name.LastIndexOf('.');
        if (slash <= 0 || dash != FingerprintDigits || dot < dash || name[..dash].ContainsAnyExcept(HexDigits))
            return false;
        RenditionFormat? format = name[(dot + 1)..] switch
        {
            "avif" => RenditionFormat.Avif,
            "webp" => RenditionFormat.WebP,
            "jpg" => RenditionFormat.Jpeg,
            "png" => RenditionFormat.Png,
            _ => null,
        };
        var digits = name[(dash + 1)..dot];
        if (format is { } coding && PictureCrop.Find(digits) is { } crop)
        {
            rendition = new RenditionAddress(address[..slash], name[..dash].ToString(), crop.Width, coding, crop);
            return true;
        }

        if (format is not { } known || digits is "" or ['0', ..] || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var width))
            return false;
        rendition = new RenditionAddress(address[..slash], name[..dash].ToString(), width, known);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Original}/{Fingerprint}-{Crop?.ToString() ?? Width.ToString(CultureInfo.InvariantCulture)}.{Format.Ending()}");
}
