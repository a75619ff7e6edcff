using AlitaNews.Newsroom.Markdown.Links;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AlitaNews.Newsroom.Markdown.Embeds;

/// <summary>
/// Writes facades: who would show it, what it is, from where it would load, and a link. Nothing is fetched until a reader asks.
/// </summary>
internal static class EmbedWriter
{
    /// <summary>Writes a facade if a paragraph is nothing but the address of something that can be embedded.</summary>
    public static bool TryWrite(BodyWriter writer, ParagraphBlock paragraph)
    {
        if (LoneAddress(paragraph.Inline) is not { } address || EmbedProviders.Find(address) is not { } embed)
            return false;
        Write(writer, embed);
        return true;
    }

    /// <summary>Writes a facade.</summary>
    public static void Write(BodyWriter writer, Embed embed)
    {
        var frame = embed.Frame is null ? "" : $" {EmbedFrames.Attribute}=\"{HtmlText.Escape(embed.Frame)}\"";
        var from = LinkTarget.HostOf(embed.Frame ?? embed.Url);
        writer.Own(
            $"<aside class=\"embed\" data-embed=\"{embed.Provider}\"{frame}>\n"
            + $"<p class=\"embed-title\"><a href=\"{HtmlText.Escape(embed.Url)}\" rel=\"external noopener\">{HtmlText.Escape(TitleOf(embed))}</a></p>\n"
            + $"<p class=\"embed-note\">{embed.Name}; loads from {from} when you open it.</p>\n"
            + "</aside>\n");
    }

    /// <summary>Writes a link where a line has no room for a facade.</summary>
    public static void WriteLink(BodyWriter writer, Embed embed) =>
        writer.Own($"<a href=\"{HtmlText.Escape(embed.Url)}\" rel=\"external noopener\">{HtmlText.Escape(TitleOf(embed))}</a>");

    private static string TitleOf(Embed embed) => embed.Title is { Length: > 0 } written ? written : $"{embed.What} on {embed.Name}";

    private static string? LoneAddress(ContainerInline? inlines)
    {
        if (inlines?.FirstChild is not { NextSibling: null } only)
            return null;
        return only switch
        {
            AutolinkInline { IsEmail: false } link => link.Url,
            LinkInline { IsImage: false, IsAutoLink: true } link => link.Url,
            _ => null,
        };
    }
}
