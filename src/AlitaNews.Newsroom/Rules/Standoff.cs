namespace AlitaNews.Newsroom.Rules;

/// <summary>
/// Finds held files that nothing holds any more. Two files that swap their slugs, seen one after the other, each wait for what the other's
/// last good version has: neither of the newest versions wants what the other wants, so both may go in together.
/// </summary>
internal static class Standoff
{
    /// <summary>The files that can all be admitted in one round.</summary>
    public static IReadOnlyCollection<string> ListFree(ContentIndex index)
    {
        var free = index.Held.Values.Where(static facts => !facts.Own.Any(static own => own.Blocks)).ToDictionary(static facts => facts.Path, StringComparer.Ordinal);
        while (free.Count > 0)
        {
            var claims = free.Values.SelectMany(facts => IndexKeys.IdentitiesOf(facts).Select(key => (Key: key, Facts: facts))).ToLookup(static claim => claim.Key, static claim => claim.Facts, StringComparer.Ordinal);
            var first = claims.ToDictionary(static claim => claim.Key, claim => FirstOf(index, claim).Path, StringComparer.Ordinal);
            var stuck = claims
                .SelectMany(claim => claim.Where(facts => facts.Path != first[claim.Key] || index.OwnersOf(claim.Key).Any(owner => owner != facts.Path && !free.ContainsKey(owner))))
                .Select(static facts => facts.Path)
                .ToHashSet(StringComparer.Ordinal);
            if (stuck.Count == 0)
                break;
            foreach (var path in stuck)
                free.Remove(path);
        }

        return free.Keys;
    }

    private static FileFacts FirstOf(ContentIndex index, IGrouping<string, FileFacts> claim) => claim
        .OrderBy(facts => index.OwnersOf(claim.Key).Contains(facts.Path) ? 0 : 1)
        .ThenBy(static facts => facts.Article?.Publish ?? default)
        .ThenBy(static facts => facts.Path, StringComparer.Ordinal)
        .First();
}
