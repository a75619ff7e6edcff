using System.Text;
using Markdig.Syntax;

namespace AlitaNews.Newsroom.Markdown.AdSlots;

/// <summary>Recognises advertisement slots, also the way the founding story writes them: a line <c>- Advertisement -</c>.</summary>
internal static class AdSlotWriter
{
    /// <summary>The slot that has no name.</summary>
    public const string DefaultSlot = "article";

    /// <summary>Writes a slot.</summary>
    public static void Write(BodyWriter writer, string? slot)
    {
        var name = new StringBuilder();
        foreach (var c in slot ?? "")
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
                name.Append(char.ToLowerInvariant(c));
        }

        writer.Own(BodyMarkup.Open(BodyMarkup.Ad, name.Length == 0 ? DefaultSlot : name.ToString()) + "\n");
    }

    /// <summary>Writes a slot if a top-level paragraph consists of an advertisement word and dashes.</summary>
    public static bool TryWrite(BodyWriter writer, ParagraphBlock paragraph)
    {
        if (paragraph.Parent is not MarkdownDocument || paragraph.Span.Length > 80 || !IsAdWord(writer, paragraph))
            return false;
        Write(writer, null);
        return true;
    }

    /// <summary>Writes a slot if a top-level list has one item that consists of an advertisement word and dashes.</summary>
    public static bool TryWrite(BodyWriter writer, ListBlock list)
    {
        if (list is not { Parent: MarkdownDocument, IsOrdered: false, Count: 1 }
            || list[0] is not ListItemBlock { Count: 1 } item
            || item[0] is not ParagraphBlock paragraph
            || paragraph.Span.Length > 80
            || !IsAdWord(writer, paragraph))
        {
            return false;
        }

        Write(writer, null);
        return true;
    }

    private static bool IsAdWord(BodyWriter writer, ParagraphBlock paragraph)
    {
        var words = InlineText.Of(paragraph.Inline).AsSpan().Trim("-–—* \t\n");
        return writer.Context.AdWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words);
    }
}
