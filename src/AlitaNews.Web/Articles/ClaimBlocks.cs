using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Sources;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Claims;
using AlitaNews.Web.Claims;
using AlitaNews.Web.Layout;
using Microsoft.AspNetCore.Html;

namespace AlitaNews.Web.Articles;

/// <summary>The blocks of a body that show claims.</summary>
public static class ClaimBlocks
{
    /// <summary>A claim as a card: label, wording, who says so, when due, how often they were right.</summary>
    public static void AppendCard(IHtmlContentBuilder html, ClaimSummary claim, IReadOnlyDictionary<string, ShownSource> sources, string origin)
    {
        html.AppendHtml("<div class=\"claim-card\">");
        AppendLabel(html, claim.Display, claim.Status);
        html.AppendHtml("<p><a href=\"").Append($"{origin}/claims/{claim.Id}").AppendHtml("\">").Append(claim.Text).AppendHtml("</a></p><p class=\"small\">")
            .Append(VerdictWords.WhoSaysSo([.. claim.Voices.Select(static voice => (voice.Name, voice.Role))]));
        if (DueWords.Of(claim) is { } due)
            html.Append(" ").Append(char.ToUpperInvariant(due[0]) + due[1..]).Append(".");
        foreach (var voice in claim.Voices.Where(static voice => voice.Role is SourceRole.Origin or SourceRole.Corroborates))
        {
            if (sources.TryGetValue(voice.SourceId, out var source) && source.Record is { } record)
                html.AppendHtml("<br>").Append($"{source.Name}: {record}");
        }

        html.AppendHtml("</p></div>\n");
    }

    /// <summary>Changes in order, with their days.</summary>
    public static void AppendTimeline(IHtmlContentBuilder html, IReadOnlyList<ClaimChange> changes, BodyUse use)
    {
        html.AppendHtml("<ol class=\"timeline\">");
        foreach (var change in changes)
        {
            html.AppendHtml("<li><time datetime=\"").Append(Instants.Machine(change.At)).AppendHtml("\">").Append(VerdictWords.Day(use.Zone.DayOf(change.At)))
                .AppendHtml("</time><p class=\"was-is\">");
            AppendLabel(html, change.Display, status: null);
            html.AppendHtml("<a href=\"").Append($"{use.Origin}/claims/{change.Claim}").AppendHtml("\">").Append(change.Text).AppendHtml("</a></p>");
            if (change.Note is { } note)
                html.AppendHtml("<p>").Append(note).AppendHtml("</p>");
            html.AppendHtml("</li>");
        }

        html.AppendHtml("</ol>\n");
    }

    private static void AppendLabel(IHtmlContentBuilder html, ClaimDisplay display, ClaimStatus? status)
    {
        if (VerdictWords.Label(display, status) is { } words)
            html.AppendHtml("<span class=\"label\" data-label=\"").Append(display.Word()).AppendHtml("\">").Append(words).AppendHtml("</span>");
    }
}
