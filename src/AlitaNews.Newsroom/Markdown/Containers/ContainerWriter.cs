using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Markdown.AdSlots;
using AlitaNews.Newsroom.Markdown.Alerts;
using AlitaNews.Newsroom.Markdown.Embeds;
using AlitaNews.Newsroom.Markdown.Figures;
using AlitaNews.Newsroom.Markdown.Links;
using AlitaNews.Newsroom.Markdown.Spoilers;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;

namespace AlitaNews.Newsroom.Markdown.Containers;

/// <summary>Writes the blocks of <c>content.md</c> section 7: <c>:::name key=value</c> … <c>:::</c>.</summary>
internal static class ContainerWriter
{
    private static readonly string[] Blocks = ["quote", "claim", "known", "unknown", "timeline", "spoiler", "ad", "embed", "gallery", "figure", "aside", "update"];

    /// <summary>Writes a container.</summary>
    public static void Write(BodyWriter writer, CustomContainer container)
    {
        var tight = writer.Tight;
        writer.Tight = false;
        var head = ContainerHead.Read(writer.Context, container);
        if (container.ClosingFencedCharCount == 0)
            ReportOpen(writer.Context, container, head.Name);
        Write(writer, container, head);
        writer.Tight = tight;
    }

    // A line of colons closes the outermost block that began with as many.
    private static void ReportOpen(BodyContext context, CustomContainer container, string name)
    {
        Block? around = container.Parent;
        while (around is not null and not CustomContainer { ClosingFencedCharCount: > 0 })
            around = around.Parent;
        if (around is not null)
            context.Report(DiagnosticCatalogue.BadContainer, container, "the line of colons that should close this block closes the one around it", "close that one before, or begin and end it with more colons");
        else if (name.Length == 0)
            context.Report(DiagnosticCatalogue.BadContainer, container, "this line of colons closes nothing", "take it out; a block around another begins and ends with more colons");
        else
            context.Report(DiagnosticCatalogue.BadContainer, container, "the block that begins here is never closed: all that follows is in it", "put a line with ::: behind its last line");
    }

    private static void Write(BodyWriter writer, CustomContainer container, ContainerHead head)
    {
        void Content() => writer.WriteBlocks(container);

        switch (head.Name)
        {
            case "quote":
                WriteQuote(writer, container, head);
                break;
            case "claim":
                WriteClaimCard(writer, container, head);
                break;
            case "known":
                KnownListWriter.Write(writer, container, BodyMarkup.Known, "What we know", writer.Context.Known);
                break;
            case "unknown":
                KnownListWriter.Write(writer, container, BodyMarkup.Unknown, "What we do not know", writer.Context.Unknown);
                break;
            case "timeline":
                WriteTimeline(writer, container, head);
                break;
            case "spoiler":
                SpoilerWriter.Write(writer, head.Words, Content);
                break;
            case "ad":
                AdSlotWriter.Write(writer, head.Find("slot") ?? head.Words);
                break;
            case "embed":
                WriteEmbed(writer, container, head);
                break;
            case "figure":
                FigureWriter.WriteContainer(writer, container, head, alwaysGallery: false);
                break;
            case "gallery":
                FigureWriter.WriteContainer(writer, container, head, alwaysGallery: true);
                break;
            case "aside" or "details":
                var title = Title(writer, container, head);
                if (head.Name == "details")
                    writer.Own($"<details>\n<summary>{(title.Length == 0 ? "Details" : title)}</summary>\n", Content, "</details>\n");
                else
                    writer.Own("<aside class=\"aside\">\n" + (title.Length == 0 ? "" : $"<p class=\"aside-title\">{title}</p>\n"), Content, "</aside>\n");
                break;
            case var name when ContainerHead.AlertOf(name) is { } alert:
                AlertWriter.Write(writer, alert, Title(writer, container, head), '\0', Content);
                break;
            default:
                if (head.Name.Length > 0 || container.ClosingFencedCharCount > 0)
                {
                    writer.Context.Report(
                        DiagnosticCatalogue.BadContainer,
                        container,
                        $"no block is called \"{head.Name}\"; its content stays, without a frame" + Suggestion.AsQuestion(head.Name, Blocks),
                        "known: " + string.Join(", ", Blocks));
                }

                if (Title(writer, container, head) is { Length: > 0 } words)
                    writer.Html.Append("<p>").Append(words).Append("</p>\n");
                Content();
                break;
        }
    }

    private static string Title(BodyWriter writer, CustomContainer container, ContainerHead head) =>
        CaptionReader.Read(writer.Context, head.Find("title") ?? head.Words, container.Span.Start, container.Span.End + 1);

    private static void WriteQuote(BodyWriter writer, CustomContainer container, ContainerHead head)
    {
        var source = head.Find("source") ?? "";
        var claim = head.Find("claim") ?? "";
        if (source.Length > 0)
            writer.Context.Refer(ReferenceKind.Source, source, head.PlaceOf("source", container.Span.Start));
        if (claim.Length > 0)
            writer.Context.Refer(ReferenceKind.Claim, claim, head.PlaceOf("claim", container.Span.Start));
        writer.Own(
            BodyMarkup.Open(BodyMarkup.Quote, source, claim),
            () =>
            {
                var quotes = container.OfType<QuoteBlock>().ToList();
                if (quotes.Count == 0)
                {
                    writer.Html.Append("<blockquote>\n");
                    writer.WriteBlocks(container);
                    writer.Html.Append("</blockquote>\n");
                    return;
                }

                foreach (var quote in quotes)
                {
                    writer.Html.Append("<blockquote>\n");
                    writer.WriteBlocks(quote);
                    writer.Html.Append("</blockquote>\n");
                    container.Remove(quote);
                }

                if (container.Count > 0)
                    writer.Own("<div class=\"caveat\">\n", () => writer.WriteBlocks(container), "</div>\n");
            },
            BodyMarkup.Close(BodyMarkup.Quote) + "\n");
    }

    private static void WriteClaimCard(BodyWriter writer, CustomContainer container, ContainerHead head)
    {
        var id = head.Find("id") ?? head.Words;
        if (id.Length == 0)
        {
            writer.Context.Report(DiagnosticCatalogue.BadContainer, container, "this block names no claim", "write :::claim and the id of a claim");
        }
        else
        {
            writer.Context.Refer(ReferenceKind.Claim, id, container);
            writer.Own(BodyMarkup.Open(BodyMarkup.ClaimCard, id) + "\n");
        }

        writer.WriteBlocks(container);
    }

    private static void WriteTimeline(BodyWriter writer, CustomContainer container, ContainerHead head)
    {
        if (head.Find("claim") is { Length: > 0 } claim)
        {
            writer.Context.Refer(ReferenceKind.Claim, claim, head.PlaceOf("claim", container.Span.Start));
            writer.Own(BodyMarkup.Open(BodyMarkup.Timeline, "claim", claim) + "\n");
        }
        else if (head.Find("topic") is { Length: > 0 } topic)
        {
            writer.Context.Refer(ReferenceKind.Topic, topic, head.PlaceOf("topic", container.Span.Start));
            writer.Own(BodyMarkup.Open(BodyMarkup.Timeline, "topic", topic) + "\n");
        }
        else
        {
            writer.Context.Report(
                DiagnosticCatalogue.BadContainer, container, "this timeline names neither claim nor topic", "write claim=<id> or topic=<id>");
        }

        writer.WriteBlocks(container);
    }

    private static void WriteEmbed(BodyWriter writer, CustomContainer container, ContainerHead head)
    {
        var url = head.Find("url") ?? head.Find("src") ?? head.Words;
        if (EmbedProviders.Find(url) is { } embed)
        {
            EmbedWriter.Write(writer, embed with { Title = head.Find("title") });
        }
        else if (LinkTarget.Read(url, "") is { Kind: LinkKind.External } link && LinkTarget.HostOf(link.Value) is { } host)
        {
            EmbedWriter.Write(writer, new Embed("link", host, "Page", link.Value, null) { Title = head.Find("title") });
        }
        else
        {
            writer.Context.Report(
                DiagnosticCatalogue.BadContainer, container, "this block names nothing that can be embedded", "write :::embed url=https://…");
        }

        writer.WriteBlocks(container);
    }
}
