using System.Globalization;
using AlitaNews.Store.Pictures;

namespace AlitaNews.Web.Pictures;

/// <summary>
/// What a <c>&lt;picture&gt;</c> offers: <c>srcset</c> values for two <c>&lt;source&gt;</c> elements and for the <c>&lt;img&gt;</c>. It depends on the
/// picture alone, never on what has been made already. The layout adds <c>sizes</c>.
/// </summary>
/// <param name="Avif">For <c>type="image/avif"</c>.</param>
/// <param name="WebP">For <c>type="image/webp"</c>.</param>
/// <param name="Fallback">For the <c>&lt;img&gt;</c>.</param>
/// <param name="Src">For the <c>&lt;img&gt;</c> of a reader that knows no <c>srcset</c>: of middling width.</param>
/// <param name="Largest">The largest rendition that every reader can show: for feeds, share links and structured data.</param>
public sealed record PictureSources(string Avif, string WebP, string Fallback, string Src, string Largest)
{
    private const int MiddlingWidth = 800;

    /// <summary>The cuts of a picture that structured data name: 16:9, 4:3 and 1:1; none for one of which no renditions are made.</summary>
    /// <param name="picture">The picture.</param>
    public static IEnumerable<string> CutsOf(ShownPicture picture) => picture is { Url: { } address, Hash: { } hash, Width: > 0, Height: > 0 }
        ? PictureCrop.ListFor(picture.Width, picture.Height, picture.Focus).Select(cut =>
            new RenditionAddress(address, RenditionAddress.FingerprintOf(hash), cut.Width, RenditionAddress.FallbackOf(address), cut).ToString())
        : [];

    /// <summary>The sources of a picture; null for one of which no renditions are made (<paramref name="hash"/> is null): its address alone is offered then.</summary>
    /// <param name="address">The address of the original, escaped.</param>
    /// <param name="hash">Its content hash in hex, or null.</param>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="stamp">Whether it is shown so small that its smallest rendition serves every screen.</param>
    public static PictureSources? Of(string? address, string? hash, int width, bool stamp = false)
    {
        if (address is null || hash is null || width <= 0)
            return null;
        var fingerprint = RenditionAddress.FingerprintOf(hash);
        var widths = PictureRecipe.WidthsFor(width);
        if (stamp)
            widths = [widths[0]];
        var fallback = RenditionAddress.FallbackOf(address);
        string At(int step, RenditionFormat format) => new RenditionAddress(address, fingerprint, step, format).ToString();
        string Set(RenditionFormat format) => stamp ? At(widths[0], format) : string.Join(", ", widths.Select(step => string.Create(CultureInfo.InvariantCulture, $"{At(step, format)} {step}w")));
        var middling = widths.LastOrDefault(static step => step <= MiddlingWidth, widths[0]);
        return new PictureSources(Set(RenditionFormat.Avif), Set(RenditionFormat.WebP), Set(fallback), At(middling, fallback), At(widths[^1], fallback));
    }
}
