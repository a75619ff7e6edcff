using AlitaNews.Newsroom.Markdown.Alerts;
using AlitaNews.Newsroom.Markdown.Links;
using AlitaNews.Newsroom.Markdown.Safety;
using AlitaNews.Newsroom.Markdown.Shortcodes;
using AlitaNews.Newsroom.Markdown.Spoilers;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.SmartyPants;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;

namespace AlitaNews.Newsroom.Markdown;

/// <summary>Writes what stands within lines.</summary>
internal static class InlineWriter
{
    /// <summary>
    /// Emphasis may nest as deep as an editor has patience; beyond this depth only the words are written, so that no text can exhaust the stack.
    /// </summary>
    private const int DeepestInline = 64;

    /// <summary>Writes a node and its later siblings, up to but without <paramref name="end"/>.</summary>
    public static void WriteAll(BodyWriter writer, Inline? first, Inline? end = null)
    {
        for (var inline = first; inline is not null && inline != end; inline = inline.NextSibling)
        {
            if (inline is HtmlInline html)
                inline = RawHtmlWriter.WriteInline(writer, html);
            else
                Write(writer, inline);
        }
    }

    private static void Write(BodyWriter writer, Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                writer.Text(literal.Content.AsSpan());
                break;
            case EmphasisInline emphasis:
                WriteNested(writer, emphasis, () => WriteEmphasis(writer, emphasis));
                break;
            case LinkInline link:
                WriteNested(writer, link, () => LinkWriter.Write(writer, link));
                break;
            case AutolinkInline link:
                LinkWriter.Write(writer, link);
                break;
            case CodeInline code:
                writer.Html.Append("<code>");
                writer.Text(code.ContentSpan);
                writer.Html.Append("</code>");
                break;
            case LineBreakInline line:
                writer.Html.Append(line.IsHard ? "<br>\n" : "\n");
                break;
            case HtmlEntityInline entity:
                writer.Text(entity.Transcoded.AsSpan());
                break;
            case FootnoteLink footnote:
                FootnoteWriter.WriteLink(writer, footnote);
                break;
            case TaskList task:
                writer.Html.Append(task.Checked
                    ? "<span class=\"task\" role=\"img\" aria-label=\"done\">☑</span>"
                    : "<span class=\"task\" role=\"img\" aria-label=\"to do\">☐</span>");
                break;
            case AbbreviationInline abbreviation:
                WriteAbbreviation(writer, abbreviation.Abbreviation);
                break;
            case SmartyPant pant:
                writer.Html.Append(Typographic(pant.Type));
                break;
            case MathInline maths:
                writer.Html.Append("<span class=\"math\">");
                writer.Text(maths.Content.AsSpan());
                writer.Html.Append("</span>");
                break;
            case ShortcodeInline shortcode:
                ShortcodeWriter.WriteInline(writer, shortcode);
                break;
            case AlertHead:
                break;
            case DelimiterInline delimiter:
                writer.Text(delimiter.ToLiteral());
                WriteNested(writer, delimiter, () => writer.WriteInlines(delimiter));
                break;
            case ContainerInline container:
                WriteNested(writer, container, () => writer.WriteInlines(container));
                break;
        }
    }

    private static void WriteNested(BodyWriter writer, ContainerInline container, Action write)
    {
        if (writer.InlineDepth >= DeepestInline)
        {
            writer.Text(InlineText.Of(container));
            return;
        }

        writer.InlineDepth++;
        write();
        writer.InlineDepth--;
    }

    private static void WriteEmphasis(BodyWriter writer, EmphasisInline emphasis)
    {
        if (emphasis.DelimiterChar == SpoilerParser.Sign)
        {
            SpoilerWriter.WriteInline(writer, emphasis);
            return;
        }

        var name = emphasis.DelimiterChar switch
        {
            '~' => "del",
            '=' => "mark",
            _ => emphasis.DelimiterCount == 2 ? "strong" : "em",
        };
        writer.Html.Append('<').Append(name).Append('>');
        writer.WriteInlines(emphasis);
        writer.Html.Append("</").Append(name).Append('>');
    }

    private static void WriteAbbreviation(BodyWriter writer, Abbreviation abbreviation)
    {
        writer.Html.Append("<abbr title=\"");
        writer.Attribute(abbreviation.Text.AsSpan());
        writer.Html.Append("\">");
        writer.Text(abbreviation.Label);
        writer.Html.Append("</abbr>");
    }

    private static string Typographic(SmartyPantType type) => type switch
    {
        SmartyPantType.LeftQuote => "‘",
        SmartyPantType.RightQuote or SmartyPantType.Quote => "’",
        SmartyPantType.LeftDoubleQuote => "“",
        SmartyPantType.RightDoubleQuote => "”",
        SmartyPantType.DoubleQuote => "&quot;",
        SmartyPantType.LeftAngleQuote => "«",
        SmartyPantType.RightAngleQuote => "»",
        SmartyPantType.Ellipsis => "…",
        SmartyPantType.Dash2 => "–",
        SmartyPantType.Dash3 => "—",
        _ => "",
    };
}
