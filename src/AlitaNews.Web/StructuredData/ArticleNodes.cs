using System.Text.Json.Nodes;
using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Pictures;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Pages;
using AlitaNews.Store.Pictures;
using AlitaNews.Web.Cards;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pictures;

namespace AlitaNews.Web.StructuredData;

/// <summary>An article, its claims and its pictures as machines read them.</summary>
public static class ArticleNodes
{
    /// <summary>The nodes that the page of an article adds to its graph.</summary>
    public static IReadOnlyList<JsonObject> ListOf(SiteFrame frame, ArticlePage page)
    {
        var path = "/news/" + page.Card.Slug;
        var shown = new[] { page.Card.Hero }.Concat(page.Material.Figures).OfType<ShownPicture>().Where(static picture => !picture.Spoiler).ToList();
        var pictures = shown.Select(picture => PictureNodes.Find(frame, picture, page.Material)).OfType<JsonObject>()
            .DistinctBy(static node => (string?)node["@id"]).ToList();
        return
        [
            Article(frame, page, path, Images(frame, page, shown)),
            .. page.Claims.Where(static claim => claim.Status is not null).Select(claim => ClaimNodes.Claim(frame, claim, claim.Id == page.Primary?.Id ? page.Topics.Select(topic => PageGraph.Reference(PageGraph.TopicId(frame, topic.Id))) : [], [path])),
            .. pictures,
        ];
    }

    /// <summary>The type that a kind of piece has in the vocabulary. A rumour is never reportage.</summary>
    public static string TypeOf(ArticleKind kind) => kind switch
    {
        ArticleKind.Opinion => "OpinionNewsArticle",
        ArticleKind.Analysis => "AnalysisNewsArticle",
        ArticleKind.Review => "ReviewNewsArticle",
        ArticleKind.Roundup => "BackgroundNewsArticle",
        ArticleKind.Sponsored => "AdvertiserContentArticle",
        ArticleKind.Satire => "SatiricalArticle",
        ArticleKind.Liveblog => "LiveBlogPosting",
        _ => "NewsArticle",
    };

    private static JsonObject Article(SiteFrame frame, ArticlePage page, string path, List<string> images)
    {
        var card = page.Card;
        var address = frame.AddressOf(path);
        var node = new JsonObject
        {
            ["@type"] = TypeOf(card.Kind),
            ["@id"] = address + "#article",
            ["url"] = address,
            ["mainEntityOfPage"] = address,
            ["headline"] = page.Verdict.Headline(card.Title),
        };
        return node
            .With("alternativeHeadline", page.Verdict.Label is null ? null : card.Title)
            .With("description", page.Description ?? card.Summary)
            .With("datePublished", Instants.Machine(card.Published))
            .With("dateModified", Instants.Machine(card.Updated))
            .With("coverageStartTime", card.Kind == ArticleKind.Liveblog ? Instants.Machine(card.Published) : null)
            .With("author", PageGraph.ArrayOf(page.Authors.Select(author => Author(frame, author))))
            .With("publisher", PageGraph.PublisherOf(frame))
            .With("isPartOf", PageGraph.Reference(frame.BaseUrl + "/#website"))
            .With("image", PageGraph.ArrayOf(images.Select(image => (JsonNode)frame.EscapedAddressOf(image))))
            .With("articleSection", page.SectionName ?? (page.Section.Length > 0 ? page.Section : null))
            .With("keywords", PageGraph.ArrayOf(page.Tags.Select(static tag => (JsonNode)tag.Name)))
            .With("about", PageGraph.ArrayOf(page.Topics.Select(topic => PageGraph.Thing(frame, topic))))
            .With("mentions", PageGraph.ArrayOf(page.Claims.Where(static claim => claim.Status is not null).Select(claim => PageGraph.Reference(frame.AddressOf("/claims/" + claim.Id)))))
            .With("citation", PageGraph.ArrayOf(page.Sources.Where(static source => source.Url is not null).Select(Citation).Concat(page.Evidence.Select(Citation))))
            .With("isBasedOn", PageGraph.ArrayOf(page.Sources.Where(static source => source is { Url: not null, IsOrigin: true }).Select(static source => (JsonNode)source.Url!)))
            .With("correction", PageGraph.ArrayOf(page.Corrections.Select(Comment)))
            .With("backstory", PlainWords.Of(page.BackstoryHtml))
            .With("creativeWorkStatus", page.Verdict.Display == ClaimDisplay.None ? null : page.Verdict.Display.Word())
            .With("sponsor", page.Sponsor is { } sponsor ? new JsonObject { ["@type"] = "Organization", ["name"] = sponsor.Name }.With("url", sponsor.Url) : null)
            .With("isAccessibleForFree", true)
            .With("inLanguage", card.Language ?? frame.Site.Language)
            .With("license", LicenceOf(page.License ?? frame.Site.License));
    }

    // The lead picture in the three ratios that search engines ask for; where there is none to cut, the picture as it is, or the page's own card.
    private static List<string> Images(SiteFrame frame, ArticlePage page, List<ShownPicture> shown)
    {
        var lead = shown.Find(static picture => picture is { Url: not null, ForeignHost: null });
        List<string> cuts = lead is null ? [] : [.. PictureSources.CutsOf(lead)];
        return cuts.Count > 0 ? cuts : [lead?.Url ?? ShareCard.Of(page, frame).Address];
    }

    // The paper's own by-line is the paper, not a person.
    private static JsonObject Author(SiteFrame frame, ShownAuthor author) => new()
    {
        ["@type"] = author.Id == frame.Site.Author ? "Organization" : "Person",
        ["name"] = author.Name,
        ["url"] = frame.AddressOf("/authors/" + author.Id),
    };

    private static JsonObject Citation(ShownSource source) => new JsonObject
    {
        ["@type"] = "CreativeWork",
        ["name"] = source.Name,
        ["url"] = source.Url,
    }.With("datePublished", source.Date is { } date ? Instants.Machine(date) : null);

    private static JsonObject Citation(Evidence evidence) => new JsonObject
    {
        ["@type"] = "CreativeWork",
        ["name"] = evidence.Title ?? evidence.Url,
        ["url"] = evidence.Url,
    }.With("archivedAt", evidence.Archived);

    private static JsonObject Comment(Correction correction) => new()
    {
        ["@type"] = "CorrectionComment",
        ["text"] = correction.Text,
        ["datePublished"] = Instants.Machine(correction.Date),
    };

    private static string? LicenceOf(string? license) => Licence.Read(license, null).Url;
}
