using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Claims;

namespace AlitaNews.Store.Corrections;

/// <summary>A page of the corrections archive. Immutable.</summary>
public sealed record CorrectionList
{
    /// <summary>The edition that this was read from.</summary>
    public required long Edition { get; init; }

    /// <summary>The page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>How many pages there are, at least 1.</summary>
    public required int Pages { get; init; }

    /// <summary>The corrections, the newest first (at most 20).</summary>
    public IReadOnlyList<ArticleCorrection> Corrections { get; init; } = [];
}

/// <summary>A correction with the article that it stands on.</summary>
/// <param name="Slug">The last part of the article's address.</param>
/// <param name="Title">The article's headline, without a label.</param>
/// <param name="Correction">What was corrected.</param>
/// <param name="Automatic">Whether it follows from a verdict that was reversed, and nobody wrote it.</param>
public sealed record ArticleCorrection(string Slug, string Title, Correction Correction, bool Automatic);

/// <summary>A row of the table of corrections.</summary>
internal sealed record CorrectionPieceRow
{
    public required string Teller { get; init; }

    public required string Piece { get; init; }

    public string? Article { get; init; }

    public bool Automatic => Teller.StartsWith("claim:", StringComparison.Ordinal);

    /// <summary>What is shown: the words of an automatic one are made here, when it is read.</summary>
    public Correction Read()
    {
        if (!Automatic)
            return Pieces.Read(Piece, Pieces.Default.Correction);
        var wrong = Pieces.Read(Piece, Pieces.Default.WrongVerdict);
        return new Correction(wrong.At, CorrectionType.Correction, VerdictWords.Correction(wrong), null, null, Teller["claim:".Length..]);
    }
}
