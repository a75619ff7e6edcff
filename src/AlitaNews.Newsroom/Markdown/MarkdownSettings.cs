namespace AlitaNews.Newsroom.Markdown;

/// <summary>What of <c>site.yaml</c>, and of a file's front matter, changes how a body is read.</summary>
/// <param name="AdWords">Words that, alone in a paragraph, stand for an advertisement slot.</param>
/// <param name="PandocFigures">Whether an image's description is its caption (<c>site.figures: pandoc</c>).</param>
/// <param name="Typography">Whether quotes, dashes and ellipses are made typographic.</param>
/// <param name="WikiLinks">Whether <c>[[name]]</c> is a link.</param>
/// <param name="Maths">Whether <c>$…$</c> is maths.</param>
public sealed record MarkdownSettings(IReadOnlyList<string> AdWords, bool PandocFigures, bool Typography, bool WikiLinks, bool Maths)
{
    /// <summary>What holds without <c>site.yaml</c>.</summary>
    public static MarkdownSettings Default { get; } = new(["Advertisement"], false, false, false, false);

    /// <summary>Folders in which, or beside which, pictures are looked for after <c>media/</c>.</summary>
    public IReadOnlyList<string> MediaRoots { get; init; } = ["static", "assets", "public", "images", "uploads", "wp-content/uploads"];

    /// <summary>What the content folder itself is called: addresses of Zola that begin with <c>@/</c> may count from the folder above it.</summary>
    public string OwnName { get; init; } = "";

    /// <summary>The folder that holds the articles, ending in a slash; empty: the content folder itself.</summary>
    public string ArticleRoot { get; init; } = "";

    /// <summary>Whether the first level-1 heading is the title and leaves the body: true where the front matter gives none.</summary>
    public bool LiftTitle { get; init; }

    /// <summary>Whether the words are asked for what readers would trip over: those of an article in English.</summary>
    public bool ChecksStyle { get; init; }

    /// <summary>The file's own <c>excerpt_separator</c>, or null.</summary>
    public string? ExcerptSeparator { get; init; }
}
