namespace AlitaNews.Newsroom.Text;

/// <summary>
/// Turns offsets of one text into lines and columns. Both count from 1; columns count Unicode code points, a tab is one
/// (<c>content.md</c>, section 13). Immutable and safe to share.
/// </summary>
public sealed class LineMap
{
    private readonly string _text;
    private readonly int[] _starts;
    private readonly int[] _pairs; // where the second halves of code points stand: a line may be long, and have thousands of findings

    /// <summary>Maps a text whose lines end in LF only.</summary>
    public LineMap(string text)
    {
        _text = text;
        var starts = new List<int> { 0 };
        for (var i = text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = text.IndexOf('\n', i + 1))
            starts.Add(i + 1);
        _starts = [.. starts];
        _pairs = ListPairs(text);
    }

    /// <summary>The number of lines; a text that ends in a line feed has an empty last one.</summary>
    public int Count => _starts.Length;

    /// <summary>Line and column of an offset. Offsets outside the text are moved to its nearest end.</summary>
    public (int Line, int Column) Locate(int offset)
    {
        offset = Math.Clamp(offset, 0, _text.Length);
        var found = Array.BinarySearch(_starts, offset);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, offset - _starts[line] - PairsBefore(offset) + PairsBefore(_starts[line]) + 1);
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

    private static int[] ListPairs(string text)
    {
        var pairs = new List<int>();
        for (var i = text.AsSpan().IndexOfAnyInRange('\uDC00', '\uDFFF'); i >= 0;)
        {
            if (i > 0 && char.IsHighSurrogate(text[i - 1]))
                pairs.Add(i);
            var next = text.AsSpan(i + 1).IndexOfAnyInRange('\uDC00', '\uDFFF');
            i = next < 0 ? -1 : i + 1 + next;
        }

        return [.. pairs];
    }

    private int PairsBefore(int offset)
    {
        var found = Array.BinarySearch(_pairs, offset);
        return found < 0 ? ~found : found;
    }
}
