using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.FrontMatter;

/// <summary>
/// Where an offset of the text a parser read stands in the file: it begins later there, and a repair may have put in spaces
/// that the file does not have.
/// </summary>
internal sealed class OffsetMap(int start)
{
    private readonly List<(int At, int Inserted)> _insertions = [];

    /// <summary>Notes that, from an offset of the parsed text on, so many characters were put in; offsets must rise.</summary>
    public void Insert(int at, int length) =>
        _insertions.Add((at, length + (_insertions.Count == 0 ? 0 : _insertions[^1].Inserted)));

    public int ToFile(long offset)
    {
        var low = 0;
        var high = _insertions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_insertions[middle].At < offset)
                low = middle + 1;
            else
                high = middle;
        }

        return start + (int)offset - (low == 0 ? 0 : _insertions[low - 1].Inserted);
    }

    public TextSpan ToFile(long from, long to)
    {
        var begin = ToFile(from);
        return new TextSpan(begin, Math.Max(begin, ToFile(to)));
    }
}
