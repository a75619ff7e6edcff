using AlitaNews.Newsroom.Pictures;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Rules;

/// <summary>What the rules ask of a picture, wherever it is said: in the text, in a sidecar, in the file itself.</summary>
public sealed record PictureWords
{
    /// <summary>Whether there is alternative text.</summary>
    public bool HasAlt { get; init; }

    /// <summary>Whether somebody is named as its maker or owner.</summary>
    public bool HasCredit { get; init; }

    /// <summary>Whether it says what it is.</summary>
    public bool HasKind { get; init; }

    /// <summary>Whether it may go without alternative text.</summary>
    public bool Decorative { get; init; }

    /// <summary>Pixels from left to right; 0 where that is not known or, of a drawing in lines, means nothing.</summary>
    public int Width { get; init; }

    /// <summary>The part of a picture's facts that the rules ask for.</summary>
    public static PictureWords Of(PictureFacts? facts) => facts is null ? new PictureWords() : new PictureWords
    {
        HasAlt = facts.Alt is { Length: > 0 },
        HasCredit = (facts.Credit ?? facts.Agency ?? facts.Copyright) is { Length: > 0 },
        HasKind = facts.Kind is not null,
        Decorative = facts.Decorative == true,
    };

    /// <summary>What is said here or there.</summary>
    public PictureWords Or(PictureWords? other) => other is null ? this : new PictureWords
    {
        HasAlt = HasAlt || other.HasAlt,
        HasCredit = HasCredit || other.HasCredit,
        HasKind = HasKind || other.HasKind,
        Decorative = Decorative || other.Decorative,
        Width = Math.Max(Width, other.Width),
    };
}

/// <summary>A picture that a file shows.</summary>
/// <param name="Src">Its address as written.</param>
/// <param name="At">Where it is written.</param>
/// <param name="Lead">Whether it is the lead picture.</param>
/// <param name="Says">What is said of it where it is written.</param>
/// <param name="Guess">The kind that its caption gives away, or null.</param>
public sealed record PictureUse(string Src, Place At, bool Lead, PictureWords Says, PictureKind? Guess)
{
    /// <summary>The pictures of a body and the lead picture, without those within a line, which have no room for a credit, and those of other hosts.</summary>
    internal static IReadOnlyList<PictureUse> List(SourceFile file, IReadOnlyList<Figure> figures, Figure? lead) =>
        [.. (lead is null || figures.Contains(lead, ReferenceEqualityComparer.Instance) ? figures : figures.Append(lead))
            .Where(static figure => figure is { Inline: false, ForeignHost: null })
            .Select(figure => Of(file, figure, ReferenceEquals(figure, lead)))];

    private static PictureUse Of(SourceFile file, Figure figure, bool lead)
    {
        var (line, column) = file.Lines.Locate(figure.Span.Start);
        return new PictureUse(
            figure.Src,
            new Place(line, column),
            lead,
            PictureWords.Of(figure.Facts) with { HasAlt = figure.Alt.Length > 0 },
            PictureKindWords.GuessFrom(figure.Alt + " " + figure.CaptionHtml));
    }
}
