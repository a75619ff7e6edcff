namespace AlitaNews.Newsroom.Text;

/// <summary>
/// Turns offsets of one text into lines and columns. Both count from 1; columns count Unicode code points, a tab is one
/// (<c>content.md</c>, section 13). Immutable and safe to share.
/// </summary>
public sealed class LineMap
{
    private readonly string _text;
    private readonly int[] _starts;

    /// <summary>Maps a text whose lines end in LF only.</summary>
    public LineMap(string text)
    {
        _text = text;
        var starts = new List<int> { 0 };
        for (var i = text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = text.IndexOf('\n', i + 1))
            starts.Add(i + 1);
        _starts = [.. starts];
    }

    /// <summary>The number of lines; a text that ends in a line feed has an empty last one.</summary>
    public int Count => _starts.Length;

    /// <summary>Line and column of an offset. Offsets outside the text are moved to its nearest end.</summary>
    public (int Line, int Column) Locate(int offset)
    {
        offset = Math.Clamp(offset, 0, _text.Length);
        var found = Array.BinarySearch(_starts, offset);
        var line = found >= 0 ? found : ~found - 1;
        var column = 1;
        for (var i = _starts[line]; i < offset; i++)
        {
            if (!char.IsLowSurrogate(_text[i]) || i == 0 || !char.IsHighSurrogate(_text[i - 1]))
                column++;
        }

        return (line + 1, column);
    }

    /// <summary>The offset at which a line (from 1) begins; lines outside the text are moved to its nearest end.</summary>
    public int StartOf(int line) => _starts[Math.Clamp(line, 1, _starts.Length) - 1];

    /// <summary>The text of a line (from 1), without its end.</summary>
    public string LineText(int line)
    {
        var start = StartOf(line);
        var end = _text.IndexOf('\n', start);
        return end < 0 ? _text[start..] : _text[start..end];
    }
}
