using System.Globalization;
using System.Security.Cryptography;
using AlitaNews.Store.Pictures;

namespace AlitaNews.Web.Pictures;

/// <summary>One rendition of one picture.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Width">Its width; one of <see cref="PictureRecipe.WidthsFor"/>.</param>
/// <param name="Format">Its coding.</param>
/// <param name="Crop">How it is cut, or null: whole.</param>
public sealed record Rendition(StoredPicture Picture, int Width, RenditionFormat Format, PictureCrop? Crop = null)
{
    private const int FactsDigits = 8;

    /// <summary>What its bytes follow from: the picture's content, what is said about it, its size and coding. Good as a validator: every instance has the same.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Picture.Hash}-{FactsOf(Picture)}-{Crop?.ToString() ?? Width.ToString(CultureInfo.InvariantCulture)}.{Format.Ending()}");

    private static string FactsOf(StoredPicture picture) =>
        XmpPacket.Write(picture.Facts) is { } packet ? Convert.ToHexStringLower(SHA256.HashData(packet))[..FactsDigits] : "0";
}

/// <summary>
/// Where finished renditions lie: below the data folder, by recipe and content hash. A file is there whole or not at all, also after a kill: it
/// is written elsewhere and then moved. Several instances may share the folder.
/// </summary>
public sealed class RenditionFolder
{
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly string _recipe;
    private readonly string _unfinished;

    /// <summary>A folder below the data folder; it is made when the first file is written.</summary>
    public RenditionFolder(string dataFolder)
    {
        var root = Path.Combine(dataFolder, "pictures");
        _recipe = Path.Combine(root, PictureRecipe.Version);
        _unfinished = Path.Combine(root, "unfinished");
    }

    /// <summary>The path of a finished rendition, or null.</summary>
    public string? Find(Rendition rendition)
    {
        var path = PathOf(rendition);
#pragma warning disable CA3003 // The path is made of a content hash from the database, a width of the recipe and a fixed ending: nothing a reader wrote is in it.
        return File.Exists(path) ? path : null;
#pragma warning restore CA3003
    }

    /// <summary>Keeps a rendition.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public string Keep(Rendition rendition, ReadOnlySpan<byte> bytes)
    {
        var path = PathOf(rendition);
        var half = Path.Combine(_unfinished, Path.GetRandomFileName());
        Directory.CreateDirectory(_unfinished);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            File.WriteAllBytes(half, bytes);
            File.Move(half, path, overwrite: true);
        }
        catch
        {
            File.Delete(half);
            throw;
        }

        return path;
    }

    /// <summary>Removes what a killed process left half written, and the renditions of earlier recipes.</summary>
    /// <param name="now">The machine's clock.</param>
    public void Tidy(DateTime now)
    {
        if (Directory.Exists(_unfinished))
        {
            foreach (var half in Directory.EnumerateFiles(_unfinished).Where(path => File.GetLastWriteTimeUtc(path) < now - Abandoned))
                File.Delete(half);
        }

        if (Path.GetDirectoryName(_recipe) is { } root && Directory.Exists(root))
        {
            foreach (var old in Directory.EnumerateDirectories(root).Where(path => path != _recipe && path != _unfinished && Path.GetFileName(path).All(char.IsAsciiDigit)))
                Directory.Delete(old, recursive: true);
        }
    }

    private string PathOf(Rendition rendition) => Path.Combine(_recipe, rendition.Key[..2], rendition.Key);
}
