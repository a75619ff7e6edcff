namespace AlitaNews.Newsroom.Rules;

/// <summary>Articles whose claim was made of their title: it is theirs only as long as nobody lists one of that id.</summary>
internal static class ImplicitClaims
{
    /// <summary>The claims that a round is about, and whether each is listed before it.</summary>
    public static IReadOnlyDictionary<string, bool> ListAsked(ContentIndex index, IReadOnlyCollection<FileFacts> changed, IReadOnlyCollection<string> gone)
    {
        var listed = new Dictionary<string, bool>(StringComparer.Ordinal);
        var before = changed.Select(static facts => facts.Path).Concat(gone).Select(path => index.Live.GetValueOrDefault(path)).OfType<FileFacts>();
        foreach (var entry in changed.Concat(before).SelectMany(static facts => facts.Article?.Claims ?? []).Where(static entry => !entry.Implicit))
            listed.TryAdd(entry.Id, index.IsListed(entry.Id));
        return listed;
    }

    /// <summary>The articles to which the round made a difference.</summary>
    public static IEnumerable<string> ListMoved(ContentIndex index, IReadOnlyDictionary<string, bool> listed) => listed
        .Where(claim => index.IsListed(claim.Key) != claim.Value)
        .SelectMany(claim => index.OwnersOf("claim:" + claim.Key))
        .Where(path => index.Live[path] is { Vanished: false, Article: { } article } && article.Claims.Any(static entry => entry.Implicit));
}
