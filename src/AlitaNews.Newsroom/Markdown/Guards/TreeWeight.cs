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
    private const long Heaviest = 270_000_000;

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

    private static void Weigh(BlockProcessor processor, Block block)
    {
        if (processor.Document.GetData(Key) is not TreeWeight tree)
            processor.Document.SetData(Key, tree = new TreeWeight());
        tree._weight += Block + (block is LeafBlock { Lines.Lines: not null } leaf ? WeightOf(leaf) : 0);
        if (tree._weight > Heaviest)
            throw new TooMuchException("with this block the text has more blocks, cells and marks than can be read in time") { Offset = block.Span.Start };
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
