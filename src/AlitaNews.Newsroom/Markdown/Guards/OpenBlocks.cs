namespace AlitaNews.Newsroom.Markdown.Guards;

/// <summary>
/// Estimates, line by line, how many containers and lists stand open. Generous where it cannot know (code is counted too): it need only stop
/// what no editor writes.
/// </summary>
internal sealed class OpenBlocks
{
    private readonly List<int> _lists = [];
    private int _containers;

    /// <summary>How many stand open behind the lines so far.</summary>
    public int Count => _containers + _lists.Count;

    /// <summary>Looks at the next line.</summary>
    public void Add(ReadOnlySpan<char> line)
    {
        var text = line.TrimStart(" \t>");
        if (text.StartsWith(":::"))
            _containers = text.Trim().TrimStart(':').IsEmpty ? Math.Max(0, _containers - 1) : _containers + 1;
        if (text.IsEmpty || !IsItem(text))
            return;
        var indent = 0;
        foreach (var c in line[..^text.Length])
            indent += c == '\t' ? 4 : 1;
        while (_lists.Count > 0 && _lists[^1] >= indent)
            _lists.RemoveAt(_lists.Count - 1);
        _lists.Add(indent);
    }

    private static bool IsItem(ReadOnlySpan<char> text)
    {
        if (text[0] is '-' or '+' or '*')
            return text.Length == 1 || text[1] is ' ' or '\t';
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 10 && text[digits] is '.' or ')';
    }
}
