using System.Text;

namespace AlitaNews.Newsroom.Markdown.Summaries;

/// <summary>Finishes a body: takes out what only served its making and counts its words.</summary>
internal static class BodySummary
{
    private const int WordsPerAd = 250;

    /// <summary>The finished body.</summary>
    public static CompiledBody Make(BodyContext context, string written)
    {
        string? excerpt = null;
        var html = written;
        var mark = written.IndexOf(ExcerptMark.Marker, StringComparison.Ordinal);
        if (mark >= 0)
        {
            excerpt = PlainText.Of(written.AsSpan(0, mark));
            html = written.Replace(ExcerptMark.Marker + "\n", "", StringComparison.Ordinal).Replace(ExcerptMark.Marker, "", StringComparison.Ordinal)
                .Replace("<p></p>\n", "", StringComparison.Ordinal);
        }

        html = ThinOutAds(html);
        var text = PlainText.Of(html);
        return new CompiledBody(
            html,
            context.Figures,
            context.References,
            context.Headings,
            text,
            context.LiftedTitle,
            string.IsNullOrEmpty(excerpt) ? null : excerpt,
            context.FirstParagraph,
            context.Verification,
            context.Known,
            context.Unknown,
            PlainText.CountWords(text));
    }

    /// <summary>At most one slot in 250 words: slots that follow too closely are left out.</summary>
    private static string ThinOutAds(string html)
    {
        const string lead = "\u0002" + BodyMarkup.Ad + "\u001F";
        var first = html.IndexOf(lead, StringComparison.Ordinal);
        if (first < 0)
            return html;
        var kept = new StringBuilder(html.Length);
        var done = 0;
        var lastWords = -WordsPerAd;
        var words = 0;
        for (var at = first; at >= 0; at = html.IndexOf(lead, done, StringComparison.Ordinal))
        {
            var run = html.AsSpan(done, at - done);
            words += PlainText.CountWords(PlainText.Of(run));
            kept.Append(run);
            var end = html.IndexOf(BodyMarkup.End, at) + 1;
            if (words - lastWords >= WordsPerAd)
            {
                kept.Append(html, at, end - at);
                lastWords = words;
            }

            done = end;
        }

        return kept.Append(html, done, html.Length - done).ToString();
    }
}
