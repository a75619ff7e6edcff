namespace AlitaNews.Newsroom.Claims;

/// <summary>Leads aliases and merged claims to the claim they mean now. Immutable.</summary>
public sealed class ClaimIds
{
    private readonly Dictionary<string, string> _means = new(StringComparer.Ordinal);

    /// <summary>Reads <c>aliases</c> and <c>merges</c> of the claim files. Of two files that want one id the first by its own id has it; circles are ignored.</summary>
    public ClaimIds(IEnumerable<ClaimFile> files)
    {
        foreach (var file in files.OrderBy(static f => f.Id, StringComparer.Ordinal))
        {
            foreach (var id in file.Aliases.Concat(file.Merges))
            {
                if (Shorten(file.Id) != id)
                    _means.TryAdd(id, file.Id);
            }
        }

        foreach (var id in _means.Keys.ToList())
            Shorten(id);
    }

    /// <summary>Every id that means another claim, with that claim: their addresses answer 301.</summary>
    public IEnumerable<KeyValuePair<string, string>> Redirects => _means.Keys.Select(id => KeyValuePair.Create(id, Resolve(id)));

    /// <summary>The claim that an id means; an id that nobody redirects means itself.</summary>
    public string Resolve(string id)
    {
        while (_means.TryGetValue(id, out var claim))
            id = claim;
        return id;
    }

    // A claim may be merged into one that is merged in turn, thousands of times, and every claim is asked for again and again: afterwards each way is one step.
    private string Shorten(string id)
    {
        var claim = Resolve(id);
        while (_means.TryGetValue(id, out var next) && next != claim)
        {
            _means[id] = claim;
            id = next;
        }

        return claim;
    }
}
