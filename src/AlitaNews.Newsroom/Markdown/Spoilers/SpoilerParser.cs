using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace AlitaNews.Newsroom.Markdown.Spoilers;

/// <summary>
/// <c>||text||</c>: an emphasis with bars as its sign. Tables use bars too, so a paragraph that holds a table's dashed line is left to them.
/// </summary>
internal sealed class SpoilerParser : InlineParser
{
    /// <summary>The sign, by which the emphasis is known in the tree.</summary>
    public const char Sign = '|';

    private const string TableKey = "alita-table";
    private readonly EmphasisInlineParser _emphasis;

    private SpoilerParser(EmphasisInlineParser emphasis)
    {
        _emphasis = emphasis;
        OpeningCharacters = [Sign];
    }

    /// <summary>Adds the sign to the emphases of a pipeline, before tables see the bars.</summary>
    public static void AddTo(MarkdownPipelineBuilder builder)
    {
        var emphasis = builder.InlineParsers.FindExact<EmphasisInlineParser>()!;
        emphasis.EmphasisDescriptors.Add(new EmphasisDescriptor(Sign, 2, 2, enableWithinWord: true));
        builder.InlineParsers.Insert(0, new SpoilerParser(emphasis));
    }

    /// <inheritdoc />
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != Sign || slice.PeekChar(2) == Sign || slice.PeekCharExtra(-1) == Sign || IsTable(processor.Block, slice))
            return false;
        var before = slice;
        if (_emphasis.Match(processor, ref slice))
            return true;
        slice = before;
        return false;
    }

    private static bool IsTable(LeafBlock? block, StringSlice slice)
    {
        // Asked once a paragraph: a line of nothing but bars must not cost its length squared.
        if (block is null)
            return false;
        if (block.GetData(TableKey) is bool known)
            return known;
        var table = HoldsTable(slice);
        block.SetData(TableKey, table);
        return table;
    }

    private static bool HoldsTable(StringSlice slice)
    {
        // A table's dashed line is its second line, so look at all of the paragraph. Of one line, it is a slice of the whole file:
        // a table that stands further up is not its own, and must not lay the spoiler open.
        var text = slice.Text.AsSpan(0, slice.End + 1);
        text = text[(text[..slice.Start].LastIndexOf("\n\n", StringComparison.Ordinal) + 1)..];
        foreach (var line in text.EnumerateLines())
        {
            if (line.Contains('-') && line.Trim().IndexOfAnyExcept("|-: \t") < 0 && line.Contains('|'))
                return true;
        }

        return false;
    }
}
