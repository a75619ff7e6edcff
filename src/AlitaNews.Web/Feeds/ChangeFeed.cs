using AlitaNews.Newsroom.Claims;
using AlitaNews.Store.Feeds;
using AlitaNews.Store.Pages;
using AlitaNews.Web.Articles;
using AlitaNews.Web.Layout;
using Microsoft.AspNetCore.Html;

namespace AlitaNews.Web.Feeds;

/// <summary>Makes the feeds of what changed after publication: displayed states, and corrections. Items are added, never changed.</summary>
public static class ChangeFeed
{
    /// <summary>One item for each change of a displayed state.</summary>
    public static Feed OfStatus(SiteFrame frame, IReadOnlyList<StatusChange> changes) => new()
    {
        Title = $"Status changes – {frame.Site.Title}",
        Description = "Every change of what we show of a claim.",
        Home = "/status",
        Updated = changes.Select(static change => change.At).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(),
        Items = [.. changes.Select(change => Item(frame, change))],
    };

    /// <summary>One item for each correction.</summary>
    public static Feed OfCorrections(SiteFrame frame, IReadOnlyList<CorrectedArticle> corrections) => new()
    {
        Title = $"Corrections – {frame.Site.Title}",
        Description = "What we got wrong, and what is right.",
        Home = "/corrections",
        Updated = corrections.Select(static correction => correction.At).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(),
        Items = [.. corrections.Select(correction => Item(frame, correction))],
    };

    private static FeedItem Item(SiteFrame frame, StatusChange change)
    {
        var sentence = $"Was: {VerdictWords.InText(change.Was)}. Is: {VerdictWords.InText(change.Display)}.";
        var html = new HtmlContentBuilder();
        html.AppendHtml("<p><strong>").Append(sentence).AppendHtml("</strong></p>\n<p>").Append(change.Text).AppendHtml("</p>\n");
        if (change.Note is { } note)
            html.AppendHtml("<p>").Append(note).AppendHtml("</p>\n");
        AppendLinks(html, "Evidence", [.. change.Evidence.Select(static one => (one.Title ?? one.Url, one.Url))]);
        AppendLinks(html, "Our stories that carry it", [.. change.Articles.Select(article => (article.Title, frame.AddressOf("/news/" + article.Slug)))]);
        return new FeedItem
        {
            Guid = TagUri.Of(frame, change.At, $"{change.Claim}/{Compact(change.At)}-{change.Display.Word()}"),
            Address = frame.AddressOf("/claims/" + change.Claim),
            Title = $"{VerdictWords.Alone(change.Display)}: {change.Text}",
            Published = change.At,
            Updated = change.At,
            Summary = sentence,
            Html = FilledText.Of(html),
        };
    }

    private static FeedItem Item(SiteFrame frame, CorrectedArticle correction)
    {
        var html = new HtmlContentBuilder();
        html.AppendHtml("<p>").Append(correction.Text);
        if (correction.Was is { } was)
            html.AppendHtml(" Was <del>").Append(was).AppendHtml("</del>.");
        if (correction.Now is { } now)
            html.AppendHtml(" Is <ins>").Append(now).AppendHtml("</ins>.");
        html.AppendHtml("</p>\n");
        return new FeedItem
        {
            Guid = TagUri.Of(frame, correction.At, correction.Key),
            Address = frame.AddressOf($"/news/{correction.Slug}#corrections"),
            Title = $"Correction: {correction.Title}",
            Published = correction.At,
            Updated = correction.At,
            Summary = correction.Text,
            Html = FilledText.Of(html),
        };
    }

    private static string Compact(DateTimeOffset at) => Instants.Machine(at).Replace("-", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal);

    private static void AppendLinks(HtmlContentBuilder html, string title, IReadOnlyList<(string Name, string Address)> links)
    {
        if (links.Count == 0)
            return;
        html.AppendHtml("<p>").Append(title).AppendHtml(":</p>\n<ul>");
        foreach (var (name, address) in links)
            html.AppendHtml("<li><a href=\"").Append(address).AppendHtml("\">").Append(name).AppendHtml("</a></li>");
        html.AppendHtml("</ul>\n");
    }
}
