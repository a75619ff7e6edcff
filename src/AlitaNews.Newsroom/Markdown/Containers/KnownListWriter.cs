using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;

namespace AlitaNews.Newsroom.Markdown.Containers;

/// <summary>Writes <c>:::known</c> and <c>:::unknown</c>, and keeps their items for the banner.</summary>
internal static class KnownListWriter
{
    /// <summary>Writes one of the two.</summary>
    public static void Write(BodyWriter writer, CustomContainer container, string marker, string title, List<string> items)
    {
        foreach (var block in container)
            Collect(block, items);
        writer.Own(
            BodyMarkup.Open(marker) + $"<section class=\"{marker}\">\n<p class=\"{marker}-title\">{title}</p>\n",
            () => writer.WriteBlocks(container),
            "</section>" + BodyMarkup.Close(marker) + "\n");
    }

    private static void Collect(Block block, List<string> items)
    {
        if (block is ListBlock list)
        {
            foreach (var item in list.OfType<ListItemBlock>())
            {
                if (item.Count > 0)
                    Collect(item[0], items);
            }
        }
        else if (block is ParagraphBlock paragraph && InlineText.Of(paragraph.Inline) is { Length: > 0 } text)
        {
            items.Add(text);
        }
    }
}
