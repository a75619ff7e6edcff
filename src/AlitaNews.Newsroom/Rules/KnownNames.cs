namespace AlitaNews.Newsroom.Rules;

/// <summary>The names in an edition, for "did you mean": ids by kind, paths and addresses by the folder they lie in. Not safe for use by several threads.</summary>
internal sealed class KnownNames
{
    private readonly Dictionary<KeyKind, HashSet<string>> _ids = IndexKeys.Written.ToDictionary(static kind => kind, static _ => new HashSet<string>(StringComparer.Ordinal));
    private readonly PathsByKey<IndexKey> _beside = new();

    /// <summary>The ids of everything of a kind, one of <see cref="IndexKeys.Written"/>.</summary>
    public IReadOnlyCollection<string> IdsOf(KeyKind kind) => _ids[kind];

    /// <summary>The paths that lie in one folder with a path, or the addresses that differ from one in their last part only.</summary>
    public IReadOnlyCollection<string> ListBeside(IndexKey key) => _beside.Of(FolderOf(key));

    /// <summary>Takes up a name that something has now.</summary>
    public void Put(IndexKey key)
    {
        if (_ids.TryGetValue(key.Kind, out var ids))
            ids.Add(key.Name);
        else if (key.Kind is KeyKind.Path or KeyKind.Address)
            _beside.Add(FolderOf(key), key.Name);
    }

    /// <summary>Forgets a name that nothing has any more.</summary>
    public void Remove(IndexKey key)
    {
        if (_ids.TryGetValue(key.Kind, out var ids))
            ids.Remove(key.Name);
        else if (key.Kind is KeyKind.Path or KeyKind.Address)
            _beside.Remove(FolderOf(key), key.Name);
    }

    private static IndexKey FolderOf(IndexKey key) => key with { Name = ContentLayout.FolderOf(key.Name) };
}
