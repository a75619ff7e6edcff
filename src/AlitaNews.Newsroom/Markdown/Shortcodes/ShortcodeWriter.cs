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
            Write(writer, inline, inLine: false);
        return list.Count > 0;
    }

    /// <summary>Writes a shortcode within a line.</summary>
    public static void WriteInline(BodyWriter writer, ShortcodeInline inline) => Write(writer, inline, inLine: true);

    /// <summary>The figures of a paragraph that holds nothing but figure shortcodes, or nothing.</summary>
    public static List<FigureDraft> ListFigures(BodyWriter writer, ParagraphBlock paragraph)
    {
        var figures = new List<FigureDraft>();
        foreach (var inline in ListOnly(paragraph))
        {
            if (Find(writer, inline) is not { Name: "figure" or "img" or "image" } shortcode)
                return [];
            figures.Add(Figure(writer, inline, shortcode));
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

    private static void Write(BodyWriter writer, ShortcodeInline inline, bool inLine)
    {
        if (Find(writer, inline) is not { } shortcode)
            return;
        switch (shortcode.Name)
        {
            case "figure" or "img" or "image":
                if (!writer.Context.InlineOnly)
                    writer.Own(Figure(writer, inline, shortcode).Finish(inLine) + (inLine ? "" : "\n"));
                break;
            case "ad":
                if (!inLine)
                    AdSlotWriter.Write(writer, shortcode.Find("slot") ?? shortcode.First);
                break;
            default:
                WriteEmbed(writer, inline, shortcode, inLine);
                break;
        }
    }

    private static void WriteEmbed(BodyWriter writer, ShortcodeInline inline, Shortcode shortcode, bool inLine)
    {
        var id = shortcode.Find("id") ?? shortcode.Find("url") ?? shortcode.First ?? "";
        if (shortcode.Name is "gist" && shortcode.Items is [{ Value: null } user, { Value: null } gist, ..])
            id = user.Key + "/" + gist.Key;
        if (shortcode is { Name: "x" or "twitter" or "tweet" } && shortcode.Find("user") is { } name && shortcode.Find("id") is { } status)
            id = $"https://x.com/{name}/status/{status}";
        if (EmbedProviders.FromShortcode(shortcode.Name, id) is not { } embed)
        {
            writer.Context.Report(
                DiagnosticCatalogue.UnknownShortcode, inline, $"this \"{shortcode.Name}\" names nothing that can be shown; removed");
            return;
        }

        embed = embed with { Title = shortcode.Find("title") };
        if (inLine)
            EmbedWriter.WriteLink(writer, embed);
        else
            EmbedWriter.Write(writer, embed);
    }

    private static FigureDraft Figure(BodyWriter writer, ShortcodeInline inline, Shortcode shortcode)
    {
        var context = writer.Context;
        var caption = shortcode.Find("caption") ?? shortcode.Find("title");
        var credit = shortcode.Find("credit") ?? shortcode.Find("attr");
        var draft = new FigureDraft(context)
        {
            Src = shortcode.Find("src") ?? shortcode.Find("url") ?? shortcode.Find("path") ?? shortcode.First ?? "",
            Alt = shortcode.Find("alt") ?? "",
            CaptionHtml = caption is { Length: > 0 } ? CaptionReader.Read(context, caption, context.Text.ToFile(inline.Span.Start)) : null,
            Link = shortcode.Find("link") ?? shortcode.Find("href"),
            Start = inline.Span.Start,
            End = inline.Span.End + 1,
        };
        draft.Read("credit", credit);
        draft.Read("credit-url", shortcode.Find("attrlink"));
        foreach (var key in new[] { "kind", "license", "license-url", "source", "agency", "copyright" })
            draft.Read(key, shortcode.Find(key));
        return draft;
    }

    private static Shortcode? Find(BodyWriter writer, ShortcodeInline inline) =>
        inline.Index < writer.Context.Shortcodes.Count ? writer.Context.Shortcodes[inline.Index] : null;
}
