using AlitaNews.Store.Claims;

namespace AlitaNews.Store.Articles;

/// <summary>The claims of an article as they will be once readers see it.</summary>
/// <param name="States">Their states at the moment.</param>
/// <param name="Timelines">What timeline blocks show of each, by the key of the block.</param>
internal sealed record FoldedClaims(IReadOnlyList<StateRow> States, IReadOnlyDictionary<string, IReadOnlyList<ClaimChange>> Timelines)
{
    /// <summary>The timelines of the edition, these in the place of theirs.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ClaimChange>> Over(IReadOnlyDictionary<string, IReadOnlyList<ClaimChange>> stored) =>
        stored.ExceptBy(Timelines.Keys, static one => one.Key).Concat(Timelines).ToDictionary(StringComparer.Ordinal);
}
