namespace AlitaNews.Newsroom.Rules;

/// <summary>What a round did to the index.</summary>
/// <param name="Admitted">Changed files whose newest version is in the edition now.</param>
/// <param name="Evicted">Newcomers of an earlier part of the round, and last good versions of files that were renamed and broken, that must make room: these files are held.</param>
/// <param name="Released">Files that must be compiled again: held for a collision which is over, or with a claim of their own that is somebody else's now.</param>
/// <param name="Returned">Articles that were deleted without a tombstone, as they were then, and stand again.</param>
/// <param name="Affected">Files whose findings may differ now: the changed ones, and those that refer to something that came or went.</param>
public sealed record IndexUpdate(
    IReadOnlyList<string> Admitted,
    IReadOnlyList<string> Evicted,
    IReadOnlyList<string> Released,
    IReadOnlyList<FileFacts> Returned,
    IReadOnlyCollection<string> Affected);
