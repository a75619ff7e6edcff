using System.Globalization;
using AlitaNews.Newsroom.Markdown.Attributes;
using Markdig.Syntax;

namespace AlitaNews.Newsroom.Markdown.Headings;

/// <summary>Writes headings: one level deeper where the body uses level 1, so that the page keeps one such heading; ids are GitHub's.</summary>
internal static class HeadingWriter
{
    /// <summary>Looks through the headings before anything is written: lifts the title, finds the shift.</summary>
    public static void Prepare(BodyContext context, MarkdownDocument document)
    {
        if (context.Settings.LiftTitle)
            LiftTitle(context, document);
        context.HeadingShift = UsesLevelOne(document) ? 1 : 0;
    }

    private static void LiftTitle(BodyContext context, MarkdownDocument document)
    {
        foreach (var block in document)
        {
            if (block is not HeadingBlock { Level: 1 } heading || InlineText.Of(heading.Inline) is not { Length: > 0 } title)
                continue;
            context.LiftedTitle = title;
            document.Remove(block);
            return;
        }
    }

    private static bool UsesLevelOne(ContainerBlock container)
    {
        foreach (var block in container)
        {
            if (block is HeadingBlock { Level: 1 } || block is ContainerBlock inner && UsesLevelOne(inner))
                return true;
        }

        return false;
    }

    /// <summary>Writes a heading.</summary>
    public static void Write(BodyWriter writer, HeadingBlock heading)
    {
        var words = InlineText.Of(heading.Inline);
        if (words.Length == 0 && heading.Inline?.FirstChild is null)
            return;
        var level = Math.Min(6, heading.Level + writer.Context.HeadingShift);
        var written = AttachedAttributes.Find(heading) is { } attributes ? WrittenId(writer.Context, attributes) : null;
        var ids = writer.Context.HeadingIds;
        var id = written is not null && ids.TryTake(written) ? written : ids.Make(words);
        writer.Context.Headings.Add(new Heading(level, id, words));
        writer.Html.Append(CultureInfo.InvariantCulture, $"<h{level} id=\"");
        writer.Attribute(id);
        writer.Html.Append("\">");
        writer.WriteInlines(heading.Inline);
        writer.Raw.EndOfLines();
        while (writer.Html[^1] == ' ')
            writer.Html.Length--;
        writer.Html.Append(CultureInfo.InvariantCulture, $"</h{level}>\n");
    }

    private static string? WrittenId(BodyContext context, AttachedAttributes attributes)
    {
        string? id = null;
        foreach (var attribute in attributes.Items)
        {
            if (attribute.Key is "#" or "id" && attribute.Value is { Length: > 0 } value)
                id = value;
            else if (attribute.Key != ".")
                AttributeReport.Unknown(context, attributes, attribute, "a heading", ["#id"]);
        }

        return id;
    }
}
