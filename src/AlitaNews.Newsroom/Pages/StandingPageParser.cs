using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Site;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Pages;

/// <summary>Reads the pages that stand, <c>pages/&lt;name&gt;.md</c>, and those of sections, <c>_index.md</c>.</summary>
public static class StandingPageParser
{
    private static readonly string[] PageKeys = ["title", "standfirst", "description", "updated", "noindex", "aliases"];
    private static readonly string[] SectionKeys = ["title", "standfirst", "description", "cascade", "aliases", "draft"];

    /// <summary>
    /// The page; null where the bag is blocked. Without a written title its file name stands for it, and a first level-1 heading of the
    /// body may take its place.
    /// </summary>
    public static ParsedPiece<StandingPage>? Parse(SourceFile file, SiteFile site, DiagnosticBag bag)
    {
        var dates = DateReader.Find(site.TimeZone) ?? DateReader.Utc;
        if (PieceReader.Open(file, bag, dates, "a page", PageKeys) is not { } piece)
            return null;
        var title = piece.Line("title");
        var page = new StandingPage
        {
            Path = piece.Path,
            Name = piece.Id,
            Title = title ?? piece.StemInWords,
            Description = piece.Line("description"),
            Updated = piece.Values.Instant(piece["updated"], "updated"),
            NoIndex = piece.Flag("noindex"),
            Aliases = ArticleAddresses.ReadPaths(piece["aliases"], piece.Values, "aliases", site.BaseUrl),
        };
        return new ParsedPiece<StandingPage>(page, piece.BodyStart) { TitleWritten = title is not null, Standfirst = piece.Markdown("standfirst") };
    }

    /// <summary>The page of a section; null where the bag is blocked.</summary>
    /// <param name="file">The <c>_index.md</c>.</param>
    /// <param name="id">The section: the first folder below the articles.</param>
    /// <param name="bag">Takes the findings.</param>
    /// <param name="baseUrl">The site's own origin, or null.</param>
    public static ParsedPiece<SectionPage>? ParseSection(SourceFile file, string id, DiagnosticBag bag, string? baseUrl = null)
    {
        if (PieceReader.Open(file, bag, DateReader.Utc, "a section", SectionKeys) is not { } piece)
            return null;
        var title = piece.Line("title");
        var cascade = piece["cascade"];
        if (cascade is not null and not { Kind: FieldKind.Map or FieldKind.Empty })
        {
            piece.Values.Report(DiagnosticCatalogue.WrongType, cascade.Span, "\"cascade\" must be a map of keys and values");
            cascade = null;
        }

        var page = new SectionPage { Path = piece.Path, Id = Slug.Of(id), Title = title ?? id, Aliases = ArticleAddresses.ReadPaths(piece["aliases"], piece.Values, "aliases", baseUrl) };
        return new ParsedPiece<SectionPage>(page, piece.BodyStart)
        {
            TitleWritten = title is not null,
            Standfirst = piece.Markdown("standfirst") ?? piece.Markdown("description"), // other generators print that
            Cascade = cascade,
            DraftSpan = piece.Flag("draft") ? piece["draft"]!.Span : null,
        };
    }
}
