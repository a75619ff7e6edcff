using System.Globalization;
using AlitaNews.Newsroom.Markdown.AdSlots;
using AlitaNews.Newsroom.Markdown.Alerts;
using AlitaNews.Newsroom.Markdown.Attributes;
using AlitaNews.Newsroom.Markdown.Containers;
using AlitaNews.Newsroom.Markdown.Embeds;
using AlitaNews.Newsroom.Markdown.Figures;
using AlitaNews.Newsroom.Markdown.Headings;
using AlitaNews.Newsroom.Markdown.Safety;
using AlitaNews.Newsroom.Markdown.Shortcodes;
using AlitaNews.Newsroom.Markdown.Spoilers;
using AlitaNews.Newsroom.Markdown.Summaries;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace AlitaNews.Newsroom.Markdown;

/// <summary>Writes blocks.</summary>
internal static class BlockWriter
{
    /// <summary>Writes the blocks of a container in order. Some take their followers with them (a picture its caption).</summary>
    public static void WriteAll(BodyWriter writer, ContainerBlock container)
    {
        for (var i = 0; i < container.Count;)
        {
            i += Write(writer, container, i);
            writer.CheckSize();
            if (container is MarkdownDocument && writer.Raw.IsBalanced)
                writer.Seal();
        }
    }

    /// <summary>Writes some blocks of a container, in order and each by itself.</summary>
    /// <param name="writer">The body.</param>
    /// <param name="container">The container.</param>
    /// <param name="isWanted">Which.</param>
    public static void WriteEach(BodyWriter writer, ContainerBlock container, Func<Block, bool> isWanted)
    {
        for (var i = 0; i < container.Count; i++)
        {
            if (isWanted(container[i]))
                Write(writer, container, i);
        }
    }

    private static int Write(BodyWriter writer, ContainerBlock container, int index)
    {
        switch (container[index])
        {
            case ParagraphBlock paragraph:
                return WriteParagraph(writer, container, index, paragraph);
            case HeadingBlock heading:
                HeadingWriter.Write(writer, heading);
                break;
            case ListBlock list:
                if (!AttributeInlineParser.IsContents(list) && !AdSlotWriter.TryWrite(writer, list))
                    WriteList(writer, list);
                break;
            case QuoteBlock quote:
                if (!AlertWriter.TryWrite(writer, quote))
                    WriteElement(writer, "blockquote", quote);
                break;
            case MathBlock maths:
                writer.Html.Append("<div class=\"math\">");
                writer.Text(Lines(maths));
                writer.Html.Append("</div>\n");
                break;
            case CodeBlock code:
                WriteCode(writer, code);
                break;
            case ThematicBreakBlock:
                writer.Html.Append("<hr>\n");
                break;
            case HtmlBlock html:
                RawHtmlWriter.WriteBlock(writer, html);
                break;
            case Table table:
                TableWriter.Write(writer, table);
                break;
            case CustomContainer custom:
                ContainerWriter.Write(writer, custom);
                break;
            case Markdig.Extensions.Figures.Figure figure:
                FigureWriter.WriteFenced(writer, figure);
                break;
            case FootnoteGroup footnotes:
                FootnoteWriter.WriteGroup(writer, footnotes);
                break;
            case LinkReferenceDefinition or LinkReferenceDefinitionGroup or Abbreviation or Footnote:
                break;
            case ContainerBlock other:
                WriteAll(writer, other);
                break;
            case LeafBlock leaf:
                writer.WriteInlines(leaf.Inline);
                break;
        }

        return 1;
    }

    /// <summary>The lines of a block, joined.</summary>
    public static string Lines(LeafBlock block) => block.Lines.ToSlice().ToString();

    private static int WriteParagraph(BodyWriter writer, ContainerBlock container, int index, ParagraphBlock paragraph)
    {
        if (!writer.Context.InlineOnly)
        {
            if (MdxLines.TrySwallow(writer, paragraph)
                || AdSlotWriter.TryWrite(writer, paragraph)
                || VerificationLine.TryLift(writer.Context, container, index)
                || EmbedWriter.TryWrite(writer, paragraph)
                || ShortcodeWriter.TryWriteBlock(writer, paragraph))
            {
                return 1;
            }

            var consumed = FigureWriter.TryWrite(writer, container, index);
            if (consumed > 0)
                return consumed;
        }

        if (paragraph.Inline?.FirstChild is null)
            return 1;
        if (writer.Tight)
        {
            writer.WriteInlines(paragraph.Inline);
            writer.Raw.EndOfLines();
            if (index + 1 < container.Count)
                writer.Html.Append('\n');
            return 1;
        }

        var spoiler = SpoilerWriter.Holds(paragraph.Inline);
        var start = writer.Html.Length;
        writer.Html.Append(spoiler ? "<div class=\"paragraph\">" : "<p>");
        var content = writer.Html.Length;
        writer.WriteInlines(paragraph.Inline);
        writer.Raw.EndOfLines();
        while (writer.Html.Length > content && writer.Html[content] is '\n' or ' ')
            writer.Html.Remove(content, 1);
        if (paragraph.Parent is MarkdownDocument && writer.Context.FirstParagraph is null)
            writer.Context.FirstParagraph = NullIfEmpty(PlainText.Of(writer.Expand(writer.Html.ToString(content, writer.Html.Length - content))));
        if (IsBlank(writer, content))
            writer.Html.Length = start;
        else
            writer.Html.Append(spoiler ? "</div>\n" : "</p>\n");
        return 1;
    }

    private static bool IsBlank(BodyWriter writer, int start)
    {
        if (writer.Html.Length - start > 8)
            return false;
        for (var i = start; i < writer.Html.Length; i++)
        {
            if (!char.IsWhiteSpace(writer.Html[i]))
                return false;
        }

        return true;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static void WriteList(BodyWriter writer, ListBlock list)
    {
        var html = writer.Html;
        if (!list.IsOrdered)
            html.Append("<ul>\n");
        else if (list.OrderedStart is { } first && first != "1" && int.TryParse(first, CultureInfo.InvariantCulture, out var start))
            html.Append(CultureInfo.InvariantCulture, $"<ol start=\"{start}\">\n");
        else
            html.Append("<ol>\n");
        var tight = writer.Tight;
        foreach (var item in list)
        {
            if (item is not ContainerBlock blocks)
                continue;
            writer.Tight = !list.IsLoose;
            html.Append("<li>");
            writer.WriteBlocks(blocks);
            html.Append("</li>\n");
        }

        writer.Tight = tight;
        html.Append(list.IsOrdered ? "</ol>\n" : "</ul>\n");
    }

    private static void WriteElement(BodyWriter writer, string name, ContainerBlock content)
    {
        var tight = writer.Tight;
        writer.Tight = false;
        writer.Html.Append('<').Append(name).Append(">\n");
        writer.WriteBlocks(content);
        writer.Html.Append("</").Append(name).Append(">\n");
        writer.Tight = tight;
    }

    private static void WriteCode(BodyWriter writer, CodeBlock code)
    {
        writer.Html.Append("<pre><code");
        if (code is FencedCodeBlock { Info: { Length: > 0 } info })
        {
            var name = info.AsSpan().TrimStart("{.").TrimEnd("}");
            var end = name.IndexOfAny("{,:} ");
            if (end >= 0)
                name = name[..end];
            if (!name.IsEmpty)
            {
                writer.Html.Append(" class=\"language-");
                writer.Attribute(name);
                writer.Html.Append('"');
            }
        }

        writer.Html.Append('>');
        var text = Lines(code);
        writer.Text(text);
        writer.Html.Append(text.Length == 0 || text.EndsWith('\n') ? "</code></pre>\n" : "\n</code></pre>\n");
    }
}
