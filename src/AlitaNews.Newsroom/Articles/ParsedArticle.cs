using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Pictures;
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

    /// <summary>The title as the front matter has it, a RUMOUR before it included; null where it has none.</summary>
    public string? WrittenTitle { get; init; }

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

    /// <summary>Whether the front matter itself says where another generator put the post.</summary>
    public bool AddressWritten { get; init; }

    /// <summary>How it says that the address is put together (<c>/:year/:title/</c>), or null.</summary>
    public string? AddressPattern { get; init; }

    /// <summary>Where the title stands, else the start of the file.</summary>
    public TextSpan TitleSpan { get; init; }

    /// <summary>Where slug or id stand, else the start of the file: the place of a collision.</summary>
    public TextSpan IdentitySpan { get; init; }

    /// <summary>What the front matter names: topics, sources, people, claims, articles.</summary>
    public IReadOnlyList<FieldReference> References { get; init; } = [];
}

/// <summary>A lead picture as the front matter gives it.</summary>
/// <param name="Src">Its address as written.</param>
/// <param name="Facts">What else is said of it.</param>
/// <param name="Width">How much room it takes.</param>
/// <param name="Align">On which side it stands.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Caption">What is written below it, inline Markdown, or null.</param>
public sealed record HeroField(string Src, PictureFacts Facts, PictureWidth Width, PictureAlign Align, TextSpan Span, MarkdownField? Caption);
