using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Site;
using AlitaNews.Newsroom.Sources;
using AlitaNews.Store.Claims;
using AlitaNews.Web.Claims;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AlitaNews.Site.Tests.Pages;

public sealed class VerdictBannerTests
{
    private static readonly DateTimeOffset Published = new(2023, 1, 10, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public void A_rumour_says_who_says_so_what_is_unknown_and_when_it_is_due()
    {
        var banner = Banner(ClaimDisplay.Rumour, ClaimStatus.Rumour)!;

        Assert.Equal("rumour", banner.GetAttribute("data-banner"));
        Assert.Contains("According to An insider.", banner.TextContent, StringComparison.Ordinal);
        Assert.Contains("Due by the end of 2023.", banner.TextContent, StringComparison.Ordinal);
        Assert.Equal("who they are", banner.QuerySelector(".unknown li")!.TextContent);
        Assert.Equal("/claims/shoots", banner.QuerySelector(".banner-foot a")!.GetAttribute("href"));
    }

    [Fact]
    public void An_overdue_rumour_says_that_nothing_confirmed_it() =>
        Assert.Contains("Was due by the end of 2023. We have found no confirmation.", Banner(ClaimDisplay.Overdue, ClaimStatus.Rumour)!.TextContent, StringComparison.Ordinal);

    [Fact]
    public void What_did_not_happen_is_said_once()
    {
        var sentence = Banner(ClaimDisplay.Missed, ClaimStatus.Missed)!.QuerySelector(".banner-say")!;

        Assert.Equal("Was due by 2023. Did not happen.", sentence.TextContent);
        Assert.Equal("Did not happen.", sentence.QuerySelector("strong")!.TextContent);
    }

    [Fact]
    public void An_article_without_a_primary_claim_has_no_banner() => Assert.Null(Render(new VerdictBannerTagHelper()));

    private static IElement? Banner(ClaimDisplay display, ClaimStatus status)
    {
        var then = State(ClaimDisplay.Rumour, ClaimStatus.Rumour, Published);
        var now = State(display, status, Published.AddDays(display == ClaimDisplay.Rumour ? 0 : 400));
        var claim = new ClaimSummary
        {
            Id = "shoots",
            Text = "Production starts in 2023",
            Display = display,
            Changed = now.ChangedAt,
            Known = ["they met"],
            Unknown = ["who they are"],
            Voices = [new ClaimVoice("insider", "An insider", SourceRole.Origin, SourceKind.AnonymousClass)],
        };
        return Render(new VerdictBannerTagHelper
        {
            Verdict = Verdict.Of(ClaimStatus.Rumour, Published, then, now, now.From, new ClaimRules(SiteZone.Utc)),
            Claim = claim,
        });
    }

    private static ClaimState State(ClaimDisplay display, ClaimStatus status, DateTimeOffset since) => new()
    {
        From = since,
        ChangedAt = since,
        DisplayedSince = since,
        Updated = since,
        Display = display,
        Status = status,
        Due = "2023",
        FirstDue = "2023",
        Flags = display == ClaimDisplay.Overdue ? ClaimFlags.Overdue : ClaimFlags.None,
        Wording = new ClaimWording(),
    };

    private static IElement? Render(VerdictBannerTagHelper helper)
    {
        var output = new TagHelperOutput("verdict-banner", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(new TagHelperContext([], new Dictionary<object, object>(), "test"), output);
        using var writer = new StringWriter();
        output.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return new HtmlParser().ParseDocument(writer.ToString()).QuerySelector("aside");
    }
}
