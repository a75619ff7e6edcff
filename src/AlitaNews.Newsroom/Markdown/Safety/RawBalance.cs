using Markdig.Syntax.Inlines;

namespace AlitaNews.Newsroom.Markdown.Safety;

/// <summary>
/// Keeps count of the raw tags that stand open. Those that mark up words end with their paragraph: browsers would open them anew in every
/// later one, and a page of unclosed tags would grow with its square. Others (<c>div</c>, <c>details</c>) may span paragraphs.
/// </summary>
internal sealed class RawBalance(BodyWriter writer)
{
    /// <summary>How many raw tags may stand open.</summary>
    public const int Deepest = 60;

    private static readonly HashSet<string> Spanning =
    [
        "div", "details", "summary", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
        "blockquote",
    ];

    // Closed in their own line by this class and written anew from the list of what is allowed: for them the sanitiser has nothing to do.
    private static readonly HashSet<string> Words =
    [
        "sup", "sub", "kbd", "abbr", "mark", "b", "i", "em", "strong", "a", "span", "code", "del", "ins", "s", "u", "small", "q", "cite",
    ];

    // HtmlSanitizer takes the square of the tags of one block.
    private const int MostBlockTags = 20_000;

    private int _blockTags;
    private readonly List<(string Name, string Close)> _open = [];
    private int _floor;
    private (ContainerInline? Parent, string Name) _neverCloses;

    /// <summary>Whether no raw tag stands open.</summary>
    public bool IsBalanced => _open.Count == 0;

    /// <summary>Notes an opening tag.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="close">What closes it where that is no tag.</param>
    /// <returns>Whether it may be written.</returns>
    public bool TryOpen(string name, string? close = null)
    {
        if (_open.Count >= Deepest)
            return false;
        _open.Add((name, close ?? AllowedHtml.CloseOf(name, writer.Context.HeadingShift)));
        if (Words.Contains(name))
            return true;
        if (++_blockTags > MostBlockTags)
            throw new OverflowException("A body holds more raw HTML than can be made safe in time.");
        writer.MarkRaw();
        return true;
    }

    /// <summary>Writes a closing tag if its element stands open here, and before it those of elements within.</summary>
    public void Close(string name)
    {
        var at = _open.FindLastIndex(tag => tag.Name == name);
        if (at >= _floor)
            CloseDownTo(at);
    }

    /// <summary>Closes, at the end of a paragraph or block, what marks up words only.</summary>
    public void EndOfLines()
    {
        for (var i = _floor; i < _open.Count; i++)
        {
            if (!Spanning.Contains(_open[i].Name))
            {
                CloseDownTo(i);
                return;
            }
        }
    }

    /// <summary>Begins an element of our own, which no tag within it can close.</summary>
    public int Enter()
    {
        var before = _floor;
        _floor = _open.Count;
        return before;
    }

    /// <summary>Ends an element of our own: what was opened in it is closed in it.</summary>
    public void Leave(int before)
    {
        CloseDownTo(_floor);
        _floor = before;
    }

    /// <summary>Whether it is worth looking for the end of a removed element among the later inlines of a container.</summary>
    public bool MayClose(ContainerInline parent, string name) => _neverCloses != (parent, name);

    /// <summary>Notes that a removed element does not end among the inlines of a container.</summary>
    public void NeverCloses(ContainerInline parent, string name) => _neverCloses = (parent, name);

    private void CloseDownTo(int count)
    {
        for (var i = _open.Count - 1; i >= count; i--)
        {
            writer.Html.Append(_open[i].Close);
            _open.RemoveAt(i);
        }
    }
}
