using AlitaNews.Newsroom.Diagnostics;

namespace AlitaNews.Web.Publishing;

/// <summary>What of the content folder could not be looked at, and what of that the desk has been told. Not safe for use by several threads.</summary>
public sealed class UnreadablePaths
{
    private readonly Dictionary<string, UnreadablePath> _now = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _told = new(StringComparer.Ordinal);

    /// <summary>Whether the desk must be told something.</summary>
    public bool IsNews => _now.Count != _told.Count || _now.Values.Any(path => _told.GetValueOrDefault(path.Path) != path.Reason);

    /// <summary>Paths of which the desk must be told something: that they cannot be read, or can be again.</summary>
    public IEnumerable<string> Changed => _told.Keys.Where(path => !_now.ContainsKey(path)).Concat(_now.Values.Where(path => _told.GetValueOrDefault(path.Path) != path.Reason).Select(static path => path.Path));

    /// <summary>Begins with what the desk says.</summary>
    public void Load(IEnumerable<string> told)
    {
        _now.Clear();
        _told.Clear();
        foreach (var path in told)
            _told[path] = "";
    }

    /// <summary>Takes up a look at everything.</summary>
    public void LookedAtAll(IEnumerable<UnreadablePath> found)
    {
        _now.Clear();
        Add(found);
    }

    /// <summary>Takes up a look at some paths, and what lies below them.</summary>
    public void LookedAt(IReadOnlyCollection<string> paths, IEnumerable<UnreadablePath> found)
    {
        if (_now.Count > 0)
        {
            foreach (var known in _now.Keys.Where(known => paths.Any(path => new UnreadablePath(path, "").Covers(known))).ToList())
                _now.Remove(known);
        }

        Add(found);
    }

    /// <summary>What is the matter with a path; nothing, mostly.</summary>
    public IEnumerable<Diagnostic> Check(string path) => _now.TryGetValue(path, out var found) ? [found.ToDiagnostic()] : [];

    /// <summary>The desk has been told.</summary>
    public void Told()
    {
        _told.Clear();
        foreach (var path in _now.Values)
            _told[path.Path] = path.Reason;
    }

    private void Add(IEnumerable<UnreadablePath> found)
    {
        foreach (var path in found)
            _now[path.Path] = path;
    }
}
