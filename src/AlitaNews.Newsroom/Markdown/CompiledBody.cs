using AlitaNews.Newsroom.Pictures;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Markdown;

/// <summary>What a reference points at.</summary>
public enum ReferenceKind
{
    /// <summary>A claim, by id.</summary>
    Claim,

    /// <summary>A source, by id.</summary>
    Source,

    /// <summary>A topic, by id.</summary>
    Topic,

    /// <summary>A page of the site, by the key of a <c>link</c> marker.</summary>
    Link,

    /// <summary>A picture of the site: the target is its address as written.</summary>
    Picture,
}

/// <summary>A place in a body that depends on another file.</summary>
/// <param name="Kind">What it points at.</param>
/// <param name="Target">An id, or the key of a link.</param>
/// <param name="Span">Where it is written.</param>
public sealed record Reference(ReferenceKind Kind, string Target, TextSpan Span);

/// <summary>A heading, after the shift that leaves level 1 to the page.</summary>
/// <param name="Level">2 to 6.</param>
/// <param name="Id">The id of its element.</param>
/// <param name="Text">Its words.</param>
public sealed record Heading(int Level, string Id, string Text);

/// <summary>
/// A body after compilation. The HTML is stored once at ingest; it holds nothing that depends on another file: such places are markers
/// (<see cref="BodyMarkup"/>), which are filled when a page is made.
/// </summary>
/// <param name="Html">Safe HTML with markers.</param>
/// <param name="Figures">The pictures, in order; <c>figure</c> markers hold their index.</param>
/// <param name="References">Every place that depends on another file.</param>
/// <param name="Headings">The headings, in order.</param>
/// <param name="PlainText">The words for search and snippets: no spoilers, no ads, no code blocks.</param>
/// <param name="LiftedTitle">The first level-1 heading, if it was asked for.</param>
/// <param name="Excerpt">The words before <c>&lt;!--more--&gt;</c> and the like, or null.</param>
/// <param name="FirstParagraph">The words of the first paragraph, or null.</param>
/// <param name="Verification">The token of a last paragraph <c>Verification: …</c>, which leaves the body, or null.</param>
/// <param name="Known">Items of <c>:::known</c>.</param>
/// <param name="Unknown">Items of <c>:::unknown</c>.</param>
/// <param name="WordCount">Words a reader reads; no captions, no ads, no code blocks.</param>
public sealed record CompiledBody(
    string Html,
    IReadOnlyList<Figure> Figures,
    IReadOnlyList<Reference> References,
    IReadOnlyList<Heading> Headings,
    string PlainText,
    string? LiftedTitle,
    string? Excerpt,
    string? FirstParagraph,
    string? Verification,
    IReadOnlyList<string> Known,
    IReadOnlyList<string> Unknown,
    int WordCount)
{
    /// <summary>A body without words.</summary>
    public static CompiledBody Empty { get; } = new("", [], [], [], "", null, null, null, null, [], [], 0);
}
