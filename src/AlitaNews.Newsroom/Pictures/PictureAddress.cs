namespace AlitaNews.Newsroom.Pictures;

/// <summary>
/// Where pictures are served. A file below <c>media/</c> is at <c>/media/{path below it}</c>, one of a bundle at <c>/media/{slug}/{path below
/// its folder}</c>, any other at <c>/media/{its whole path}</c> (without the <c>../</c> of a media root beside the content folder). Names stay as written.
/// </summary>
public static class PictureAddress
{
    private const string Prefix = "/media/";
    private const string MediaFolder = "media/";
    private const string Beside = "../";
    private const string Index = "/index";

    /// <summary>The folder whose pictures belong to an article: of a bundle its own, of <c>name.md</c> the folder <c>name</c> beside it. No slash at the end.</summary>
    public static string BundleOf(string articlePath)
    {
        var stem = articlePath[..^Path.GetExtension(articlePath).Length];
        return stem.EndsWith(Index, StringComparison.Ordinal) ? stem[..^Index.Length] : stem;
    }

    /// <summary>The address of a picture, escaped.</summary>
    /// <param name="path">Where the file lies, relative to the content folder.</param>
    /// <param name="articlePath">The file of the article that shows it, or null.</param>
    /// <param name="slug">That article's slug, or null.</param>
    public static string Of(string path, string? articlePath = null, string? slug = null)
    {
        if (path.StartsWith(MediaFolder, StringComparison.Ordinal))
            return Prefix + Escape(path[MediaFolder.Length..]);
        if (articlePath is not null && slug is not null && BundleOf(articlePath) is { Length: > 0 } bundle && path.StartsWith(bundle + "/", StringComparison.Ordinal))
            return Prefix + Escape(slug + path[bundle.Length..]);
        return Prefix + Escape(path.StartsWith(Beside, StringComparison.Ordinal) ? path[Beside.Length..] : path);
    }

    private static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
