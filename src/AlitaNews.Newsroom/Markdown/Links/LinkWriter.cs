using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Markdown.Attributes;
using AlitaNews.Newsroom.Markdown.Figures;
using Markdig.Syntax.Inlines;

namespace AlitaNews.Newsroom.Markdown.Links;

/// <summary>Writes links: our own schemes and pages as markers, others as plain safe anchors, forbidden ones as their words.</summary>
internal static class LinkWriter
{
    /// <summary>Writes a link or a picture within a line.</summary>
    public static void Write(BodyWriter writer, LinkInline link)
    {
        var url = link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";
        if (link.IsImage)
        {
            FigureWriter.WriteInline(writer, link, url);
            return;
        }

        Write(writer, link, url, () => writer.WriteInlines(link));
    }

    /// <summary>Writes an address in angle brackets.</summary>
    public static void Write(BodyWriter writer, AutolinkInline link) =>
        Write(writer, link, link.IsEmail ? "mailto:" + link.Url : link.Url, () => writer.Text(link.Url));

    private static void Write(BodyWriter writer, Inline node, string url, Action words)
    {
        if (writer.InLink)
        {
            words();
            return;
        }

        writer.InLink = true;
        writer.CheckSize();
        var target = LinkTarget.Read(url, writer.Context.Path, writer.Context.Settings.OwnName).OrList(writer.Context.Settings.ArticleRoot);
        switch (target.Kind)
        {
            case LinkKind.Claim:
                WriteReference(writer, node, ReferenceKind.Claim, BodyMarkup.Claim, target.Value, words);
                break;
            case LinkKind.Source:
                WriteReference(writer, node, ReferenceKind.Source, BodyMarkup.Source, target.Value, words);
                break;
            case LinkKind.Topic:
                WriteReference(writer, node, ReferenceKind.Topic, BodyMarkup.Topic, target.Value, words);
                break;
            case LinkKind.Internal:
                writer.Context.Refer(ReferenceKind.Link, target.Value, node);
                writer.Own(BodyMarkup.Open(BodyMarkup.Link, target.Value, target.Fragment), words, BodyMarkup.Close(BodyMarkup.Link));
                break;
            case LinkKind.Forbidden:
                writer.Context.Report(
                    DiagnosticCatalogue.ForbiddenScheme,
                    node,
                    $"a link may not use \"{Shorten(target.Value)}\"; its words stay, the link is removed",
                    "use http, https, mailto, tel, claim, source or topic");
                words();
                break;
            case LinkKind.Fragment:
                writer.Html.Append("<a href=\"");
                writer.Attribute(target.Value);
                writer.Html.Append("\">");
                words();
                writer.Html.Append("</a>");
                break;
            default:
                writer.Html.Append("<a href=\"");
                writer.Attribute(target.Value);
                writer.Html.Append('"');
                WriteTitle(writer, node);
                writer.Html.Append(" rel=\"").Append(Relation(writer, node, target.Value)).Append("\">");
                words();
                writer.Html.Append("</a>");
                break;
        }

        writer.InLink = false;
    }

    private static void WriteReference(BodyWriter writer, Inline node, ReferenceKind kind, string marker, string id, Action words)
    {
        if (id.Length == 0)
        {
            words();
            return;
        }

        writer.Context.Refer(kind, id, node);
        writer.Own(BodyMarkup.Open(marker, id), words, BodyMarkup.Close(marker));
    }

    private static void WriteTitle(BodyWriter writer, Inline node)
    {
        if (node is not LinkInline { Title: { Length: > 0 } title })
            return;
        writer.Html.Append(" title=\"");
        writer.Attribute(title);
        writer.Html.Append('"');
    }

    private static string Relation(BodyWriter writer, Inline node, string url)
    {
        var relation = url.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? "external noopener" : "noopener";
        if (AttachedAttributes.Find(node) is not { } attributes)
            return relation;
        foreach (var attribute in attributes.Items)
        {
            if (attribute is { Key: "rel", Value: "sponsored" or "nofollow" or "ugc" })
                relation += " " + attribute.Value;
            else if (attribute.Key is not ("rel" or "target" or "#" or "."))
                AttributeReport.Unknown(writer.Context, attributes, attribute, "a link", ["rel"]);
        }

        return relation;
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
