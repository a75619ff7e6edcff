using AlitaNews.Newsroom.Markdown.Safety;
using Markdig.Syntax;

namespace AlitaNews.Newsroom.Markdown;

/// <summary>Writes a text that shall be one run of inline HTML: whatever blocks it has leave only what stands in their lines.</summary>
internal static class InlineBlocks
{
    /// <summary>Writes the lines of a tree.</summary>
    public static void Write(BodyWriter writer, ContainerBlock container)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case LinkReferenceDefinition or LinkReferenceDefinitionGroup:
                    continue;
                case HtmlBlock html:
                    Break(writer);
                    RawHtmlWriter.WriteText(writer, html);
                    break;
                case LeafBlock { Inline: not null } leaf:
                    Break(writer);
                    writer.WriteInlines(leaf.Inline);
                    break;
                case LeafBlock leaf:
                    Break(writer);
                    writer.Text(BlockWriter.Lines(leaf));
                    break;
                case ContainerBlock inner:
                    Write(writer, inner);
                    break;
            }
        }
    }

    private static void Break(BodyWriter writer)
    {
        if (writer.Html.Length > 0)
            writer.Html.Append("<br>\n");
    }
}
