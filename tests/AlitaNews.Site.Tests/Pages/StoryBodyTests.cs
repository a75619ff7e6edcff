using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Markdown;
using AlitaNews.Newsroom.Site;
using AlitaNews.Newsroom.Sources;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Claims;
using AlitaNews.Store.Pictures;
using AlitaNews.Web.Articles;
using AngleSharp.Html.Parser;
using IElement = AngleSharp.Dom.IElement;

namespace AlitaNews.Site.Tests.Pages;

public sealed class StoryBodyTests
{
    private static readonly BodyUse Page = new(SiteZone.Utc, "", Spoilers: true, Ads: false, BannerShowsLists: false);
    private static readonly BodyUse Feed = new(SiteZone.Utc, "https://news.example", Spoilers: false, Ads: false, BannerShowsLists: false);

    [Fact]
    public void A_claim_named_in_the_text_carries_its_state_of_today()
    {
        var link = Fill($"<p>It {BodyMarkup.Open(BodyMarkup.Claim, "shoots")}starts soon{BodyMarkup.Close(BodyMarkup.Claim)}.</p>").QuerySelector("a[data-claim]")!;

        Assert.Equal("shoots", link.GetAttribute("data-claim"));
        Assert.Equal("overdue", link.GetAttribute("data-claim-status"));
        Assert.Equal("/claims/shoots", link.GetAttribute("href"));
    }

    [Fact]
    public void A_claim_behind_an_alias_is_linked_under_its_own_id()
    {
        var link = Fill($"{BodyMarkup.Open(BodyMarkup.Claim, "old-name")}it{BodyMarkup.Close(BodyMarkup.Claim)}").QuerySelector("a")!;

        Assert.Equal("/claims/shoots", link.GetAttribute("href"));
    }

    [Theory]
    [InlineData(BodyMarkup.Claim)]
    [InlineData(BodyMarkup.Source)]
    [InlineData(BodyMarkup.Topic)]
    [InlineData(BodyMarkup.Link)]
    public void What_leads_nowhere_is_plain_text(string marker)
    {
        var body = Fill($"<p>See {BodyMarkup.Open(marker, "nobody", "")}<em>this</em>{BodyMarkup.Close(marker)} word.</p>");

        Assert.Null(body.QuerySelector("a"));
        Assert.Equal("See this word.", body.QuerySelector("p")!.TextContent);
    }

    [Fact]
    public void An_internal_link_keeps_its_fragment_and_a_feed_makes_it_absolute()
    {
        var stored = $"{BodyMarkup.Open(BodyMarkup.Link, "name:labels", "two")}here{BodyMarkup.Close(BodyMarkup.Link)}";

        Assert.Equal("/news/labels#two", Fill(stored).QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("https://news.example/news/labels#two", Fill(stored, Feed).QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void A_quotation_of_an_unnamed_source_says_that_nobody_could_check_it()
    {
        var quote = Fill($"{BodyMarkup.Open(BodyMarkup.Quote, "insider", "")}<blockquote><p>We shoot.</p></blockquote>{BodyMarkup.Close(BodyMarkup.Quote)}")
            .QuerySelector("figure.quote")!;

        Assert.Equal("/sources/insider", quote.QuerySelector("figcaption a")!.GetAttribute("href"));
        Assert.Contains("could not check", quote.QuerySelector(".caveat")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_gives_nothing_away()
    {
        var stored = $"<p>a</p>{BodyMarkup.Open(BodyMarkup.Spoiler)}<details class=\"spoiler\">{BodyMarkup.Open(BodyMarkup.Claim, "shoots")}she wins{BodyMarkup.Close(BodyMarkup.Claim)}</details>{BodyMarkup.Close(BodyMarkup.Spoiler)}<p>b</p>";

        Assert.Contains("she wins", Fill(stored).TextContent, StringComparison.Ordinal);
        Assert.Equal("ab", Fill(stored, Feed).TextContent);
    }

    [Fact]
    public void Lists_that_the_banner_shows_are_not_said_twice()
    {
        var stored = $"{BodyMarkup.Open(BodyMarkup.Known)}<section class=\"known\">one</section>{BodyMarkup.Close(BodyMarkup.Known)}<p>rest</p>";

        Assert.Equal("onerest", Fill(stored).TextContent);
        Assert.Equal("rest", Fill(stored, Page with { BannerShowsLists = true }).TextContent);
    }

    [Fact]
    public void A_figure_says_what_it_is_and_keeps_caption_credit_and_licence_apart()
    {
        var figure = Fill(BodyMarkup.Open(BodyMarkup.Figure, "0")).QuerySelector("figure")!;

        Assert.Equal("concept-art", figure.GetAttribute("data-kind"));
        Assert.Equal("CONCEPT ART", figure.QuerySelector(".badge")!.TextContent);
        Assert.Equal("<script> is text", figure.QuerySelector("img")!.GetAttribute("alt"));
        Assert.Equal(["1600", "900"], new[] { "width", "height" }.Select(name => figure.QuerySelector("img")!.GetAttribute(name)));
        Assert.Equal("A caption with a claim (overdue).", figure.QuerySelector(".caption")!.TextContent);
        Assert.Contains("AlitaNews", figure.QuerySelector(".credit")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("https://example.org/licence", figure.QuerySelector(".licence a")!.GetAttribute("href"));
    }

    [Fact]
    public void An_advertisement_slot_stands_only_where_somebody_fills_it()
    {
        var stored = BodyMarkup.Open(BodyMarkup.Ad, "middle");

        Assert.Null(Fill(stored).QuerySelector("aside"));
        Assert.Equal("middle", Fill(stored, Page with { Ads = true }).QuerySelector("aside[aria-label=Advertisement]")!.GetAttribute("data-slot"));
    }

    private static IElement Fill(string stored, BodyUse? use = null) =>
        new HtmlParser().ParseDocument(FilledText.Of(StoryBody.Fill(stored, Material(), use ?? Page))).Body!;

    private static BodyMaterial Material()
    {
        var claim = new ClaimSummary
        {
            Id = "shoots",
            Text = "Production starts in 2023",
            Display = ClaimDisplay.Overdue,
            Status = ClaimStatus.Rumour,
            Changed = DateTimeOffset.UnixEpoch,
            Voices = [new ClaimVoice("insider", "An insider", SourceRole.Origin, SourceKind.AnonymousClass)],
        };
        return new BodyMaterial
        {
            Claims = new Dictionary<string, ClaimSummary> { ["shoots"] = claim, ["old-name"] = claim },
            Sources = new Dictionary<string, ShownSource> { ["insider"] = new() { Id = "insider", Name = "An insider", Standing = "anonymous", Anonymous = true } },
            Links = new Dictionary<string, string> { ["name:labels"] = "/news/labels" },
            Figures =
            [
                new ShownPicture
                {
                    Url = "/media/a.jpg", Width = 1600, Height = 900, Alt = "<script> is text", Kind = "concept-art", Badge = "CONCEPT ART", Credit = "AlitaNews",
                    CaptionHtml = $"A caption with {BodyMarkup.Open(BodyMarkup.Claim, "shoots")}a claim{BodyMarkup.Close(BodyMarkup.Claim)}.",
                    License = "CC BY 4.0", LicenseUrl = "https://example.org/licence",
                },
            ],
        };
    }
}
