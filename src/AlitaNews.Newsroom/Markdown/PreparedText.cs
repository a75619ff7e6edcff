using System.Text;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Markdown;

/// <summary>
/// Text on its way to the Markdown parser, which remembers where in the file each of its characters comes from. Edits make a new one.
/// </summary>
internal sealed class PreparedText
{
    private readonly PreparedText? _before;
    private readonly Step[] _steps;
    private readonly int _offset;
    private readonly bool _fixed;

    private PreparedText(string text, PreparedText? before, Step[] steps, int offset, bool isFixed)
    {
        Text = text;
        _before = before;
        _steps = steps;
        _offset = offset;
        _fixed = isFixed;
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>A part of a file.</summary>
    public static PreparedText FromFile(SourceFile file, TextSpan span)
    {
        var start = Math.Clamp(span.Start, 0, file.Text.Length);
        var end = Math.Clamp(span.End, start, file.Text.Length);
        return new PreparedText(file.Text[start..end], null, [], start, isFixed: false);
    }

    /// <summary>A value of the front matter, which the file holds in another form: with quotes, escapes, indentation.</summary>
    /// <param name="file">The file.</param>
    /// <param name="span">Where the value stands.</param>
    /// <param name="text">The value as it was understood.</param>
    public static PreparedText FromValue(SourceFile file, TextSpan span, string text)
    {
        var written = FromFile(file, span);
        var stretches = ValuePlaces.List(written.Text, text);
        return stretches.Count == 0 ? At(text, span.Start) : new PreparedText(text, written, [.. stretches.Select(static one => new Step(one.Value, one.Value, one.Written, one.Written))], 0, isFixed: false);
    }

    /// <summary>A text within a range of this one (a caption within a picture), where it stands there as it is; else all of it is reported at the start of the range.</summary>
    public PreparedText Within(int start, int end, string text)
    {
        var from = Math.Clamp(start, 0, Text.Length);
        var at = Text.IndexOf(text, from, Math.Clamp(end, from, Text.Length) - from, StringComparison.Ordinal);
        return at < 0 ? At(text, ToFile(start)) : new PreparedText(text, this, [new Step(0, 0, at, at)], 0, isFixed: false);
    }

    /// <summary>A text that the file holds in another form: all of it is reported at one place.</summary>
    public static PreparedText At(string text, int offset) => new(text, null, [], offset, isFixed: true);

    /// <summary>The offset in the file of an offset in <see cref="Text"/>.</summary>
    public int ToFile(int offset)
    {
        if (_before is null)
            return _fixed ? _offset : offset + _offset;
        var low = 0;
        var high = _steps.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_steps[middle].NewStart <= offset)
                low = middle + 1;
            else
                high = middle - 1;
        }

        if (high < 0)
            return _before.ToFile(offset);
        var step = _steps[high];
        return _before.ToFile(offset < step.NewEnd ? step.OldStart : step.OldEnd + offset - step.NewEnd);
    }

    /// <summary>The text with some ranges replaced; the edits must be in order and must not overlap.</summary>
    public PreparedText With(IReadOnlyList<TextEdit> edits)
    {
        if (edits.Count == 0)
            return this;
        var text = new StringBuilder(Text.Length);
        var steps = new Step[edits.Count];
        var done = 0;
        for (var i = 0; i < edits.Count; i++)
        {
            var edit = edits[i];
            text.Append(Text, done, edit.Start - done);
            var newStart = text.Length;
            text.Append(edit.Replacement);
            steps[i] = new Step(newStart, text.Length, edit.Start, edit.End);
            done = edit.End;
        }

        text.Append(Text, done, Text.Length - done);
        return new PreparedText(text.ToString(), this, steps, 0, isFixed: false);
    }

    private readonly record struct Step(int NewStart, int NewEnd, int OldStart, int OldEnd);
}

/// <summary>A range of a text and what shall stand there instead.</summary>
internal readonly record struct TextEdit(int Start, int End, string Replacement);
