using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.FrontMatter;

/// <summary>A file that is not an article (a page, an author, a source …) after its front matter was read and before its body is known.</summary>
/// <typeparam name="T">What it describes.</typeparam>
/// <param name="Piece">What the front matter says.</param>
/// <param name="BodyStart">The offset at which the body begins.</param>
public sealed record ParsedPiece<T>(T Piece, int BodyStart)
{
    /// <summary>Whether the front matter has the title or name; if not, it was made of the file name.</summary>
    public bool TitleWritten { get; init; } = true;

    /// <summary>The standfirst as written, inline Markdown.</summary>
    public MarkdownField? Standfirst { get; init; }

    /// <summary>What the front matter names.</summary>
    public IReadOnlyList<FieldReference> References { get; init; } = [];

    /// <summary>Where a section says that it is a draft, or null.</summary>
    public TextSpan? DraftSpan { get; init; }

    /// <summary>What a section says for every article below it, or null.</summary>
    public FieldNode? Cascade { get; init; }
}
