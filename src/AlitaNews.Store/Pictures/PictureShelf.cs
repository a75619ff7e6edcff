using AlitaNews.Newsroom;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Pictures;

namespace AlitaNews.Store.Pictures;

/// <summary>A picture's row, with its sidecar.</summary>
internal sealed record MediaRow
{
    public required string Path { get; init; }

    public required byte[] Hash { get; init; }

    public required string Format { get; init; }

    public int Width { get; init; }

    public int Height { get; init; }

    public string? Colour { get; init; }

    public string? Embedded { get; init; }

    public string? Sidecar { get; init; }
}

/// <summary>The pictures that a page may need, by path: finds the file that a figure means and settles what is said of it.</summary>
internal sealed class PictureShelf(IEnumerable<MediaRow> rows)
{
    // Shown where the file is not there and nobody says how large it was.
    private const int PlaceholderWidth = 1200;
    private const int PlaceholderHeight = 675;

    private readonly Dictionary<string, MediaRow> _rows = rows.ToDictionary(static row => row.Path, StringComparer.Ordinal);

    /// <summary>A figure as a page shows it.</summary>
    /// <param name="figure">What the file says.</param>
    /// <param name="path">The file that shows it.</param>
    /// <param name="slug">The slug of the article it belongs to; empty for other files.</param>
    /// <param name="findDisplay">What is displayed of a claim now, null for one that is not known; null: no claims are at hand here.</param>
    public ShownPicture Show(Figure figure, string path, string slug, Func<string, ClaimDisplay?>? findDisplay = null)
    {
        var row = figure.Candidates.Select(candidate => _rows.GetValueOrDefault(candidate)).FirstOrDefault(static found => found is not null);
        return Show(figure, row, path, slug, findDisplay);
    }

    /// <summary>A figure whose file is known already.</summary>
    public static ShownPicture Show(Figure figure, MediaRow? row, string path, string slug, Func<string, ClaimDisplay?>? findDisplay = null)
    {
        var facts = figure.Facts
            .Or(row?.Sidecar is { } sidecar ? Pieces.Read(sidecar, Pieces.Default.PictureFacts) : null)
            .Or(row?.Embedded is { } embedded ? Pieces.Read(embedded, Pieces.Default.PictureFacts) : null);
        var kind = facts.Kind ?? PictureKindWords.GuessFrom(figure.Alt + " " + figure.CaptionHtml) ?? PictureKind.Photo;
        var (license, licenseUrl) = Licence.Read(facts.License, facts.LicenseUrl);
        return new ShownPicture
        {
            Url = row is null ? null : MediaAddress.Of(row.Path, path, slug),
            Hash = row is not null && ImageHeader.VariantsOf(row.Format, row.Width, row.Height) ? Convert.ToHexStringLower(row.Hash) : null,
            Width = row?.Width ?? PlaceholderWidth,
            Height = row?.Height ?? PlaceholderHeight,
            Alt = figure.Alt.Length > 0 ? figure.Alt : facts.Alt ?? "",
            Kind = kind.Word(),
            Badge = kind.Badge(),
            Authenticity = AuthenticityOf(facts, findDisplay)?.ToString().ToLowerInvariant(),
            CaptionHtml = figure.CaptionHtml ?? (facts.Caption is { Length: > 0 } caption ? Newsroom.Markdown.NewsMarkdown.InlineHtml(caption, path) : null),
            Credit = facts.Agency is { Length: > 0 } agency && facts.Credit is { Length: > 0 } by ? $"{by} / {agency}" : facts.Credit ?? facts.Agency,
            CreditUrl = facts.CreditUrl,
            License = license,
            LicenseUrl = licenseUrl,
            Taken = string.Join(", ", new[] { facts.Place, facts.Taken }.Where(static part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } taken ? taken : null,
            Source = string.IsNullOrWhiteSpace(facts.Source) ? null : facts.Source,
            Copyright = facts.Copyright,
            AcquireUrl = facts.AcquireUrl,
            SourceType = facts.SourceType,
            Room = figure.Width.ToString().ToLowerInvariant(),
            Side = figure.Align == PictureAlign.None ? null : figure.Align.ToString().ToLowerInvariant(),
            Inline = figure.Inline,
            Link = figure.Link,
            ForeignHost = figure.ForeignHost,
            ForeignUrl = figure.ForeignHost is null ? null : ForeignUrlOf(figure.Src),
            Colour = row?.Colour,
            Focus = facts.Focus,
            Spoiler = facts.Spoiler == true,
        };
    }

    // One that stands with a claim follows it. Where no claims are at hand, as in lists, nothing is said: what is written may be out of date.
    private static PictureAuthenticity? AuthenticityOf(PictureFacts facts, Func<string, ClaimDisplay?>? findDisplay)
    {
        if (facts.Claim is not { Length: > 0 } claim)
            return facts.Authenticity;
        return findDisplay is null ? null : findDisplay(claim) switch
        {
            ClaimDisplay.Confirmed => PictureAuthenticity.Genuine,
            ClaimDisplay.Partly => PictureAuthenticity.Altered,
            ClaimDisplay.Debunked or ClaimDisplay.Missed => PictureAuthenticity.Fake,
            ClaimDisplay.Rumour or ClaimDisplay.Unverified or ClaimDisplay.Overdue or ClaimDisplay.Disputed => PictureAuthenticity.Unverified,
            _ => facts.Authenticity,
        };
    }

    private static string? ForeignUrlOf(string src) =>
        Uri.TryCreate(src.StartsWith("//", StringComparison.Ordinal) ? "https:" + src : src, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? uri.AbsoluteUri
            : null;
}

/// <summary>The public addresses of pictures (<c>content.md</c>, section 2): <c>/media/{path below media/}</c>, or <c>/media/{slug}/{name}</c> for what lies with an article.</summary>
public static class MediaAddress
{
    /// <summary>The address of a picture.</summary>
    /// <param name="picture">Its path, relative to the content folder.</param>
    /// <param name="file">The file that shows it.</param>
    /// <param name="slug">The slug of the article it belongs to; empty for other files.</param>
    public static string Of(string picture, string file, string slug)
    {
        if (picture.StartsWith("media/", StringComparison.Ordinal))
            return "/" + Escape(picture);
        if (slug.Length > 0 && FindNameBeside(picture, file) is { } name)
            return $"/media/{Escape(slug)}/{Escape(name)}";

        // A media root of another generator, inside the folder or beside it, or a page's own folder.
        return "/media/" + Escape(picture.StartsWith("../", StringComparison.Ordinal) ? picture["../".Length..] : picture);
    }

    /// <summary>A picture's path below the bundle or folder of an article's file, or null where it lies elsewhere.</summary>
    public static string? FindNameBeside(string picture, string file)
    {
        var folder = ContentLayout.FolderOf(file);
        var bundle = ContentLayout.IsBundleIndex(file) ? folder : Path.ChangeExtension(file, null);
        if (picture.StartsWith(bundle + "/", StringComparison.Ordinal))
            return picture[(bundle.Length + 1)..];
        return folder.Length > 0 && picture.StartsWith(folder + "/", StringComparison.Ordinal) ? picture[(folder.Length + 1)..] : null;
    }

    private static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
