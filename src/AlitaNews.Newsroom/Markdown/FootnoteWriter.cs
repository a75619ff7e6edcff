using System.Globalization;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;

namespace AlitaNews.Newsroom.Markdown;

/// <summary>Writes footnotes: numbers in the text, the notes behind it, links both ways.</summary>
internal static class FootnoteWriter
{
    /// <summary>Writes the number in the text. The links back are written with the note.</summary>
    public static void WriteLink(BodyWriter writer, FootnoteLink link)
    {
        if (link.IsBackLink || writer.Context.InlineOnly)
            return;
        var order = link.Footnote.Order;
        writer.Html.Append(CultureInfo.InvariantCulture,
            $"<sup class=\"footnote-ref\"><a id=\"fnref-{link.Index}\" href=\"#fn-{order}\" aria-label=\"Footnote {order}\">{order}</a></sup>");
    }

    /// <summary>Writes the notes.</summary>
    public static void WriteGroup(BodyWriter writer, FootnoteGroup group)
    {
        if (writer.Context.InlineOnly)
            return;
        writer.Own("<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n", () => WriteNotes(writer, group), "</ol>\n</section>\n");
    }

    private static void WriteNotes(BodyWriter writer, FootnoteGroup group)
    {
        foreach (var block in group)
        {
            if (block is not Footnote note)
                continue;
            writer.Html.Append(CultureInfo.InvariantCulture, $"<li id=\"fn-{note.Order}\">");
            var tight = writer.Tight;
            writer.Tight = note is [ParagraphBlock];
            writer.Html.Append(writer.Capture(() => writer.WriteBlocks(note)));
            writer.Tight = tight;
            foreach (var link in note.Links)
            {
                if (!link.IsBackLink)
                {
                    writer.Html.Append(CultureInfo.InvariantCulture,
                        $" <a class=\"footnote-back\" href=\"#fnref-{link.Index}\" aria-label=\"Back to the text\">↩</a>");
                }
            }

            writer.Html.Append("</li>\n");
        }
    }
}
