using System.Buffers;
using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;

namespace AlitaNews.Newsroom.Markdown.Guards;

/// <summary>
/// Knows, before the lines of a paragraph are parsed, what that will cost. Markdig keeps every open mark of emphasis on one chain, so a
/// paragraph costs the square of its marks, and walks that chain for every bare address; it looks for the end of a declaration up to the end of the paragraph; and brackets nest. What is
/// too dear is left unparsed and refused with its line.
/// </summary>
internal sealed class InlineCost
{
    /// <summary>How deep brackets may stand open.</summary>
    public const int DeepestBrackets = 100;

    // Measured on this project's reference machine: nanoseconds a pair of marks, and a character looked at for each declaration.
    private const double NanosecondsAPairOfMarks = 10;
    private const double NanosecondsACharacter = 1.5;
    private const double Budget = 600_000_000;

    private const string Key = "alita-inline-cost";
    private static readonly SearchValues<char> Marks = SearchValues.Create("*_~=|[]<");
    private double _spent;

    private InlineCost()
    {
    }

    /// <summary>The block that is too dear, or null.</summary>
    public LeafBlock? TooDear { get; private set; }

    /// <summary>Why it is.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Looks at every paragraph and heading as soon as its last line is known.</summary>
    public static void AddTo(MarkdownPipelineBuilder builder)
    {
        builder.BlockParsers.FindExact<ParagraphBlockParser>()!.Closed += Look;
        builder.BlockParsers.FindExact<HeadingBlockParser>()!.Closed += Look;
    }

    /// <summary>What was found in a document, or null if nothing was dear.</summary>
    public static InlineCost? Find(MarkdownDocument document) => document.GetData(Key) as InlineCost;

    private static void Look(BlockProcessor processor, Block block)
    {
        if (block is not LeafBlock leaf || leaf.Lines.Lines is null)
            return;
        long marks = 0, declarations = 0, length = 0, addresses = 0;
        int open = 0, deepest = 0;
        for (var i = 0; i < leaf.Lines.Count; i++)
        {
            var line = leaf.Lines.Lines[i].Slice.AsSpan();
            length += line.Length + 1;
            addresses += line.Count("://") + (line.Contains("www.", StringComparison.OrdinalIgnoreCase) ? 1 + line.Count(" www.") : 0);
            Count(line, ref marks, ref declarations, ref open, ref deepest);
        }

        marks += addresses;
        if (marks < 200 && declarations < 200 && deepest <= DeepestBrackets)
            return;
        if (processor.Document.GetData(Key) is not InlineCost cost)
            processor.Document.SetData(Key, cost = new InlineCost());
        cost._spent += (marks * (double)marks * NanosecondsAPairOfMarks / 2) + (declarations * (double)length * NanosecondsACharacter);
        if (deepest > DeepestBrackets)
            cost.Refuse(leaf, $"more than {DeepestBrackets} brackets stand open in this paragraph");
        else if (cost._spent > Budget)
            cost.Refuse(leaf, $"this paragraph or table has {Math.Max(marks, declarations)} marks, more than can be read in time");
    }

    private static void Count(ReadOnlySpan<char> line, ref long marks, ref long declarations, ref int open, ref int deepest)
    {
        var last = '\0';
        for (var at = line.IndexOfAny(Marks); at >= 0;)
        {
            var c = line[at];
            switch (c)
            {
                case '[':
                    deepest = Math.Max(deepest, ++open);
                    break;
                case ']':
                    open = Math.Max(0, open - 1);
                    break;
                case '<':
                    if (at + 1 < line.Length && line[at + 1] is '!' or '?')
                        declarations++;
                    break;
                case '|' or '=' or '~':
                    if (last == c)
                        marks++;
                    break;
                default:
                    if (last != c)
                        marks++;
                    break;
            }

            last = at + 1 < line.Length && Marks.Contains(line[at + 1]) ? c : '\0';
            var next = line[(at + 1)..].IndexOfAny(Marks);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private void Refuse(LeafBlock leaf, string reason)
    {
        leaf.ProcessInlines = false;
        if (TooDear is not null)
            return;
        TooDear = leaf;
        Reason = reason;
    }
}
