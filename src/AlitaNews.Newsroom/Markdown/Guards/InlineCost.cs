using System.Buffers;
using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;

namespace AlitaNews.Newsroom.Markdown.Guards;

/// <summary>
/// Knows, before the lines of a paragraph are parsed, what that will cost. Markdig keeps every open mark of emphasis on one chain, so a
/// paragraph costs the square of its marks, and walks that chain for every bare address; it looks for the end of a declaration, or of the address of a link, up to the end of the paragraph;
/// it counts the lines of a paragraph anew, from the first, for each bracket; it leaves a bracket open whose label nobody defined, and walks through
/// all that stand open for the next; it reads the whole address of a definition for each link to it;
/// and brackets nest. What is too dear ends the parsing, and is refused with its line.
/// </summary>
internal sealed class InlineCost
{
    /// <summary>How deep brackets may stand open.</summary>
    public const int DeepestBrackets = 100;

    // Measured on this project's reference machine: nanoseconds a pair of marks, and a character looked at for each declaration.
    private const double NanosecondsAPairOfMarks = 10;
    private const double NanosecondsACharacter = 1.5;
    private const double NanosecondsALine = 1.2;
    private const double NanosecondsAPairOfLabels = 2;
    private const double NanosecondsADefinedCharacter = 0.08;
    private const double Budget = 600_000_000;

    private const string Key = "alita-inline-cost";
    private static readonly SearchValues<char> Marks = SearchValues.Create("*_~=|[]<");
    private double _spent;
    private long _brackets;

    private InlineCost()
    {
    }

    /// <summary>Looks at every paragraph and heading as soon as its last line is known.</summary>
    public static void AddTo(MarkdownPipelineBuilder builder)
    {
        builder.BlockParsers.FindExact<ParagraphBlockParser>()!.Closed += Look;
        builder.BlockParsers.FindExact<HeadingBlockParser>()!.Closed += Look;
    }

    private static void Look(BlockProcessor processor, Block block)
    {
        if (block is not LeafBlock leaf || leaf.Lines.Lines is null)
            return;
        long marks = 0, declarations = 0, length = 0, addresses = 0, brackets = 0, labels = 0;
        int open = 0, deepest = 0;
        for (var i = 0; i < leaf.Lines.Count; i++)
        {
            var line = leaf.Lines.Lines[i].Slice.AsSpan();
            length += line.Length + 1;
            brackets += line.Count('[');
            labels += line.Count("][");
            addresses += line.Count("://") + (line.Contains("www.", StringComparison.OrdinalIgnoreCase) ? 1 + line.Count(" www.") : 0);
            Count(line, ref marks, ref declarations, ref open, ref deepest);
            declarations += CountUnclosed(line);
        }

        marks += addresses;
        if (marks < 200 && declarations < 200 && brackets == 0)
            return;
        if (processor.Document.GetData(Key) is not InlineCost cost)
        {
            processor.Document.SetData(Key, cost = new InlineCost());
            processor.Document.ProcessInlinesBegin += (inlines, _) => cost.LookAtDefinitions(inlines.Document);
        }

        cost._brackets += brackets;
        cost._spent += (marks * (double)marks * NanosecondsAPairOfMarks / 2) + (declarations * (double)length * NanosecondsACharacter);
        cost._spent += (brackets * (double)leaf.Lines.Count * NanosecondsALine) + (labels * (double)labels * NanosecondsAPairOfLabels);
        if (deepest > DeepestBrackets)
            throw new TooMuchException($"more than {DeepestBrackets} brackets stand open in this paragraph") { Offset = leaf.Span.Start };
        if (cost._spent > Budget)
            throw new TooMuchException($"this paragraph or table has {Math.Max(Math.Max(marks, declarations), brackets)} marks, more than can be read in time") { Offset = leaf.Span.Start };
    }

    private void LookAtDefinitions(MarkdownDocument document)
    {
        if (document.OfType<LinkReferenceDefinitionGroup>().FirstOrDefault() is not { } group)
            return;
        var longest = group.OfType<LinkReferenceDefinition>().MaxBy(LengthOf);
        if (longest is not null && _brackets * (double)LengthOf(longest) * NanosecondsADefinedCharacter > Budget)
            throw new TooMuchException($"this address has {LengthOf(longest)} characters, too many for a text with {_brackets} brackets") { Offset = longest.Span.Start };
    }

    private static int LengthOf(LinkReferenceDefinition definition) => (definition.Url?.Length ?? 0) + (definition.Title?.Length ?? 0);

    // The address or title of a link is looked for in the same way.
    private static int CountUnclosed(ReadOnlySpan<char> line)
    {
        var count = 0;
        for (var at = line.IndexOf("]("); at >= 0;)
        {
            line = line[(at + 2)..];
            at = line.IndexOf("](");
            if (!(at < 0 ? line : line[..at]).Contains(line.StartsWith('<') ? '>' : ')'))
                count++;
        }

        return count;
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
}
