using System.Buffers;
using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;

namespace AlitaNews.Newsroom.Markdown.Guards;

/// <summary>
/// Estimates, while the blocks of a text are found, what its tree will weigh. Markdig makes hundreds of bytes of a block or the cell of a table,
/// however short: a text of four megabytes would become more than one gigabyte. It takes time in the same proportion.
/// </summary>
internal sealed class TreeWeight
{
    // Bytes, measured with texts that consist of one of them.
    private const int Block = 450;
    private const int Line = 60;
    private const int LineOfWords = 200;
    private const int Cell = 600;
    private const int Mark = 270;
    private const int AbbreviationInWords = 600;
    private const long Heaviest = 270_000_000;

    // Of an entry of a list Markdig takes out one empty line after another, and moves all blocks behind it.
    private const int MostInItem = 10_000;

    private const string Key = "alita-tree-weight";
    private static readonly SearchValues<char> Marks = SearchValues.Create("*_~=[]<!`&\\");
    private long _weight;

    private TreeWeight()
    {
    }

    /// <summary>Weighs every block as soon as its last line is known.</summary>
    public static void AddTo(MarkdownPipelineBuilder builder)
    {
        foreach (var parser in builder.BlockParsers.OfType<BlockParser>())
            parser.Closed += Weigh;
    }

    /// <summary>Weighs abbreviations that will be found among the words of a block.</summary>
    public static void AddAbbreviations(MarkdownDocument document, int count, int offset) => Of(document).Add((long)count * AbbreviationInWords, offset);

    private static void Weigh(BlockProcessor processor, Block block)
    {
        if (block.Parent is ListItemBlock { Count: > MostInItem })
            throw new TooMuchException($"this entry of a list holds more than {MostInItem} blocks and empty lines") { Offset = block.Span.Start };
        Of(processor.Document).Add(Block + (block is LeafBlock { Lines.Lines: not null } leaf ? WeightOf(leaf) : 0), block.Span.Start);
    }

    private static TreeWeight Of(MarkdownDocument document)
    {
        if (document.GetData(Key) is not TreeWeight tree)
            document.SetData(Key, tree = new TreeWeight());
        return tree;
    }

    private void Add(long weight, int offset)
    {
        _weight += weight;
        if (_weight > Heaviest)
            throw new TooMuchException("with this block the text has more blocks, cells and marks than can be read in time") { Offset = offset };
    }

    private static long WeightOf(LeafBlock leaf)
    {
        if (leaf is not (ParagraphBlock or HeadingBlock))
            return leaf.Lines.Count * Line;
        long weight = leaf.Lines.Count * LineOfWords;
        for (var i = 0; i < leaf.Lines.Count; i++)
        {
            var line = leaf.Lines.Lines[i].Slice.AsSpan();
            weight += (line.Count('|') * Cell) + (CountMarks(line) * Mark);
        }

        return weight;
    }

    private static long CountMarks(ReadOnlySpan<char> line)
    {
        var marks = 0;
        for (var at = line.IndexOfAny(Marks); at >= 0; at = line.IndexOfAny(Marks))
        {
            marks++;
            var mark = line[at];
            line = line[(at + 1)..];
            if (mark is not ('[' or ']'))
                line = line.TrimStart(mark);
        }

        return marks;
    }
}
