using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Pictures;

/// <summary>How much room a picture takes.</summary>
public enum PictureWidth
{
    /// <summary>The column.</summary>
    Normal,

    /// <summary>A little wider than the column.</summary>
    Wide,

    /// <summary>The whole window.</summary>
    Full,
}

/// <summary>On which side of the text a picture stands.</summary>
public enum PictureAlign
{
    /// <summary>Between the paragraphs.</summary>
    None,

    /// <summary>Left of the text.</summary>
    Left,

    /// <summary>Right of the text.</summary>
    Right,
}

/// <summary>A picture in a body, as far as the file itself knows it: what its file is and what a sidecar says is found when the page is filled.</summary>
public sealed record Figure
{
    /// <summary>The address as written.</summary>
    public required string Src { get; init; }

    /// <summary>
    /// Where its file may lie, best first: paths below the content folder, or beside it (<c>../static/x.jpg</c>, media roots only).
    /// Empty for pictures elsewhere.
    /// </summary>
    public required IReadOnlyList<string> Candidates { get; init; }

    /// <summary>The host of a picture elsewhere (<c>data:</c> for one in the address itself), which is never fetched; null for our own.</summary>
    public string? ForeignHost { get; init; }

    /// <summary>Alternative text as written; empty where there is none.</summary>
    public required string Alt { get; init; }

    /// <summary>The caption, safe HTML that may hold markers (see <c>BodyMarkup</c>), or null.</summary>
    public string? CaptionHtml { get; init; }

    /// <summary>What the article says about it.</summary>
    public PictureFacts Facts { get; init; } = PictureFacts.None;

    /// <summary>How much room it takes.</summary>
    public PictureWidth Width { get; init; }

    /// <summary>On which side it stands.</summary>
    public PictureAlign Align { get; init; }

    /// <summary>Whether it stands within a line of text: a bare picture then, without frame, caption and badge.</summary>
    public bool Inline { get; init; }

    /// <summary>Where the picture links to (http, https or root-relative), or null.</summary>
    public string? Link { get; init; }

    /// <summary>Where it is written: at <c>!</c>, or at <c>&lt;</c> of an HTML picture.</summary>
    public TextSpan Span { get; init; }

    /// <summary>Whether it gives away a plot.</summary>
    public bool Spoiler => Facts.Spoiler == true;

    /// <summary>Whether it may go without alternative text.</summary>
    public bool Decorative => Facts.Decorative == true;

    /// <summary>Whether search engines shall leave it alone.</summary>
    public bool NoIndex => Facts.NoIndex == true;
}
