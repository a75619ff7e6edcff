using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Markdown.AdSlots;
using AlitaNews.Newsroom.Markdown.Embeds;
using AlitaNews.Newsroom.Markdown.Figures;
using AlitaNews.Newsroom.Markdown.Summaries;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AlitaNews.Newsroom.Markdown.Safety;

/// <summary>
/// Raw HTML is never passed through as written: pictures, frames and certain comments become what they mean, tags of a short list are written
/// anew, everything else is removed and reported where it stands.
/// </summary>
internal static class RawHtmlWriter
{
    /// <summary>Writes a block of raw HTML.</summary>
    public static void WriteBlock(BodyWriter writer, HtmlBlock block)
    {
        var html = BlockWriter.Lines(block);
        var tokens = HtmlTokens.Read(html);
        if (!writer.Context.InlineOnly && HtmlFigure.Find(tokens) is { } figure)
        {
            HtmlFigure.Write(writer, figure, offset => At(writer, block, offset));
            return;
        }

        foreach (var token in tokens)
            Write(writer, token, At(writer, block, token.Offset), inBlock: true);
        writer.Html.Append('\n');
    }

    /// <summary>Writes pieces that stand within a line.</summary>
    public static void WriteTokens(BodyWriter writer, IReadOnlyList<HtmlToken> tokens, Func<int, int> locate)
    {
        foreach (var token in tokens)
            Write(writer, token, locate(token.Offset), inBlock: false);
    }

    /// <summary>Writes what raw HTML says in a place that takes no blocks.</summary>
    public static void WriteText(BodyWriter writer, HtmlBlock block)
    {
        foreach (var token in HtmlTokens.Read(BlockWriter.Lines(block)))
        {
            if (token.Kind == HtmlTokenKind.Text)
                WriteText(writer, token.Text);
            else if (token.Kind == HtmlTokenKind.Open && HtmlTokens.IsOpaque(token.Text))
                Write(writer, token, block.Span.Start, inBlock: false);
        }
    }

    /// <summary>Writes a piece of raw HTML within a line.</summary>
    /// <returns>The last inline that was taken: of a script, what stands up to its end.</returns>
    public static Inline WriteInline(BodyWriter writer, HtmlInline inline)
    {
        var tokens = HtmlTokens.Read(inline.Tag);
        if (tokens is not [var token])
        {
            writer.Text(inline.Tag);
            return inline;
        }

        Write(writer, token, inline.Span.Start, inBlock: false);
        if (token.Kind != HtmlTokenKind.Open || !HtmlTokens.IsOpaque(token.Text))
            return inline;
        for (var next = inline.NextSibling; next is not null; next = next.NextSibling)
        {
            if (next is HtmlInline close && close.Tag.StartsWith("</" + token.Text, StringComparison.OrdinalIgnoreCase))
                return close;
        }

        return inline;
    }

    private static void Write(BodyWriter writer, HtmlToken token, int offset, bool inBlock)
    {
        switch (token.Kind)
        {
            case HtmlTokenKind.Text:
                WriteText(writer, token.Text);
                break;
            case HtmlTokenKind.Comment:
                WriteComment(writer, token.Text, inBlock);
                break;
            case HtmlTokenKind.Other:
                writer.Context.Report(DiagnosticCatalogue.RemovedHtml, offset, "a declaration was removed");
                break;
            case HtmlTokenKind.Open:
                WriteOpen(writer, token, offset, inBlock);
                break;
            case HtmlTokenKind.Close when AllowedHtml.Elements.Contains(token.Text) && !AllowedHtml.IsVoid(token.Text):
                writer.MarkRaw();
                AllowedHtml.AppendClose(writer.Html, token.Text, writer.Context.HeadingShift);
                break;
        }
    }

    private static void WriteOpen(BodyWriter writer, HtmlToken token, int offset, bool inBlock)
    {
        var context = writer.Context;
        switch (token.Text)
        {
            case "img" when !context.InlineOnly:
                writer.Own(HtmlFigure.Draft(context, token, offset).Finish(inline: true));
                return;
            case "iframe" when EmbedProviders.Find(token.Find("src") ?? "") is { } embed && !context.InlineOnly:
                if (inBlock)
                    EmbedWriter.Write(writer, embed with { Title = token.Find("title") });
                else
                    EmbedWriter.WriteLink(writer, embed with { Title = token.Find("title") });
                return;
            case "script" or "iframe":
                var source = token.Find("src") is { Length: > 0 } src ? $" ({(src.Length > 60 ? src[..60] + "…" : src)})" : "";
                context.Report(
                    DiagnosticCatalogue.ScriptOrFrame,
                    offset,
                    $"a {(token.Text == "script" ? "script" : "frame of a site that is not allowed")} was removed{source}",
                    "link to the page instead");
                return;
            case "figure" or "picture" or "source" or "wbr":
                return;
            case "figcaption":
                writer.Html.Append(' ');
                return;
        }

        if (!AllowedHtml.Elements.Contains(token.Text))
        {
            context.Report(DiagnosticCatalogue.RemovedHtml, offset, $"<{Shorten(token.Text)}> was removed; text within it stays where it is for readers");
            return;
        }

        if (!AllowedHtml.IsVoid(token.Text))
            writer.MarkRaw();
        if (AllowedHtml.AppendOpen(writer.Html, token, context.HeadingShift, context.Path) is { } removed)
            context.Report(DiagnosticCatalogue.RemovedHtml, offset, $"an {removed} of <{token.Text}> was removed");
    }

    private static void WriteComment(BodyWriter writer, string comment, bool inBlock)
    {
        var words = comment.Trim();
        if (ExcerptMark.IsMark(words))
            writer.Html.Append(ExcerptMark.Marker);
        else if (words.Equals("ad", StringComparison.OrdinalIgnoreCase) && inBlock)
            AdSlotWriter.Write(writer, null);
        else if (words.StartsWith("ad:", StringComparison.OrdinalIgnoreCase) && inBlock)
            AdSlotWriter.Write(writer, words[3..]);
    }

    /// <summary>Entities stay, whatever could begin a tag does not.</summary>
    private static void WriteText(BodyWriter writer, string text) => writer.Text(System.Net.WebUtility.HtmlDecode(text));

    private static int At(BodyWriter writer, HtmlBlock block, int offset)
    {
        // Lines of a block in a list or quotation have lost what stood before them, so count lines rather than characters.
        var lines = block.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            var length = lines.Lines[i].Slice.Length;
            if (offset <= length)
                return Math.Min(lines.Lines[i].Position + offset, writer.Context.Text.Text.Length);
            offset -= length + 1;
        }

        return block.Span.Start;
    }

    private static string Shorten(string text) => text.Length <= 30 ? text : text[..30] + "…";
}
