using AlitaNews.Store.Pictures;
using AlitaNews.Web.Pictures;

namespace AlitaNews.Web.Cards;

/// <summary>A share image that is drawn.</summary>
/// <param name="Png">The file.</param>
/// <param name="Complete">Whether it shows all it should; false where its picture could not be read.</param>
public sealed record DrawnCard(byte[] Png, bool Complete);

/// <summary>Draws share images, one at a time, and keeps the newest in memory up to a bound. Thread-safe; one for a process.</summary>
public sealed class CardShelf(PictureFinder pictures, PictureVariants variants) : IDisposable
{
    private const long MostBytes = 32 * 1024 * 1024;
    private const int PictureWidth = 800;
    private const string MediaPrefix = "/media/";

    private readonly SemaphoreSlim _drawing = new(1);
    private readonly Lock _moving = new();
    private Dictionary<string, DrawnCard> _kept = new(StringComparer.Ordinal);
    private long _bytes;

    /// <summary>A card that is drawn already, or null.</summary>
    /// <param name="address">Its versioned address (<see cref="ShareCard.Address"/>).</param>
    public DrawnCard? Find(string address)
    {
        lock (_moving)
            return _kept.GetValueOrDefault(address);
    }

    /// <summary>A card, which is drawn if need be.</summary>
    public async Task<DrawnCard> DrawAsync(ShareCard card, CancellationToken cancel)
    {
        if (Find(card.Address) is { } kept)
            return kept;
        var picture = await ReadPictureAsync(card.Picture, cancel);
        await _drawing.WaitAsync(cancel);
        try
        {
            if (Find(card.Address) is { } meanwhile)
                return meanwhile;
            var png = await Task.Run(() => CardDrawing.Draw(card, picture), CancellationToken.None);
            var drawn = new DrawnCard(png, Complete: card.Picture is null || picture is not null);
            if (drawn.Complete)
                Keep(card.Address, drawn);
            return drawn;
        }
        finally
        {
            _drawing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _drawing.Dispose();

    private void Keep(string address, DrawnCard drawn)
    {
        lock (_moving)
        {
            if (_bytes + drawn.Png.Length > MostBytes)
                (_kept, _bytes) = (new(StringComparer.Ordinal), 0); // they cost some 50 ms each: not worth a finer order
            _kept[address] = drawn;
            _bytes += drawn.Png.Length;
        }
    }

    private static RenditionFormat QuickestFor(string address) =>
        RenditionAddress.FallbackOf(address) == RenditionFormat.Jpeg ? RenditionFormat.Jpeg : RenditionFormat.WebP;

    private async Task<byte[]?> ReadPictureAsync(ShownPicture? shown, CancellationToken cancel)
    {
        if (shown?.Url?.StartsWith(MediaPrefix, StringComparison.Ordinal) != true)
            return null;
        if (await pictures.FindAsync(Uri.UnescapeDataString(shown.Url[MediaPrefix.Length..]), cancel) is not { HasVariants: true } picture || picture.Hash != shown.Hash)
            return null;
        var width = PictureRecipe.WidthsFor(picture.Width).LastOrDefault(static step => step <= PictureWidth);
        // Of a picture that no reader has seen yet, the coding that is quickest to make.
        var path = width == 0 ? null
            : variants.Find(new Rendition(picture, width, RenditionFormat.WebP)) ?? await variants.MakeAsync(new Rendition(picture, width, QuickestFor(shown.Url)), cancel);
        return path is null ? null : await File.ReadAllBytesAsync(path, cancel);
    }
}
