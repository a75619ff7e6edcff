using Markdig.Syntax;

namespace AlitaNews.Newsroom.Markdown.Shortcodes;

/// <summary>
/// Where code is in a text whose tags are not what Markdown takes them for yet: where Markdig sees some, and between fences that it takes for
/// a part of raw HTML, because they stand directly behind a tag. To be asked in rising order.
/// </summary>
internal sealed class CodePlaces(string text, List<SourceSpan> spans)
{
    private readonly List<(int Start, int End)> _fences = ListFences(text);
    private int _span;
    private int _fence;

    /// <summary>Whether an offset lies within code.</summary>
    public bool Contains(int offset)
    {
        while (_span < spans.Count && spans[_span].End < offset)
            _span++;
        while (_fence < _fences.Count && _fences[_fence].End < offset)
            _fence++;
        return (_span < spans.Count && spans[_span].Start <= offset) || (_fence < _fences.Count && _fences[_fence].Start <= offset);
    }

    private static List<(int Start, int End)> ListFences(string text)
    {
        var fences = new List<(int, int)>();
        var (open, sign, length) = (-1, '\0', 0);
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var at ? at : text.Length;
            var line = text.AsSpan(start, end - start).Trim();
            var run = line is ['`' or '~', ..] ? line.Length - line.TrimStart(line[0]).Length : 0;
            if (open < 0 && run >= 3 && !line[run..].Contains('`'))
            {
                (open, sign, length) = (start, line[0], run);
            }
            else if (open >= 0 && run >= length && line[0] == sign && line.Length == run)
            {
                fences.Add((open, end));
                open = -1;
            }

            start = end + 1;
        }

        if (open >= 0)
            fences.Add((open, text.Length));
        return fences;
    }
}
