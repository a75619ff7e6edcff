using System.Globalization;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Markdown.AdSlots;
using AlitaNews.Newsroom.Markdown.Embeds;
using AlitaNews.Newsroom.Markdown.Figures;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AlitaNews.Newsroom.Markdown.Shortcodes;

/// <summary>Writes the shortcodes that we understand.</summary>
internal static class ShortcodeWriter
{
    /// <summary>Writes a paragraph that holds nothing but shortcodes.</summary>
    public static bool TryWriteBlock(BodyWriter writer, ParagraphBlock paragraph)
    {
        var list = ListOnly(paragraph);
        foreach (var inline in list)
            Write(writer, inline.Index, inline.Span.Start, inLine: false);
        return list.Count > 0;
    }

    /// <summary>Writes a shortcode within a line.</summary>
    public static void WriteInline(BodyWriter writer, ShortcodeInline inline) => Write(writer, inline.Index, inline.Span.Start, inLine: true);

    /// <summary>The figures of a paragraph that holds nothing but figure shortcodes, or nothing.</summary>
    public static List<FigureDraft> ListFigures(BodyWriter writer, ParagraphBlock paragraph)
    {
        var figures = new List<FigureDraft>();
        foreach (var inline in ListOnly(paragraph))
        {
            if (Find(writer, inline.Index) is not { Name: "figure" or "img" or "image" } shortcode || new PictureWords(shortcode).Src.Length == 0 || EmbedOf(shortcode) is not null)
                return [];
            figures.Add(Figure(writer, inline.Span.Start, shortcode));
        }

        return figures;
    }

    private static List<ShortcodeInline> ListOnly(ParagraphBlock paragraph)
    {
        var list = new List<ShortcodeInline>();
        for (var inline = paragraph.Inline?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is ShortcodeInline shortcode)
                list.Add(shortcode);
            else if (inline is not LineBreakInline && !(inline is LiteralInline literal && literal.Content.AsSpan().IsWhiteSpace()))
                return [];
        }

        return list;
    }

    /// <summary>Writes raw text in which shortcodes may stand as placeholders.</summary>
    public static void WriteText(BodyWriter writer, string text, int start, bool inLine)
    {
        var rest = text.AsSpan();
        while (true)
        {
            var open = rest.IndexOf(BodyMarkup.Start);
            var close = open < 0 ? -1 : open + rest[open..].IndexOf(BodyMarkup.End);
            if (close <= open)
            {
                writer.Text(rest);
                return;
            }

            writer.Text(rest[..open]);
            if (int.TryParse(rest[(open + 1)..close], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                Write(writer, index, start, inLine);
            rest = rest[(close + 1)..];
        }
    }

    private static void Write(BodyWriter writer, int index, int start, bool inLine)
    {
        if (Find(writer, index) is not { } shortcode)
            return;
        switch (shortcode.Name)
        {
            case "figure" or "img" or "image":
                if (EmbedOf(shortcode) is { } film)
                    Write(writer, film, inLine);
                else if (new PictureWords(shortcode).Src.Length == 0)
                    ReportEmpty(writer, start, shortcode);
                else if (!writer.Context.InlineOnly)
                    writer.Own(Figure(writer, start, shortcode).Finish(inLine) + (inLine ? "" : "\n"));
                break;
            case "ad":
                if (!inLine)
                    AdSlotWriter.Write(writer, shortcode.Find("slot") ?? shortcode.First);
                break;
            default:
                WriteEmbed(writer, start, shortcode, inLine);
                break;
        }
    }

    private static void WriteEmbed(BodyWriter writer, int start, Shortcode shortcode, bool inLine)
    {
        var id = shortcode.Find("id") ?? shortcode.Find("url") ?? shortcode.First ?? "";

        // Behind the id the name of one of its files may stand.
        if (shortcode.Name is "gist" && shortcode.Items is [{ Value: null } user, { Value: null } gist, ..] && !gist.Key.Contains('.', StringComparison.Ordinal))
            id = user.Key + "/" + gist.Key;
        if (shortcode is { Name: "x" or "twitter" or "tweet" } && shortcode.Find("user") is { } name && shortcode.Find("id") is { } status)
            id = $"https://x.com/{name}/status/{status}";
        if (EmbedProviders.FromShortcode(shortcode.Name, id) is not { } embed)
        {
            ReportEmpty(writer, start, shortcode);
            return;
        }

        Write(writer, embed with { Title = shortcode.Find("title") }, inLine);
    }

    // Sites have one shortcode for all that stands in a frame with words below it: a film too.
    private static Embed? EmbedOf(Shortcode shortcode)
    {
        var words = new PictureWords(shortcode);
        if (!words.Src.Contains("//", StringComparison.Ordinal) || EmbedProviders.Find(words.Src) is not { } embed)
            return null;
        var title = words.Caption.Length > 0 ? words.Caption : words.Alt;
        return embed with { Title = title.Length > 0 ? title : null };
    }

    private static void Write(BodyWriter writer, Embed embed, bool inLine)
    {
        if (inLine)
            EmbedWriter.WriteLink(writer, embed);
        else
            EmbedWriter.Write(writer, embed);
    }

    private static void ReportEmpty(BodyWriter writer, int start, Shortcode shortcode) =>
        writer.Context.Report(DiagnosticCatalogue.UnknownShortcode, start, $"this \"{shortcode.Name}\" names nothing that can be shown; removed");

    private static FigureDraft Figure(BodyWriter writer, int start, Shortcode shortcode)
    {
        var context = writer.Context;
        var words = new PictureWords(shortcode);
        var draft = new FigureDraft(context)
        {
            Src = words.Src,
            Alt = words.Alt,
            CaptionHtml = words.Caption is { Length: > 0 } caption ? CaptionReader.Read(context, caption, start, start + 1) : null,
            Link = shortcode.Find("link") ?? shortcode.Find("href"),
            Start = start,
            End = start + 1,
        };
        draft.Read("credit", shortcode.Find("credit") ?? shortcode.Find("attr"));
        draft.Read("credit-url", shortcode.Find("attrlink"));
        foreach (var key in new[] { "kind", "license", "license-url", "source", "agency", "copyright" })
            draft.Read(key, shortcode.Find(key));
        return draft;
    }

    private static Shortcode? Find(BodyWriter writer, int index) =>
        index >= 0 && index < writer.Context.Shortcodes.Count ? writer.Context.Shortcodes[index] : null;
}
