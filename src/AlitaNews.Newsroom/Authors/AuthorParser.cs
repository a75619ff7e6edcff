using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Authors;

/// <summary>Reads an author file, <c>authors/&lt;id&gt;.md</c>.</summary>
public static class AuthorParser
{
    private static readonly string[] Keys = ["name", "url", "role", "image", "same-as"];

    /// <summary>The author; null where the bag is blocked.</summary>
    public static ParsedPiece<Author>? Parse(SourceFile file, DiagnosticBag bag)
    {
        if (PieceReader.Open(file, bag, DateReader.Utc, "an author", Keys) is not { } piece)
            return null;
        var author = new Author
        {
            Path = piece.Path,
            Id = piece.Id,
            Name = piece.NameOr("name", out var written),
            Url = piece.WebAddress("url"),
            Role = piece.Line("role"),
            Image = piece.Picture("image"),
            SameAs = piece.WebAddresses("same-as"),
        };
        return new ParsedPiece<Author>(author, piece.BodyStart) { TitleWritten = written, References = piece.Values.References };
    }
}
