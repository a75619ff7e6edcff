namespace AlitaNews.Store.Editions;

/// <summary>A correction as its row stands in the store: written by an editor, or following from a verdict that was reversed.</summary>
/// <param name="Teller">Whose file or fold says so: <c>article:…</c> or <c>claim:…</c>.</param>
/// <param name="Article">The article on whose page it stands.</param>
/// <param name="Place">Its place among those of the teller.</param>
/// <param name="At">Since when it stands.</param>
/// <param name="Piece">What was written, or which verdict became which; never the words that readers see.</param>
internal sealed record CorrectionRow(string Teller, string Article, int Place, DateTimeOffset At, string Piece)
{
    /// <summary>What an editor wrote.</summary>
    public static IEnumerable<CorrectionRow> ListOf(ArticleRow row) => row.Article.Corrections.Select((correction, place) =>
        new CorrectionRow("article:" + row.Article.Id, row.Article.Id, place, correction.Date, Pieces.Write(correction)));

    /// <summary>What the reversals of a claim's verdicts say of the articles that gave them.</summary>
    public static IEnumerable<CorrectionRow> ListOf(ClaimRow row) => row.MergedInto is not null ? [] : row.Claim.Timeline.WrongVerdicts.Select((wrong, place) =>
        new CorrectionRow("claim:" + row.Id, wrong.Article, place, wrong.At, Pieces.Write(wrong)));
}
