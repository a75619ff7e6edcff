using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AlitaNews.Newsroom.Markdown.Alerts;

/// <summary>The <c>[!KIND]</c> at the head of a quotation, which makes it an alert.</summary>
internal sealed class AlertHead : LeafInline
{
    /// <summary>The kind, lower case.</summary>
    public required string Kind { get; init; }

    /// <summary><c>+</c> for one that can be folded, <c>-</c> for one that is folded, else U+0000.</summary>
    public required char Fold { get; init; }
}

/// <summary>
/// Reads GitHub's and Obsidian's alerts. Markdig's own parser knows letters only and neither title nor fold; the rest of the line is the
/// title here, as inline Markdown.
/// </summary>
internal sealed class AlertHeadParser : InlineParser
{
    private const int LongestKind = 40;

    public AlertHeadParser() => OpeningCharacters = ['['];

    /// <inheritdoc />
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '!'
            || processor.Inline is not null && !ReferenceEquals(processor.Inline, processor.Root)
            || processor.Block is not ParagraphBlock { Parent: QuoteBlock quote } paragraph
            || !ReferenceEquals(quote[0], paragraph))
        {
            return false;
        }

        var before = slice;
        var start = slice.Start;
        slice.SkipChar();
        slice.SkipChar();
        var kindStart = slice.Start;
        while (char.IsAsciiLetterOrDigit(slice.CurrentChar) || slice.CurrentChar is '-' or '_')
            slice.SkipChar();
        var length = slice.Start - kindStart;
        if (slice.CurrentChar != ']' || length is 0 or > LongestKind || !char.IsAsciiLetter(slice.Text[kindStart]))
        {
            slice = before;
            return false;
        }

        var kind = slice.Text.Substring(kindStart, length).ToLowerInvariant().Replace('_', '-');
        var fold = slice.NextChar();
        if (fold is '+' or '-')
            slice.SkipChar();
        else
            fold = '\0';
        while (slice.CurrentChar is ' ' or '\t')
            slice.SkipChar();
        processor.Inline = new AlertHead
        {
            Kind = kind,
            Fold = fold,
            Span = new(processor.GetSourcePosition(start, out var line, out var column), processor.GetSourcePosition(slice.Start - 1)),
            Line = line,
            Column = column,
        };
        return true;
    }
}
