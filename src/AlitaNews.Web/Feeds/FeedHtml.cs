using System.Text.RegularExpressions;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Claims;
using AlitaNews.Store.Pages;
using AlitaNews.Web.Articles;
using AlitaNews.Web.Corrections;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pictures;
using Microsoft.AspNetCore.Html;

namespace AlitaNews.Web.Feeds;

/// <summary>The text of an article as feed readers show it: the status in words first, nothing that gives the story away, no address that leads nowhere outside the site.</summary>
public static partial class FeedHtml
{
    /// <summary>The whole of an article.</summary>
    public static string Of(SiteFrame frame, ArticlePage page)
    {
        var html = new HtmlContentBuilder();
        AppendBanner(html, frame, page.Verdict, page.Primary);
        if (page.Retraction is { } retraction)
            html.AppendHtml("<p><strong>RETRACTED</strong> on ").Append(VerdictWords.Day(frame.Zone.DayOf(retraction.Date))).Append(": ").Append(retraction.Text).AppendHtml("</p>\n");
        if (page.ContentWarning is { } warning)
            html.AppendHtml("<p><strong>Before you read:</strong> ").Append(warning).AppendHtml("</p>\n");
        var givesAway = page.Spoiler == "major";
        var use = new BodyUse(frame.Zone, "", Spoilers: false, Ads: false, BannerShowsLists: page.Primary is not null);
        if (page.StandfirstHtml is { } standfirst && !givesAway)
            html.AppendHtml("<p><em>").AppendHtml(StoryBody.Fill(standfirst, page.Material, use)).AppendHtml("</em></p>\n");
        if (page.Hero is { Spoiler: false } hero && !givesAway)
            FigureMarkup.AppendFigure(html, hero with { CaptionHtml = hero.CaptionHtml is { } caption ? FilledText.Of(StoryBody.Fill(caption, page.Material, use)) : null }, "", first: true);
        html.AppendHtml(StoryBody.Fill(page.BodyHtml, page.Material, use));
        foreach (var correction in page.Corrections)
            html.AppendHtml("<p><strong>").Append(CorrectionWords.Of(correction.Type)).Append(", ").Append(VerdictWords.Day(frame.Zone.DayOf(correction.Date))).AppendHtml(":</strong> ").Append(correction.Text).AppendHtml("</p>\n");
        return Absolute(FilledText.Of(html), frame, frame.AddressOf("/news/" + page.Card.Slug));
    }

    /// <summary>Makes every address of a text absolute and leaves out what only a page needs: other sizes of pictures.</summary>
    /// <param name="html">Well-formed HTML of ours.</param>
    /// <param name="frame">Knows the origin.</param>
    /// <param name="address">The page that the text is of: what its anchors are on.</param>
    public static string Absolute(string html, SiteFrame frame, string address) => Tag().Replace(OtherSizes().Replace(html, ""), tag =>
        Sizes().Replace(Address().Replace(tag.Value, match => $"{match.Groups[1].Value}{(match.Groups[2].Value == "#" ? address + "#" : frame.BaseUrl + "/")}"), ""));

    private static void AppendBanner(HtmlContentBuilder html, SiteFrame frame, Verdict verdict, ClaimSummary? claim)
    {
        if (claim is null || verdict.Display == ClaimDisplay.None)
            return;
        html.AppendHtml("<p><strong>").Append(VerdictWords.Alone(verdict.Display)).AppendHtml(".</strong> ")
            .Append(string.Join(' ', new[] { VerdictWords.Meaning(verdict.Display), verdict.Due, verdict.Moved, VerdictWords.WhoSaysSo([.. claim.Voices.Select(static voice => (voice.Name, voice.Role))]) }
                .Where(static sentence => sentence is not null)))
            .AppendHtml("</p>\n");
        AppendList(html, "What is known", claim.Known);
        AppendList(html, "What is not known", claim.Unknown);
        html.AppendHtml("<p>The claim: <a href=\"").Append(frame.AddressOf("/claims/" + claim.Id)).AppendHtml("\">").Append(claim.Text).AppendHtml("</a></p>\n");
    }

    private static void AppendList(HtmlContentBuilder html, string title, IReadOnlyList<string> items)
    {
        if (items.Count == 0)
            return;
        html.AppendHtml("<p>").Append(title).AppendHtml(":</p>\n<ul>");
        foreach (var item in items)
            html.AppendHtml("<li>").Append(item).AppendHtml("</li>");
        html.AppendHtml("</ul>\n");
    }

    [GeneratedRegex("<[a-z][^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<source\\b[^>]*>")]
    private static partial Regex OtherSizes();

    [GeneratedRegex(" (?:srcset|sizes|loading|decoding|fetchpriority)=\"[^\"]*\"| data-lightbox")]
    private static partial Regex Sizes();

    [GeneratedRegex("""( (?:href|src|cite)=")(#|/(?!/))""")]
    private static partial Regex Address();
}
