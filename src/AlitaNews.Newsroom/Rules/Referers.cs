namespace AlitaNews.Newsroom.Rules;

/// <summary>Which files refer to a key. Not safe for use by several threads.</summary>
internal sealed class Referers
{
    private readonly Dictionary<string, HashSet<string>> _byKey = new(StringComparer.Ordinal);

    /// <summary>The files that refer to a key, as the index knows them.</summary>
    public IReadOnlyCollection<string> Of(string key) => _byKey.TryGetValue(key, out var paths) ? paths : [];

    /// <summary>A file came.</summary>
    public void Put(string path, FileFacts facts)
    {
        foreach (var reference in facts.References)
        {
            foreach (var key in reference.Keys)
            {
                if (!_byKey.TryGetValue(key, out var paths))
                    _byKey[key] = paths = new HashSet<string>(StringComparer.Ordinal);
                paths.Add(path);
            }
        }
    }

    /// <summary>A file went.</summary>
    public void Remove(string path, FileFacts facts)
    {
        foreach (var key in facts.References.SelectMany(static reference => reference.Keys))
        {
            if (_byKey.TryGetValue(key, out var paths) && paths.Remove(path) && paths.Count == 0)
                _byKey.Remove(key);
        }
    }
}
