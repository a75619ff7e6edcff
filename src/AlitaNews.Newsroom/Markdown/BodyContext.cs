using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Markdown.Guards;
using AlitaNews.Newsroom.Markdown.Headings;
using AlitaNews.Newsroom.Markdown.Shortcodes;
using AlitaNews.Newsroom.Pictures;
using AlitaNews.Newsroom.Text;
using Markdig.Syntax;

namespace AlitaNews.Newsroom.Markdown;

/// <summary>What is known and collected while one body is compiled.</summary>
internal sealed class BodyContext(string path, MarkdownSettings settings, DiagnosticBag? diagnostics)
{
    // All of them are looked up in every round and for every page; a picture in a dozen places.
    private const int MostPictures = 5_000;
    private const int MostReferences = 20_000;

    private HashSet<string>? _adWords;

    /// <summary>The path of the file below the content folder.</summary>
    public string Path { get; } = path;

    /// <summary>How to read it.</summary>
    public MarkdownSettings Settings { get; } = settings;

    /// <summary>The words that, alone in a paragraph, stand for an advertisement slot: every short paragraph is compared with them.</summary>
    public HashSet<string> AdWords => _adWords ??= new(Settings.AdWords, StringComparer.OrdinalIgnoreCase);

    /// <summary>The text that is being read.</summary>
    public required PreparedText Text { get; set; }

    /// <summary>The shortcodes that stand in the text as placeholders.</summary>
    public IReadOnlyList<Shortcode> Shortcodes { get; set; } = [];

    /// <summary>The figures so far.</summary>
    public List<Figure> Figures { get; init; } = [];

    /// <summary>The references so far.</summary>
    public List<Reference> References { get; init; } = [];

    /// <summary>The headings so far.</summary>
    public List<Heading> Headings { get; } = [];

    /// <summary>The ids of the headings so far.</summary>
    public HeadingIds HeadingIds { get; } = new();

    /// <summary>Items of <c>:::known</c>.</summary>
    public List<string> Known { get; } = [];

    /// <summary>Items of <c>:::unknown</c>.</summary>
    public List<string> Unknown { get; } = [];

    /// <summary>How much deeper headings stand on the page than in the text.</summary>
    public int HeadingShift { get; set; }

    /// <summary>The level-1 heading that became the title.</summary>
    public string? LiftedTitle { get; set; }

    /// <summary>The token of the verification paragraph.</summary>
    public string? Verification { get; set; }

    /// <summary>The words of the first paragraph.</summary>
    public string? FirstParagraph { get; set; }

    /// <summary>Whether a caption or the like is read: no figures, embeds or footnotes of its own.</summary>
    public bool InlineOnly { get; init; }

    /// <summary>Whether it is read for a text around it, which ends where this one has too much of something.</summary>
    public bool IsPart { get; private init; }

    /// <summary>Reports something at a place of the prepared text.</summary>
    public void Report(DiagnosticRule rule, int offset, string message, string? hint = null) =>
        diagnostics?.Add(rule, TextSpan.At(Text.ToFile(offset)), message, hint);

    /// <summary>Reports something at a node of the tree.</summary>
    public void Report(DiagnosticRule rule, MarkdownObject node, string message, string? hint = null) =>
        Report(rule, node.Span.Start, message, hint);

    /// <summary>Notes that a place depends on another file.</summary>
    public void Refer(ReferenceKind kind, string target, MarkdownObject node) => Refer(kind, target, node.Span.Start, node.Span.End + 1);

    /// <summary>Notes that a place of the prepared text depends on another file.</summary>
    public void Refer(ReferenceKind kind, string target, int start, int end = 0)
    {
        if (References.Count >= MostReferences)
            throw new TooMuchException($"up to here this text has {MostReferences} links and names of other pages") { Offset = start };
        References.Add(new Reference(kind, target, SpanOf(start, end)));
    }

    /// <summary>Adds a picture to the body.</summary>
    /// <returns>Its index.</returns>
    public int Show(Figure figure, int start)
    {
        if (Figures.Count >= MostPictures)
            throw new TooMuchException($"up to here this text has {MostPictures} pictures") { Offset = start };
        Figures.Add(figure);
        return Figures.Count - 1;
    }

    /// <summary>Where a range of the prepared text stands in the file.</summary>
    public TextSpan SpanOf(int start, int end)
    {
        var first = Text.ToFile(start);
        return new TextSpan(first, Math.Max(first, Text.ToFile(end)));
    }

    /// <summary>A context for a text inside this one: a caption.</summary>
    public BodyContext ForInline(PreparedText text) => new(Path, Settings, diagnostics)
    {
        Text = text,
        Figures = Figures,
        References = References,
        InlineOnly = true,
        IsPart = true,
    };
}
