using System.Text;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Style;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AlitaNews.Newsroom.Markdown;

/// <summary>Reports what readers would trip over in the words of a body. What others said, within quotes, is theirs.</summary>
internal static class StyleReport
{
    /// <summary>Looks at every paragraph, heading and table cell.</summary>
    public static void Check(BodyContext context, MarkdownDocument document)
    {
        // Iterative: blocks may nest deeper than the stack bears.
        var open = new Stack<Block>([document]);
        while (open.TryPop(out var block))
        {
            if (block is LeafBlock { Inline: { } words })
                Check(context, words);
            else if (block is ContainerBlock container and not QuoteBlock and not CustomContainer { Info: "quote" })
            {
                foreach (var child in container)
                    open.Push(child);
            }
        }
    }

    private static void Check(BodyContext context, ContainerInline words)
    {
        var text = new StringBuilder();
        var places = new List<(int Text, int Source)>();
        var open = new Stack<Inline>();
        if (words.FirstChild is { } first)
            open.Push(first);
        while (open.TryPop(out var inline))
        {
            if (inline.NextSibling is { } next)
                open.Push(next);
            if (inline is LiteralInline literal)
            {
                places.Add((text.Length, literal.Span.Start));
                text.Append(literal.Content.AsSpan());
            }
            else if (inline is LineBreakInline)
            {
                text.Append(' ');
            }

            // The words of a picture are not prose, and links to an address are no words.
            if (inline is ContainerInline { FirstChild: { } child } and not LinkInline { IsImage: true } and not LinkInline { IsAutoLink: true })
                open.Push(child);
        }

        foreach (var (start, phrase) in RelativeTimes.List(text.ToString()))
        {
            var place = places.FindLast(place => place.Text <= start);
            context.Report(DiagnosticCatalogue.RelativeTime, place.Source + start - place.Text, MessageFor(phrase), Hint);
        }
    }

    /// <summary>What to do about it.</summary>
    public const string Hint = "write the date, here or beside it: nobody knows when this will be read";

    /// <summary>What is wrong.</summary>
    public static string MessageFor(string phrase) => $"\"{phrase}\" has no date";
}
