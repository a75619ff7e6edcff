using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AlitaNews.Newsroom.Markdown.Figures;

/// <summary>Looks at paragraphs the way readers do: is this only a picture?</summary>
internal static class FigureParagraph
{
    /// <summary>
    /// The only picture of a paragraph, the link around it, and the emphasis on the line below it that serves as its caption; null where
    /// there is more.
    /// </summary>
    public static (LinkInline Image, LinkInline? Link, EmphasisInline? Caption)? Find(ParagraphBlock paragraph)
    {
        var first = SkipBlank(paragraph.Inline?.FirstChild);
        if (first is not LinkInline outer)
            return null;
        var image = outer.IsImage ? outer : SkipBlank(outer.FirstChild) as LinkInline;
        if (image is not { IsImage: true } || !outer.IsImage && SkipBlank(image.NextSibling) is not null)
            return null;
        var link = outer.IsImage ? null : outer;
        var next = outer.NextSibling;
        var lineBroken = false;
        while (next is LineBreakInline or LiteralInline { Content.IsEmpty: true } || IsBlank(next))
        {
            lineBroken |= next is LineBreakInline;
            next = next!.NextSibling;
        }

        if (next is null)
            return (image, link, null);
        return lineBroken && next is EmphasisInline { DelimiterChar: '*' or '_' } caption && SkipBlank(caption.NextSibling) is null
            ? (image, link, caption)
            : null;
    }

    /// <summary>The pictures of a paragraph that holds nothing else, or nothing.</summary>
    public static List<LinkInline> ListImages(ParagraphBlock paragraph)
    {
        var images = new List<LinkInline>();
        for (var inline = SkipBlank(paragraph.Inline?.FirstChild); inline is not null; inline = SkipBlank(inline.NextSibling))
        {
            if (inline is not LinkInline link)
                return [];
            var image = link.IsImage ? link : SkipBlank(link.FirstChild) as LinkInline;
            if (image is not { IsImage: true })
                return [];
            images.Add(image);
        }

        return images;
    }

    /// <summary>Whether a paragraph is one emphasis and nothing else.</summary>
    public static bool IsPureEmphasis(ContainerInline inlines) =>
        inlines.FirstChild is EmphasisInline { DelimiterChar: '*' or '_', DelimiterCount: 1 } only && SkipBlank(only.NextSibling) is null;

    private static Inline? SkipBlank(Inline? inline)
    {
        while (inline is LineBreakInline || IsBlank(inline))
            inline = inline!.NextSibling;
        return inline;
    }

    private static bool IsBlank(Inline? inline) => inline is LiteralInline literal && literal.Content.AsSpan().IsWhiteSpace();
}
