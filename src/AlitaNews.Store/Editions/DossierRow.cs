using AlitaNews.Newsroom;
using AlitaNews.Newsroom.Authors;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Markdown;
using AlitaNews.Newsroom.Pages;
using AlitaNews.Newsroom.Pictures;
using AlitaNews.Newsroom.Sources;
using AlitaNews.Newsroom.Topics;

namespace AlitaNews.Store.Editions;

/// <summary>What the file of a topic, author, source, section, claim or page says, with its pictures.</summary>
internal sealed record DossierPiece
{
    public Topic? Topic { get; init; }

    public Author? Author { get; init; }

    public Source? Source { get; init; }

    public SectionPage? Section { get; init; }

    public ClaimFile? Claim { get; init; }

    public StandingPage? Page { get; init; }

    public IReadOnlyList<Figure> Figures { get; init; } = [];

    public Figure? Picture { get; init; }

    public IReadOnlyList<Heading> Headings { get; init; } = [];
}

/// <summary>What the store held of such a file before a round replaces it.</summary>
internal sealed record DossierBefore
{
    public required string Path { get; init; }

    public required string Kind { get; init; }

    public DateTimeOffset Updated { get; init; }

    public required byte[] TextHash { get; init; }
}

/// <summary>A file of the reference kinds as its row stands in the store.</summary>
internal sealed record DossierRow(
    string Kind, string Id, string Path, string Name, string[] Aliases, DateTimeOffset Updated, string[] Links, string[] Media, string Piece, byte[] TextHash, string Body)
{
    /// <summary>Makes the row of a compiled file, or null where it is of another kind. Text that is as it was keeps its date.</summary>
    public static DossierRow? Find(CompiledFile file, DossierBefore? before, DateTimeOffset now)
    {
        var kind = file.Facts.Kind switch
        {
            FileKind.Topic => "topic",
            FileKind.Author => "author",
            FileKind.Source => "source",
            FileKind.Section => "section",
            FileKind.Claim => "claim",
            FileKind.Page => "page",
            _ => null,
        };
        // An _index.md that is the page of no section has no id, and no row.
        if (kind is null || file.Facts.Id.Length == 0)
            return null;
        var piece = new DossierPiece
        {
            Topic = file.Topic,
            Author = file.Author,
            Source = file.Source,
            Section = file.Section,
            Claim = file.Facts.Claim,
            Page = file.Page,
            Figures = file.Body.Figures,
            Picture = file.Hero,
            Headings = file.Body.Headings,
        };
        return new DossierRow(
            kind,
            file.Facts.Id,
            file.Facts.Path,
            file.Facts.Name,
            [.. file.Facts.AliasIds],
            file.Page?.Updated ?? (before is not null && (file.Untouched || file.TextHash.AsSpan().SequenceEqual(before.TextHash)) ? before.Updated : now),
            [.. file.Body.References.Select(static reference => reference.Target).Distinct(StringComparer.Ordinal)],
            [.. file.Body.Figures.Append(file.Hero).OfType<Figure>().SelectMany(static figure => figure.Candidates).Distinct(StringComparer.Ordinal)],
            Pieces.Write(piece),
            file.TextHash,
            file.Body.Html);
    }
}

/// <summary>An old address as its row stands in the store.</summary>
internal sealed record AddressRow(string Path, string Origin, string File, string? Article, string? Location, string? Reason)
{
    /// <summary>The old addresses that a file answers for.</summary>
    public static IEnumerable<AddressRow> ListOf(CompiledFile file)
    {
        var own = file.Page is { } page ? "/" + page.Name : file.Section is { } section ? "/sections/" + section.Id : null;
        foreach (var alias in file.Redirects.Count == 0 ? file.Facts.Addresses : [])
            yield return new AddressRow(alias, "alias", file.Facts.Path, file.Article?.Id, own, null);
        foreach (var line in file.Redirects)
            yield return new AddressRow(line.From, line.To is null ? "gone" : "redirect", file.Facts.Path, null, line.To, line.Reason);
    }
}

/// <summary>A picture as its row stands in the store.</summary>
/// <param name="Path">Its path, relative to the content folder.</param>
/// <param name="Hash">SHA-256 of the file.</param>
/// <param name="Format">jpeg, png, webp …</param>
/// <param name="Width">Pixels, upright.</param>
/// <param name="Height">Pixels, upright.</param>
/// <param name="Bytes">The file's size.</param>
/// <param name="Embedded">What its metadata says, or null.</param>
/// <param name="Colour">Its average colour as <c>#rrggbb</c>, or null.</param>
public sealed record PictureRow(string Path, byte[] Hash, string Format, int Width, int Height, long Bytes, PictureFacts? Embedded, string? Colour = null);
