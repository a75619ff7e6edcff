namespace AlitaNews.Newsroom.Rules;

/// <summary>
/// Which files refer to a key. Keeps the hashes of keys, which are many and long: where two share one, a file is looked at again for
/// nothing. Not safe for use by several threads.
/// </summary>
/// <param name="mediaRoots">Where pictures may lie.</param>
internal sealed class Referers(IReadOnlyList<string> mediaRoots)
{
    private readonly PathsByKey<int> _byHash = new();

    /// <summary>The files that refer to a key, as the index knows them; rarely, one that does not is among them.</summary>
    public IReadOnlyCollection<string> Of(IndexKey key) => _byHash.Of(key.GetHashCode());

    /// <summary>A file came.</summary>
    public void Put(string path, FileFacts facts)
    {
        foreach (var key in IndexKeys.ReferredToBy(facts, mediaRoots))
            _byHash.Add(key.GetHashCode(), path);
    }

    /// <summary>A file went.</summary>
    public void Remove(string path, FileFacts facts)
    {
        foreach (var key in IndexKeys.ReferredToBy(facts, mediaRoots))
            _byHash.Remove(key.GetHashCode(), path);
    }
}
