using System.Buffers;
using Markdig.Extensions.Abbreviations;
using Markdig.Parsers;
using Markdig.Syntax;

namespace AlitaNews.Newsroom.Markdown.Guards;

/// <summary>
/// Abbreviations whose uses are counted before they are looked for. One definition of a letter makes two nodes of every word that is this letter, and
/// no mark in the text shows it. Counts too many rather than too few: each word that a defined term begins with.
/// </summary>
internal sealed class WeighedAbbreviations : AbbreviationParser
{
    private static readonly SearchValues<char> BetweenWords = SearchValues.Create(" \t!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");

    /// <inheritdoc />
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var isFirst = !processor.Document.HasAbbreviations();
        var state = base.TryOpen(processor);
        if (isFirst && processor.Document.HasAbbreviations())
            processor.Document.ProcessInlinesBegin += static (inlines, _) => Weigh(inlines.Document);
        return state;
    }

    private static void Weigh(MarkdownDocument document)
    {
        if (document.GetAbbreviations() is not { } abbreviations)
            return;
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var signs = new HashSet<char>();
        foreach (var term in abbreviations.Keys)
        {
            var end = term.AsSpan().IndexOfAny(BetweenWords);
            if (end == 0)
                signs.Add(term[0]);
            else
                words.Add(end < 0 ? term : term[..end]);
        }

        var known = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var beginnings = SearchValues.Create([.. signs]);
        foreach (var leaf in document.Descendants().OfType<LeafBlock>())
        {
            var uses = 0;
            for (var i = 0; leaf is ParagraphBlock or HeadingBlock && i < leaf.Lines.Count; i++)
                uses += CountUses(leaf.Lines.Lines[i].Slice.AsSpan(), known, beginnings);
            TreeWeight.AddAbbreviations(document, uses, leaf.Span.Start);
        }
    }

    private static int CountUses(ReadOnlySpan<char> line, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> known, SearchValues<char> beginnings)
    {
        var uses = 0;
        for (var rest = line; rest.IndexOfAny(beginnings) is var at and >= 0; rest = rest[(at + 1)..])
            uses++;
        while (!line.IsEmpty)
        {
            var end = line.IndexOfAny(BetweenWords);
            if (known.Contains(end < 0 ? line : line[..end]))
                uses++;
            line = end < 0 ? default : line[(end + 1)..];
        }

        return uses;
    }
}
