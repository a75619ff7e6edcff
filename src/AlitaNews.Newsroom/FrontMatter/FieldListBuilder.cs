using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.FrontMatter;

/// <summary>Collects the fields of one map. A key given twice: the last wins, and the finding says so.</summary>
internal sealed class FieldListBuilder(List<FrontMatterFinding> findings)
{
    // Small maps, which is nearly all, are searched; large ones are indexed so that a hostile file stays linear.
    private const int IndexFrom = 16;

    private readonly List<Field> _fields = [];
    private Dictionary<string, int>? _index;

    public IReadOnlyList<Field> Fields => _fields;

    public void Add(string key, TextSpan keySpan, FieldNode value)
    {
        key = FieldNode.Storable(key);
        var at = IndexOf(key);
        if (at < 0)
        {
            _index?.Add(key, _fields.Count);
            _fields.Add(new Field(key, keySpan, value));
            if (_fields.Count == IndexFrom)
                BuildIndex();
            return;
        }

        findings.Add(new(DiagnosticCatalogue.DuplicateKey, keySpan, $"the key \"{key}\" is given twice; the last value counts"));
        _fields[at] = new Field(key, keySpan, value);
    }

    private int IndexOf(string key)
    {
        if (_index is not null)
            return _index.TryGetValue(key, out var found) ? found : -1;
        for (var i = 0; i < _fields.Count; i++)
        {
            if (_fields[i].Key == key)
                return i;
        }

        return -1;
    }

    private void BuildIndex()
    {
        _index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _fields.Count; i++)
            _index.Add(_fields[i].Key, i);
    }
}
