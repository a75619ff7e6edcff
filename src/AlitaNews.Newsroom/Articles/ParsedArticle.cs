using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Articles;

/// <summary>
/// An article after its front matter was read and before its body is known. <see cref="ArticleCompletion"/> adds what only the body knows.
/// </summary>
public sealed record ParsedArticle
{
    /// <summary>The article, with values that the body may still replace.</summary>
    public required Article Article { get; init; }

    /// <summary>The offset at which the body begins.</summary>
    public required int BodyStart { get; init; }

    /// <summary>Whether the front matter has a title. If not, a first level-1 heading of the body is one.</summary>
    public required bool TitleWritten { get; init; }

    /// <summary>Whether the front matter says what kind the piece is.</summary>
    public required bool KindWritten { get; init; }

    /// <summary>Whether the front matter has an id; if not, the slug at first sight stays the id.</summary>
    public required bool IdWritten { get; init; }

    /// <summary>The standfirst as written, inline Markdown.</summary>
    public MarkdownField? Standfirst { get; init; }

    /// <summary>How we know, as written, Markdown.</summary>
    public MarkdownField? Backstory { get; init; }

    /// <summary>The lead picture as written; null: the first figure of the body.</summary>
    public HeroField? Hero { get; init; }

    /// <summary>The file's own mark behind its summary, or null.</summary>
    public string? ExcerptSeparator { get; init; }

    /// <summary>Where the title stands, else the start of the file.</summary>
    public TextSpan TitleSpan { get; init; }

    /// <summary>Where slug or id stand, else the start of the file: the place of a collision.</summary>
    public TextSpan IdentitySpan { get; init; }

    /// <summary>What the front matter names: topics, sources, people, claims, articles.</summary>
    public IReadOnlyList<FieldReference> References { get; init; } = [];
}

/// <summary>A value that is Markdown.</summary>
/// <param name="Text">The Markdown.</param>
/// <param name="Span">Where the value stands.</param>
public sealed record MarkdownField(string Text, TextSpan Span);

/// <summary>A lead picture as the front matter gives it.</summary>
/// <param name="Src">Its address as written.</param>
/// <param name="Attributes">What else is said of it, under the keys of a picture (<c>content.md</c>, section 6).</param>
/// <param name="Span">Where it stands.</param>
public sealed record HeroField(string Src, IReadOnlyList<Field> Attributes, TextSpan Span);

/// <summary>What only the body of an article knows.</summary>
public sealed record BodyFacts
{
    /// <summary>The first level-1 heading, if the body gave it up as the title.</summary>
    public string? LiftedTitle { get; init; }

    /// <summary>The words before the mark that ends the summary, or null.</summary>
    public string? Excerpt { get; init; }

    /// <summary>The words of the standfirst, or null.</summary>
    public string? StandfirstText { get; init; }

    /// <summary>The words of the first paragraph, or null.</summary>
    public string? FirstParagraph { get; init; }

    /// <summary>The token of a last paragraph <c>Verification: …</c>, or null.</summary>
    public string? Verification { get; init; }

    /// <summary>Items of <c>:::known</c>.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    /// <summary>Items of <c>:::unknown</c>.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];
}
