using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Topics;

/// <summary>Reads a topic file, <c>topics/&lt;id&gt;.md</c>.</summary>
public static class TopicParser
{
    private static readonly string[] Keys = ["name", "kind", "same-as", "image"];

    private static readonly Dictionary<string, TopicKind> Kinds =
        Enum.GetValues<TopicKind>().ToDictionary(static kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>The topic; null where the bag is blocked.</summary>
    public static ParsedPiece<Topic>? Parse(SourceFile file, DiagnosticBag bag)
    {
        if (PieceReader.Open(file, bag, DateReader.Utc, "a topic", Keys) is not { } piece)
            return null;
        var topic = new Topic
        {
            Path = piece.Path,
            Id = piece.Id,
            Name = piece.NameOr("name", out var written),
            Kind = piece.Values.Word(piece["kind"], "kind of topic", Kinds) ?? TopicKind.Subject,
            SameAs = piece.WebAddresses("same-as"),
            Image = piece.Picture("image"),
        };
        return new ParsedPiece<Topic>(topic, piece.BodyStart) { TitleWritten = written, References = piece.Values.References };
    }
}
