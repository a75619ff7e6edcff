using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Markdown.Guards;
using AlitaNews.Newsroom.Markdown.Headings;
using AlitaNews.Newsroom.Markdown.Shortcodes;
using AlitaNews.Newsroom.Markdown.Summaries;
using AlitaNews.Newsroom.Text;
using Markdig.Syntax;

namespace AlitaNews.Newsroom.Markdown;

/// <summary>A short text after compilation.</summary>
/// <param name="Html">Safe inline HTML with markers (<see cref="BodyMarkup"/>).</param>
/// <param name="PlainText">Its words, without spoilers.</param>
/// <param name="References">Every place that depends on another file.</param>
public sealed record CompiledInline(string Html, string PlainText, IReadOnlyList<Reference> References);

/// <summary>
/// The only way from Markdown to HTML: bodies, standfirsts, captions and backstories are all made safe by the same code. Nothing here throws
/// on bad copy, and no copy can exhaust time or stack: guards look at a text before the parser does.
/// </summary>
public static class NewsMarkdown
{
    /// <summary>Compiles the body of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="body">Where its body stands.</param>
    /// <param name="settings">How to read it.</param>
    /// <param name="diagnostics">Takes what is wrong with it.</param>
    public static CompiledBody Compile(SourceFile file, TextSpan body, MarkdownSettings settings, DiagnosticBag diagnostics) =>
        Compile(new BodyContext(file.Path, settings, diagnostics) { Text = PreparedText.FromFile(file, body) });

    /// <summary>Compiles a value of the front matter that is Markdown with blocks (a backstory).</summary>
    /// <param name="file">The file.</param>
    /// <param name="at">Where the value stands.</param>
    /// <param name="text">The value.</param>
    /// <param name="settings">How to read it.</param>
    /// <param name="diagnostics">Takes what is wrong with it.</param>
    public static CompiledBody CompileText(SourceFile file, TextSpan at, string text, MarkdownSettings settings, DiagnosticBag diagnostics) =>
        Compile(new BodyContext(file.Path, settings, diagnostics) { Text = PreparedText.FromValue(file, at, text) });

    /// <summary>Compiles a value of the front matter that is inline Markdown (a standfirst, a caption).</summary>
    /// <param name="file">The file.</param>
    /// <param name="at">Where the value stands.</param>
    /// <param name="text">The value.</param>
    /// <param name="settings">How to read it.</param>
    /// <param name="diagnostics">Takes what is wrong with it.</param>
    public static CompiledInline CompileInline(
        SourceFile file, TextSpan at, string text, MarkdownSettings settings, DiagnosticBag diagnostics)
    {
        var context = new BodyContext(file.Path, settings, diagnostics) { Text = PreparedText.FromValue(file, at, text), InlineOnly = true };
        var html = WriteInline(context);
        return new CompiledInline(html, PlainText.Of(html), context.References);
    }

    /// <summary>Inline Markdown as safe HTML, for texts that were checked before (a caption of a sidecar).</summary>
    /// <param name="text">The Markdown.</param>
    /// <param name="path">The file it stands in, for relative links.</param>
    public static string InlineHtml(string text, string path = "") =>
        WriteInline(new BodyContext(path, MarkdownSettings.Default, null) { Text = PreparedText.At(text, 0), InlineOnly = true });

    /// <summary>Writes a text as inline HTML; blocks, if there are some, are joined by line breaks.</summary>
    internal static string WriteInline(BodyContext context)
    {
        try
        {
            if (TryParse(context) is { } document)
            {
                var writer = new BodyWriter(context) { Tight = true };
                InlineBlocks.Write(writer, document);
                return writer.Finish().Trim();
            }
        }
        catch (Exception e) when (e is not TooMuchException || !context.IsPart)
        {
            ReportFailure(context, e);
        }

        return HtmlText.Escape(HiddenCharacters.Strip(context.Text.Text));
    }

    private static CompiledBody Compile(BodyContext context)
    {
        try
        {
            if (TryParse(context) is { } document)
            {
                if (context.Settings.ChecksStyle)
                    StyleReport.Check(context, document);
                HeadingWriter.Prepare(context, document);
                var writer = new BodyWriter(context);
                writer.WriteBlocks(document);
                return BodySummary.Make(context, writer.Finish());
            }
        }
        catch (Exception e)
        {
            ReportFailure(context, e);
        }

        return CompiledBody.Empty;
    }

    private static MarkdownDocument? TryParse(BodyContext context)
    {
        if (!BodyGuard.Admit(context))
            return null;
        ShortcodeReader.Prepare(context);
        return Markdig.Markdown.Parse(context.Text.Text, NewsPipeline.For(context.Settings));
    }

    private static void ReportFailure(BodyContext context, Exception e)
    {
        if (e is TooMuchException much)
            context.Report(DiagnosticCatalogue.LimitExceeded, much.Offset, much.Message, "split it");
        else if (e is OverflowException)
            context.Report(DiagnosticCatalogue.LimitExceeded, 0, "this text holds too much raw HTML, or grows beyond measure when it is written", "split it");
        else if (e is ArgumentException)
            context.Report(
                DiagnosticCatalogue.LimitExceeded,
                BodyGuard.DeepestLine(context.Text.Text),
                $"this part is nested too deeply; {BodyGuard.DeepestNesting} levels are allowed");
        else
            context.Report(DiagnosticCatalogue.UnreadableBody, 0, "this text cannot be read", "simplify it, or move parts of it to a file of their own");
    }
}
