using AlitaNews.Newsroom.Pictures;
using AlitaNews.Store.Pictures;
using AlitaNews.Web.Pages;
using AlitaNews.Web.Publishing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace AlitaNews.Web.Pictures;

/// <summary>
/// Serves pictures and their renditions, and the other files of bundles. Only what the current edition knows as such is ever opened; a name that leads elsewhere is
/// simply not known.
/// </summary>
[NotAPage]
[Route("/media")]
public sealed class MediaController(PictureFinder pictures, PictureVariants variants, AvifWorker avifs, ContentFolder content, Listeners listeners) : Controller
{
    // A drawing is a document: opened by itself it may run nothing, ask for nothing and belongs to no origin.
    private const string Sandbox = "default-src 'none'; sandbox; frame-ancestors 'none'";

    /// <summary>A picture or a rendition of one.</summary>
    /// <param name="address">What follows <c>/media/</c>.</param>
    /// <param name="cancel">The reader left.</param>
    [HttpGet("{**address}")]
    [HttpHead("{**address}")]
    public async Task<IActionResult> Show(string? address, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(address))
            return NotFound();
        if (address.Any(char.IsControl))
            return BadRequest();
        if (RenditionAddress.TryParse(address, out var wanted) && await FindAsync(wanted.Original, cancel) is { } picture)
            return await ShowRenditionAsync(picture, wanted, cancel);
        return await FindAsync(address, cancel) is { } original ? ShowOriginal(original, cancel) : NotFound();
    }

    private async Task<StoredPicture?> FindAsync(string address, CancellationToken cancel)
    {
        var picture = await pictures.FindAsync(address, cancel);
        return picture?.Hidden == true && !listeners.IsManagement(HttpContext) ? null : picture;
    }

    private IActionResult ShowOriginal(StoredPicture picture, CancellationToken cancel)
    {
        if ((picture.Format is null && !picture.IsOtherFile) || content.Resolve(picture.Path) is not { } path)
            return NotFound();
        var there = content.ListAt(picture.Path, [], cancel).ToArray();
        if (there is not [var file])
            return NotFound();
        Response.Headers.ContentSecurityPolicy = Sandbox;

        // A drawing may hold a script, and so may other files. In a page it cannot run, opened by itself it could: it is not opened but saved.
        var type = picture.Format is { } format ? MediaTypeOf(format) : OtherFileType.Of(picture.Path);
        if (picture.Format == ImageFormat.Svg || (picture.IsOtherFile && !OtherFileType.Plays(type)))
            Response.Headers.ContentDisposition = "attachment";

        // A file that changed a moment ago is not what the edition describes: it has no validator until the next one.
        var known = file.Stamp.Size == picture.Bytes;
        Response.Headers.CacheControl = known ? CacheControl.Brief : PictureCaching.AskAgain;
        return new PhysicalFileResult(path, type)
        {
            EntityTag = known ? new EntityTagHeaderValue($"\"{picture.Hash}\"") : null,
            EnableRangeProcessing = true,
        };
    }

    private async Task<IActionResult> ShowRenditionAsync(StoredPicture picture, RenditionAddress wanted, CancellationToken cancel)
    {
        var width = wanted.Crop is { } cut
            ? cut.IsOf(picture.Width, picture.Height) ? cut.Width : 0
            : PictureRecipe.WidthsFor(picture.Width).FirstOrDefault(offered => offered == wanted.Width);
        if (!picture.HasVariants || width == 0 || !IsOffered(wanted))
            return NotFound();

        // An address of an earlier state of the picture still shows the picture, but nobody may keep it under that name.
        var caching = wanted.Fingerprint == RenditionAddress.FingerprintOf(picture.Hash) ? PictureCaching.ForEver : CacheControl.Brief;
        var rendition = new Rendition(picture, width, wanted.Format, wanted.Crop);
        if (wanted.Format == RenditionFormat.Avif && variants.Find(rendition) is null)
        {
            avifs.Ask(rendition);
            rendition = rendition with { Format = RenditionFormat.WebP };
            caching = PictureCaching.AskAgain;
        }

        Response.Headers.ContentSecurityPolicy = Sandbox;
        if (await variants.MakeAsync(rendition, cancel) is { } path)
        {
            Response.Headers.CacheControl = caching;
            return PhysicalFile(path, rendition.Format.MediaType(), null, new EntityTagHeaderValue($"\"{rendition.Key}\""), enableRangeProcessing: true);
        }

        Response.Headers.CacheControl = PictureCaching.AskAgain;
        var height = wanted.Crop?.Height ?? PictureRecipe.HeightFor(picture.Width, picture.Height, rendition.Width);
        return File(PictureCodec.Placeholder(rendition.Width, height, rendition.Format), rendition.Format.MediaType());
    }

    private static bool IsOffered(RenditionAddress wanted) =>
        (wanted.Crop is null && wanted.Format is RenditionFormat.Avif or RenditionFormat.WebP) || wanted.Format == RenditionAddress.FallbackOf(wanted.Original);

    private static string MediaTypeOf(ImageFormat format) => format switch
    {
        ImageFormat.Jpeg => "image/jpeg",
        ImageFormat.Png => "image/png",
        ImageFormat.Gif => "image/gif",
        ImageFormat.WebP => "image/webp",
        ImageFormat.Avif => "image/avif",
        ImageFormat.Svg => "image/svg+xml",
        _ => "image/tiff",
    };
}
