using Markdig.Syntax;

namespace AlitaNews.Newsroom.Markdown.Safety;

/// <summary>
/// Where the pieces of a block of raw HTML stand. Its lines have lost what stood before them (a quotation's sign, a list's indent), so each is
/// looked up by itself.
/// </summary>
internal sealed class HtmlBlockPlaces
{
    private readonly int[] _starts;
    private readonly int[] _places;

    /// <summary>The places of a block.</summary>
    public HtmlBlockPlaces(HtmlBlock block)
    {
        var lines = block.Lines;
        _starts = new int[lines.Count];
        _places = new int[lines.Count];
        var start = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            _starts[i] = start;
            _places[i] = lines.Lines[i].Position;
            start += lines.Lines[i].Slice.Length + 1;
        }
    }

    /// <summary>The offset in the text of an offset in the joined lines.</summary>
    public int Locate(int offset)
    {
        if (_starts.Length == 0)
            return 0;
        var found = Array.BinarySearch(_starts, offset);
        var line = found >= 0 ? found : Math.Max(0, ~found - 1);
        return _places[line] + offset - _starts[line];
    }
}
