using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.FrontMatter;

/// <summary>A TOML table while it is put together: it may be opened again further down the file.</summary>
internal sealed class TomlTable(TextSpan span, List<FrontMatterFinding> findings)
{
    private readonly List<string> _order = [];
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    private sealed record Entry(TextSpan KeySpan, FieldNode? Value, TomlTable? Table, List<TomlTable>? Tables);

    /// <summary>The table of a key, opened again or made; of a list of tables, the newest.</summary>
    /// <param name="key">The key.</param>
    /// <param name="keySpan">Where it stands.</param>
    /// <param name="depth">How deep the path it is part of goes.</param>
    public TomlTable Child(string key, TextSpan keySpan, int depth)
    {
        if (depth > TextLimits.FrontMatterDepth)
        {
            if (!findings.Exists(static f => f.Rule == DiagnosticCatalogue.LimitExceeded))
                findings.Add(NestingGuard.Finding(keySpan.Start));
            return new TomlTable(keySpan, findings);
        }

        if (_entries.TryGetValue(key, out var found))
        {
            if (found.Table is not null)
                return found.Table;
            if (found.Tables is not null)
                return found.Tables[^1];
        }

        var child = new TomlTable(keySpan, findings);
        Put(key, new Entry(keySpan, null, child, null));
        return child;
    }

    /// <summary>A further table of a list of tables.</summary>
    public TomlTable NewItem(string key, TextSpan keySpan)
    {
        var item = new TomlTable(keySpan, findings);
        if (_entries.TryGetValue(key, out var found) && found.Tables is not null)
            found.Tables.Add(item);
        else
            Put(key, new Entry(keySpan, null, null, [item]));
        return item;
    }

    /// <summary>Sets a value.</summary>
    public void Set(string key, TextSpan keySpan, FieldNode value) => Put(key, new Entry(keySpan, value, null, null));

    /// <summary>The finished map.</summary>
    public FieldNode Freeze()
    {
        var fields = new List<Field>(_order.Count);
        foreach (var key in _order)
        {
            var entry = _entries[key];
            var value = entry.Value ?? entry.Table?.Freeze();
            if (value is null)
            {
                var items = new List<FieldNode>();
                foreach (var table in entry.Tables!)
                    items.Add(table.Freeze());
                value = FieldNode.List(items, entry.KeySpan);
            }

            fields.Add(new Field(FieldNode.Storable(key), entry.KeySpan, value));
        }

        return FieldNode.Map(fields, span);
    }

    private void Put(string key, Entry entry)
    {
        if (_entries.TryAdd(key, entry))
        {
            _order.Add(key);
            return;
        }

        findings.Add(new(DiagnosticCatalogue.DuplicateKey, entry.KeySpan, $"the key \"{key}\" is given twice; the last value counts"));
        _entries[key] = entry;
    }
}
