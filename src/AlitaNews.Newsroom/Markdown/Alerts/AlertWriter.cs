using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Markdown.Spoilers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AlitaNews.Newsroom.Markdown.Alerts;

/// <summary>Writes alerts: quotations that begin with <c>[!KIND]</c>, and the admonitions of other generators.</summary>
internal static class AlertWriter
{
    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["note"] = "Note",
        ["tip"] = "Tip",
        ["important"] = "Important",
        ["warning"] = "Warning",
        ["caution"] = "Caution",
        ["rumour"] = "Rumour",
        ["confirmed"] = "Confirmed",
        ["debunked"] = "Debunked",
        ["update"] = "Update",
        ["correction"] = "Correction",
        ["info"] = "Note",
        ["danger"] = "Caution",
        ["rumor"] = "Rumour",
    };

    /// <summary>Writes a quotation as an alert if it begins like one.</summary>
    public static bool TryWrite(BodyWriter writer, QuoteBlock quote)
    {
        if (quote is not [ParagraphBlock { Inline.FirstChild: AlertHead head } first, ..])
            return false;
        Inline? lineEnd = head.NextSibling;
        while (lineEnd is not null and not LineBreakInline)
            lineEnd = lineEnd.NextSibling;
        var title = head.NextSibling is null or LineBreakInline
            ? ""
            : writer.Capture(() => InlineWriter.WriteAll(writer, head.NextSibling, lineEnd));

        void WriteBody()
        {
            if (lineEnd?.NextSibling is { } rest)
            {
                writer.Html.Append("<p>");
                InlineWriter.WriteAll(writer, rest);
                writer.Html.Append("</p>\n");
            }

            quote.Remove(first);
            writer.WriteBlocks(quote);
        }

        // A box of a theme's own has the title of its name; a mistyped one of ours must not.
        if (!Titles.ContainsKey(head.Kind) && head.Kind != "spoiler" && Suggestion.Find(head.Kind, Titles.Keys.Where(static kind => kind != "rumor")) is { } meant)
            writer.Context.Report(DiagnosticCatalogue.BadContainer, head, $"no box is called \"{head.Kind.ToUpperInvariant()}\"; did you mean \"{meant.ToUpperInvariant()}\"?");
        Write(writer, head.Kind, title, head.Fold, WriteBody);
        return true;
    }

    /// <summary>Writes an alert.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="kind">Its kind, lower case.</param>
    /// <param name="titleHtml">Its title, safe HTML; empty for that of the kind.</param>
    /// <param name="fold"><c>+</c> open, <c>-</c> closed, else not to be folded.</param>
    /// <param name="content">Writes what stands in it.</param>
    public static void Write(BodyWriter writer, string kind, string titleHtml, char fold, Action content)
    {
        var tight = writer.Tight;
        writer.Tight = false;
        if (kind == "spoiler")
        {
            SpoilerWriter.WriteTitled(writer, titleHtml, content);
            writer.Tight = tight;
            return;
        }

        var name = kind == "rumor" ? "rumour" : kind;
        var word = Titles.GetValueOrDefault(name) ?? FromKind(name);
        var title = titleHtml.Length == 0 ? word : $"<span class=\"alert-kind\">{word}:</span> {titleHtml}";
        var known = Titles.ContainsKey(name) ? $" alert-{name}" : "";
        if (fold is '+' or '-')
        {
            var open = fold == '+' ? " open" : "";
            writer.Own(
                $"<details class=\"alert{known}\" data-alert=\"{name}\"{open}>\n<summary class=\"alert-title\">{title}</summary>\n",
                content,
                "</details>\n");
        }
        else
        {
            writer.Own(
                $"<aside class=\"alert{known}\" data-alert=\"{name}\">\n<p class=\"alert-title\">{title}</p>\n", content, "</aside>\n");
        }

        writer.Tight = tight;
    }

    private static string FromKind(string kind)
    {
        var words = kind.Replace('-', ' ');
        return HtmlText.Escape(char.ToUpperInvariant(words[0]) + words[1..]);
    }
}
