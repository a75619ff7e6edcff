using System.Globalization;
using System.Text;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Markdown;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Tests.Markdown;

/// <summary>What becomes of a body, as text that people can read and compare.</summary>
public static class MarkdownCase
{
    public const string Path = "articles/film/story.md";

    /// <summary>Compiles a text as the body of an article.</summary>
    public static (CompiledBody Body, DiagnosticBag Problems) Compile(string text, MarkdownSettings? settings = null)
    {
        var file = SourceFile.FromText(Path, text);
        var problems = new DiagnosticBag(file);
        var body = NewsMarkdown.Compile(file, new TextSpan(0, file.Text.Length), settings ?? MarkdownSettings.Default, problems);
        return (body, problems);
    }

    /// <summary>The HTML with its markers in double brackets, then everything else that was found, a line each.</summary>
    public static string Print(string text)
    {
        var (body, problems) = Compile(text, SettingsFor(text));
        var print = new StringBuilder(Readable(body.Html));
        if (print.Length > 0 && print[^1] != '\n')
            print.Append('\n');
        var lines = new LineMap(text);
        foreach (var figure in body.Figures)
        {
            print.Append(CultureInfo.InvariantCulture, $"figure: {figure.Src} alt=\"{figure.Alt}\" caption={Readable(figure.CaptionHtml ?? "-")}");
            print.Append(figure.Inline ? " inline" : "").Append(figure.ForeignHost is { } host ? " at " + host : "");
            print.Append(figure.Link is { } link ? " link=" + link : "").Append(figure.Facts.Kind is { } kind ? " " + kind : "");
            print.Append(figure.Facts.Credit is { } credit ? " credit=" + credit : "").Append('\n');
        }

        foreach (var reference in body.References)
        {
            var (line, column) = lines.Locate(reference.Span.Start);
            print.Append(CultureInfo.InvariantCulture, $"reference {line}:{column} {reference.Kind} {reference.Target}\n");
        }

        foreach (var problem in problems.Items)
            print.Append(CultureInfo.InvariantCulture, $"problem {problem.Line}:{problem.Column} {problem.Code} {problem.Message}\n");
        Append(print, "title", body.LiftedTitle);
        Append(print, "excerpt", body.Excerpt);
        Append(print, "verification", body.Verification);
        foreach (var known in body.Known)
            Append(print, "known", known);
        foreach (var unknown in body.Unknown)
            Append(print, "unknown", unknown);
        Append(print, "text", body.PlainText);
        return print.ToString();
    }

    private static MarkdownSettings SettingsFor(string text) => MarkdownSettings.Default with
    {
        WikiLinks = text.StartsWith("[//]: # (wiki", StringComparison.Ordinal),
        LiftTitle = text.StartsWith("[//]: # (lift", StringComparison.Ordinal),
        PandocFigures = text.StartsWith("[//]: # (pandoc", StringComparison.Ordinal),
        Typography = text.StartsWith("[//]: # (typography", StringComparison.Ordinal),
        Maths = text.StartsWith("[//]: # (maths", StringComparison.Ordinal),
    };

    private static string Readable(string html)
    {
        var print = new StringBuilder();
        foreach (var part in BodyMarkup.Read(html))
        {
            if (!part.IsMarker)
            {
                print.Append(part.Html);
                continue;
            }

            print.Append("[[").Append(part.Name);
            for (var i = 0; i < 3 && part.Argument(i).Length > 0; i++)
                print.Append(' ').Append(part.Argument(i));
            print.Append("]]");
        }

        return print.ToString();
    }

    private static void Append(StringBuilder print, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            print.Append(name).Append(": ").Append(value).Append('\n');
    }
}
