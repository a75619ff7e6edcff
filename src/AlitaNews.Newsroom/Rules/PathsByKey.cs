using System.Runtime.InteropServices;

namespace AlitaNews.Newsroom.Rules;

/// <summary>Which files stand behind a key: nearly always one, and then its path is all that is kept. Not safe for use by several threads.</summary>
/// <typeparam name="TKey">What a key is.</typeparam>
internal sealed class PathsByKey<TKey>
    where TKey : notnull
{
    // A path, or a set of several.
    private readonly Dictionary<TKey, object> _paths = [];

    /// <summary>Whether any file stands behind a key.</summary>
    public bool Has(TKey key) => _paths.ContainsKey(key);

    /// <summary>The paths behind a key.</summary>
    public IReadOnlyCollection<string> Of(TKey key) => _paths.GetValueOrDefault(key) switch
    {
        null => [],
        string only => [only],
        var several => (HashSet<string>)several,
    };

    /// <summary>Puts a file behind a key.</summary>
    /// <returns>Whether it is the first.</returns>
    public bool Add(TKey key, string path)
    {
        ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_paths, key, out var isKnown);
        if (!isKnown)
            slot = path;
        else if (slot is HashSet<string> several)
            several.Add(path);
        else if ((string)slot! != path)
            slot = new HashSet<string>(StringComparer.Ordinal) { (string)slot!, path };
        return !isKnown;
    }

    /// <summary>Takes a file away from a key.</summary>
    /// <returns>Whether it was the last.</returns>
    public bool Remove(TKey key, string path)
    {
        var isLast = _paths.GetValueOrDefault(key) switch
        {
            string only => only == path,
            HashSet<string> several => several.Remove(path) && several.Count == 0,
            _ => false,
        };
        return isLast && _paths.Remove(key);
    }
}
