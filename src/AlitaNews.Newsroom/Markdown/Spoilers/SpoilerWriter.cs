using Markdig.Syntax.Inlines;

namespace AlitaNews.Newsroom.Markdown.Spoilers;

/// <summary>Writes what gives away a plot: a complete <c>details</c> element between two markers, so that feeds can drop it.</summary>
internal static class SpoilerWriter
{
    private static readonly string Open = BodyMarkup.Open(BodyMarkup.Spoiler);
    private static readonly string Close = BodyMarkup.Close(BodyMarkup.Spoiler);

    /// <summary>Writes a spoiler within a line.</summary>
    public static void WriteInline(BodyWriter writer, ContainerInline content) =>
        writer.Own(
            Open + "<details class=\"spoiler spoiler-inline\"><summary>Spoiler</summary>",
            () => writer.WriteInlines(content),
            "</details>" + Close);

    /// <summary>Writes a spoiler of whole blocks.</summary>
    public static void Write(BodyWriter writer, string title, Action content) => WriteTitled(writer, HtmlText.Escape(title), content);

    /// <summary>Writes a spoiler of whole blocks whose title is safe HTML already.</summary>
    public static void WriteTitled(BodyWriter writer, string titleHtml, Action content)
    {
        var summary = titleHtml.Length == 0 ? "Spoiler" : "Spoiler: " + titleHtml;
        writer.Own($"{Open}<details class=\"spoiler\"><summary>{summary}</summary>\n", content, "</details>" + Close + "\n");
    }

    /// <summary>
    /// Whether a paragraph holds a spoiler. <c>details</c> may not stand in a <c>p</c>; browsers would end the paragraph there.
    /// </summary>
    public static bool Holds(ContainerInline? inlines)
    {
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is EmphasisInline emphasis && (emphasis.DelimiterChar == SpoilerParser.Sign || Holds(emphasis.FirstChild, depth: 0)))
                return true;
        }

        return false;
    }

    private static bool Holds(Inline? first, int depth)
    {
        for (var inline = first; inline is not null && depth < 8; inline = inline.NextSibling)
        {
            if (inline is EmphasisInline emphasis && (emphasis.DelimiterChar == SpoilerParser.Sign || Holds(emphasis.FirstChild, depth + 1)))
                return true;
        }

        return false;
    }
}
