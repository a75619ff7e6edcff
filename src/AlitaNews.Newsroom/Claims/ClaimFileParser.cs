using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Claims;

/// <summary>Reads a claim's own file, <c>claims/&lt;id&gt;.md</c> (<c>content.md</c>, section 8).</summary>
public static class ClaimFileParser
{
    private static readonly string[] Keys =
        ["text", "aliases", "merges", "split-into", "supersedes", "status-lock", "reason", "topics"];

    /// <summary>The claim file; null where the bag is blocked.</summary>
    public static ParsedPiece<ClaimFile>? Parse(SourceFile file, DiagnosticBag bag)
    {
        if (PieceReader.Open(file, bag, DateReader.Utc, "a claim file", Keys) is not { } piece)
            return null;
        var values = piece.Values;
        var statusLock = ClaimEntryParser.ReadStatus(piece["status-lock"], values);
        var reason = piece.Line("reason");
        if (statusLock is not null && reason is null)
            values.Report(DiagnosticCatalogue.MissingNote, piece["status-lock"]!.Span, "a locked status needs a \"reason\"");
        var claim = new ClaimFile
        {
            Path = piece.Path,
            Id = piece.Id,
            Text = ClaimEntryParser.ReadText(piece["text"], values),
            Aliases = values.IdList(piece["aliases"], "aliases"),
            Merges = values.IdList(piece["merges"], "merges"),
            SplitInto = values.Ids(piece["split-into"], "split-into", FieldReferenceKind.Claim),
            Supersedes = values.Ids(piece["supersedes"], "supersedes", FieldReferenceKind.Claim),
            StatusLock = statusLock,
            Reason = reason,
            Topics = values.Ids(piece["topics"], "topics", FieldReferenceKind.Topic),
        };
        return new ParsedPiece<ClaimFile>(claim, piece.BodyStart) { References = values.References };
    }
}
