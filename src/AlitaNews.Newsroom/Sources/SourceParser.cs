using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Sources;

/// <summary>Reads a source file, <c>sources/&lt;id&gt;.md</c> (<c>content.md</c>, section 11).</summary>
public static class SourceParser
{
    private static readonly string[] Keys =
        ["name", "kind", "on-record", "url", "same-as", "works-for", "beat", "aliases", "retired", "policy-note"];

    private static readonly Dictionary<string, SourceKind> Kinds = new(StringComparer.Ordinal)
    {
        ["person"] = SourceKind.Person,
        ["outlet"] = SourceKind.Outlet,
        ["leaker"] = SourceKind.Leaker,
        ["official"] = SourceKind.Official,
        ["document"] = SourceKind.Document,
        ["anonymous-class"] = SourceKind.AnonymousClass,
    };

    /// <summary>The source; null where the bag is blocked.</summary>
    public static ParsedPiece<Source>? Parse(SourceFile file, DiagnosticBag bag)
    {
        if (PieceReader.Open(file, bag, DateReader.Utc, "a source", Keys) is not { } piece)
            return null;
        var source = new Source
        {
            Path = piece.Path,
            Id = piece.Id,
            Name = piece.NameOr("name", out var written),
            Kind = piece.Values.Word(piece["kind"], "kind of source", Kinds) ?? SourceKind.Person,
            OnRecord = piece.Flag("on-record"),
            Url = piece.WebAddress("url"),
            SameAs = piece.WebAddresses("same-as"),
            WorksFor = piece.Line("works-for"),
            Beat = piece.Line("beat"),
            Aliases = piece.Values.IdList(piece["aliases"], "aliases"),
            Retired = piece.Flag("retired"),
            PolicyNote = piece.Line("policy-note"),
        };
        return new ParsedPiece<Source>(source, piece.BodyStart) { TitleWritten = written };
    }
}
