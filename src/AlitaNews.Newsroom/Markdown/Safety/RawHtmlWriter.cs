using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Markdown.AdSlots;
using AlitaNews.Newsroom.Markdown.Embeds;
using AlitaNews.Newsroom.Markdown.Figures;
using AlitaNews.Newsroom.Markdown.Shortcodes;
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
        var tokens = HtmlTokens.Read(BlockWriter.Lines(block));
        var places = new HtmlBlockPlaces(block);
        if (!writer.Context.InlineOnly && HtmlFigure.Find(tokens) is { } figure)
        {
            HtmlFigure.Write(writer, figure, places.Locate);
            return;
        }

        var start = writer.Html.Length;
        foreach (var token in tokens)
            Write(writer, token, places.Locate(token.Offset), inBlock: true);
        writer.Raw.EndOfLines();
        if (writer.Html.Length > start && writer.Html[^1] != '\n')
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
                WriteText(writer, token.Text, block.Span.Start, inBlock: false);
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
        if (token.Kind != HtmlTokenKind.Open || !HtmlTokens.IsOpaque(token.Text) || !writer.Raw.MayClose(inline.Parent!, token.Text))
            return inline;
        for (var next = inline.NextSibling; next is not null; next = next.NextSibling)
        {
            if (next is HtmlInline close && close.Tag.StartsWith("</" + token.Text, StringComparison.OrdinalIgnoreCase))
                return close;
        }

        writer.Raw.NeverCloses(inline.Parent!, token.Text);
        return inline;
    }

    private static void Write(BodyWriter writer, HtmlToken token, int offset, bool inBlock)
    {
        switch (token.Kind)
        {
            case HtmlTokenKind.Text:
                WriteText(writer, token.Text, offset, inBlock);
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
                writer.Raw.Close(token.Text);
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
            case "a" when RawLink.TryOpen(writer, token, offset):
            case "figure" or "picture" or "source" or "wbr":
                return;
            case "figcaption":
                writer.Html.Append(' ');
                return;
        }

        if (!AllowedHtml.Elements.Contains(token.Text))
        {
            context.Report(DiagnosticCatalogue.RemovedHtml, offset,
                HtmlTokens.IsOpaque(token.Text)
                    ? $"<{Shorten(token.Text)}> was removed, with what it holds"
                    : $"<{Shorten(token.Text)}> was removed; text within it stays");
            return;
        }

        if (!AllowedHtml.IsVoid(token.Text) && !writer.Raw.TryOpen(token.Text))
        {
            context.Report(DiagnosticCatalogue.RemovedHtml, offset, $"<{token.Text}> was removed: more than {RawBalance.Deepest} tags stand open");
            return;
        }

        if (AllowedHtml.AppendOpen(writer.Html, token, context.HeadingShift, context.Path) is { } removed)
            context.Report(DiagnosticCatalogue.RemovedHtml, offset, $"the {removed} of <{token.Text}> was removed");
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
    private static void WriteText(BodyWriter writer, string text, int offset, bool inBlock) =>
        ShortcodeWriter.WriteText(writer, System.Net.WebUtility.HtmlDecode(text), offset, inLine: !inBlock);

    private static string Shorten(string text) => text.Length <= 30 ? text : text[..30] + "…";
}
