using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Markdown.Attributes;
using AlitaNews.Newsroom.Markdown.Containers;
using AlitaNews.Newsroom.Markdown.Shortcodes;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AlitaNews.Newsroom.Markdown.Figures;

/// <summary>Finds figures in the tree and writes their markers.</summary>
internal static class FigureWriter
{
    /// <summary>
    /// Writes a figure if the paragraph at an index holds nothing but a picture. A following paragraph of pure emphasis becomes its caption,
    /// one that repeats the alternative text is dropped in favour of the caption.
    /// </summary>
    /// <returns>How many blocks were written; 0 if it is no figure.</returns>
    public static int TryWrite(BodyWriter writer, ContainerBlock container, int index)
    {
        var paragraph = (ParagraphBlock)container[index];
        if (FigureParagraph.Find(paragraph) is not { } found)
            return 0;
        var draft = Draft(writer, found.Image, found.Link);
        if (found.Caption is not null)
            draft.CaptionHtml ??= writer.Expand(writer.Capture(() => InlineWriter.WriteAll(writer, found.Caption)));
        var consumed = 1;
        while (index + consumed < container.Count && TakeFollower(writer, container[index + consumed], draft))
            consumed++;
        writer.Own(draft.Finish(inline: false) + "\n");
        return consumed;
    }

    /// <summary>Writes a picture within a line.</summary>
    public static void WriteInline(BodyWriter writer, LinkInline image, string url)
    {
        if (writer.Context.InlineOnly || url.Length == 0)
        {
            writer.Text(InlineText.Of(image));
            return;
        }

        writer.Own(Draft(writer, image, null).Finish(inline: true));
    }

    /// <summary>Writes a <c>^^^</c> block.</summary>
    public static void WriteFenced(BodyWriter writer, Markdig.Extensions.Figures.Figure fence)
    {
        // One may stand on the fence that opens, one on that which closes.
        ContainerInline? caption = null;
        ContainerInline? second = null;
        foreach (var block in fence)
        {
            if (block is not Markdig.Extensions.Figures.FigureCaption line || InlineText.Of(line.Inline).Length == 0)
                continue;
            if (caption is null)
                caption = line.Inline;
            else
                second = line.Inline;
        }

        WriteAll(writer, fence, null, [caption, second], alwaysGallery: false);
    }

    /// <summary>Writes <c>:::figure</c> and <c>:::gallery</c>.</summary>
    public static void WriteContainer(BodyWriter writer, CustomContainer container, ContainerHead head, bool alwaysGallery) =>
        WriteAll(writer, container, head.Attributes, [], alwaysGallery);

    private static void WriteAll(
        BodyWriter writer, ContainerBlock container, AttachedAttributes? attributes, IReadOnlyList<ContainerInline?> captions, bool alwaysGallery)
    {
        var drafts = new List<FigureDraft>();
        var rest = new List<Block>();
        foreach (var block in container)
        {
            if (block is Markdig.Extensions.Figures.FigureCaption)
                continue;
            if (block is ParagraphBlock paragraph && FigureParagraph.ListImages(paragraph) is { Count: > 0 } images)
                drafts.AddRange(images.Select(image => Draft(writer, image, null)));
            else if (block is ParagraphBlock shortcodes && ShortcodeWriter.ListFigures(writer, shortcodes) is { Count: > 0 } figures)
                drafts.AddRange(figures);
            else
                rest.Add(block);
        }

        if (drafts.Count == 0)
        {
            writer.Context.Report(DiagnosticCatalogue.BadContainer, container, "this block shows no picture", "put ![alt](file.jpg) into it");
            writer.WriteBlocks(container);
            return;
        }

        foreach (var draft in drafts)
            draft.Read(attributes);
        var words = writer.Expand(writer.Capture(() => WriteCaption(writer, captions.Concat(rest.Select(CaptionOf))))).Trim();
        if (drafts is [var only] && !alwaysGallery)
        {
            if (words.Length > 0)
                only.CaptionHtml = words;
            writer.Own(only.Finish(inline: false) + "\n");
            WriteOthers(writer, container);
            return;
        }

        var markers = string.Concat(drafts.Select(static draft => draft.Finish(inline: false) + "\n"));
        var figcaption = words.Length == 0 ? "" : $"<p class=\"gallery-caption\">{words}</p>\n";
        writer.Own($"<div class=\"gallery\">\n{markers}{figcaption}</div>\n");
        WriteOthers(writer, container);
    }

    // What no caption can hold, a list or code, stands behind the pictures.
    private static void WriteOthers(BodyWriter writer, ContainerBlock container) => BlockWriter.WriteEach(writer, container, static block => CaptionOf(block) is null);

    private static ContainerInline? CaptionOf(Block block) => (block as LeafBlock)?.Inline;

    private static void WriteCaption(BodyWriter writer, IEnumerable<ContainerInline?> captions)
    {
        foreach (var caption in captions.OfType<ContainerInline>())
        {
            if (writer.Html.Length > 0)
                writer.Html.Append("<br>");
            writer.WriteInlines(caption);
        }
    }

    private static FigureDraft Draft(BodyWriter writer, LinkInline image, LinkInline? link)
    {
        var context = writer.Context;
        var start = image.Span.Start;
        var words = InlineText.Of(image);
        var pandoc = context.Settings.PandocFigures;
        var draft = new FigureDraft(context)
        {
            Src = image.GetDynamicUrl?.Invoke() ?? image.Url ?? "",
            Alt = words,
            CaptionHtml = pandoc
                ? words.Length == 0 ? null : writer.Expand(writer.Capture(() => writer.WriteInlines(image)))
                : image.Title is { Length: > 0 } title ? CaptionReader.Read(context, title, start, image.Span.End + 1) : null,
            Link = link?.Url,
            Start = start,
            End = image.Span.End + 1,
        };
        draft.Read(AttachedAttributes.Find(image));
        return draft;
    }

    private static bool TakeFollower(BodyWriter writer, Block block, FigureDraft draft)
    {
        if (block is not ParagraphBlock { Inline: { } inlines } paragraph)
            return false;
        if (draft.CaptionHtml is null && FigureParagraph.IsPureEmphasis(inlines))
        {
            var emphasis = (EmphasisInline)inlines.FirstChild!;
            draft.CaptionHtml = writer.Expand(writer.Capture(() => writer.WriteInlines(emphasis)));
            return true;
        }

        // The alternative text of a further picture is no repetition.
        if (draft.Alt.Length == 0 || paragraph.Span.Length > (4 * draft.Alt.Length) + 40 || inlines.FindDescendants<LinkInline>().Any(static link => link.IsImage) || !SameWords(InlineText.Of(inlines), draft.Alt))
            return false;
        draft.CaptionHtml ??= HtmlText.Escape(draft.Alt);
        return true;
    }

    private static bool SameWords(string text, string alt) => Fold(text).Equals(Fold(alt), StringComparison.OrdinalIgnoreCase);

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
}
