using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace AlitaNews.Newsroom.Markdown.Shortcodes;

/// <summary>Where a shortcode stood.</summary>
internal sealed class ShortcodeInline : LeafInline
{
    /// <summary>Its index among the shortcodes of the body.</summary>
    public required int Index { get; init; }
}

/// <summary>
/// Reads the placeholders that <see cref="ShortcodeReader"/> leaves: U+0002, a number, U+0003. Nobody can write one, since control
/// characters are taken out of every source.
/// </summary>
internal sealed class ShortcodeInlineParser : InlineParser
{
    public ShortcodeInlineParser() => OpeningCharacters = [BodyMarkup.Start];

    /// <summary>The placeholder of a shortcode.</summary>
    public static string Placeholder(int index) => $"{BodyMarkup.Start}{index}{BodyMarkup.End}";

    /// <inheritdoc />
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var start = slice.Start;
        var index = 0;
        char c;
        while ((c = slice.NextChar()) is >= '0' and <= '9')
            index = (index * 10) + (c - '0');
        if (c != BodyMarkup.End)
            return false;
        slice.SkipChar();
        processor.Inline = new ShortcodeInline
        {
            Index = index,
            Span = new(processor.GetSourcePosition(start, out var line, out var column), processor.GetSourcePosition(slice.Start - 1)),
            Line = line,
            Column = column,
        };
        return true;
    }
}
