using AlitaNews.Store.Articles;
using AlitaNews.Store.Feeds;
using AlitaNews.Store.Pages;
using AlitaNews.Web.Layout;
using AlitaNews.Web.StructuredData;

namespace AlitaNews.Web.Feeds;

/// <summary>Makes feeds of articles.</summary>
public static class ArticleFeed
{
    /// <summary>What stands in place of the summary of a story that gives the plot away.</summary>
    public const string GivesAway = "This story gives the plot away; it has no summary here.";

    // As long as readers are told that an item went.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    /// <summary>The feed of the whole site or of a part of it.</summary>
    /// <param name="frame">The site.</param>
    /// <param name="content">What is in it.</param>
    /// <param name="home">The page it belongs to, root-relative.</param>
    /// <param name="summaries">Whether it carries summaries only.</param>
    /// <param name="now">The moment of the feed.</param>
    public static Feed Of(SiteFrame frame, FeedContent content, string home, bool summaries, DateTimeOffset now) => new()
    {
        Title = content.Name is { } name ? $"{name} – {frame.Site.Title}" : frame.Site.Title,
        Description = content.Name is null ? frame.Site.Description : null,
        Home = home,
        Summaries = summaries,
        Updated = content.Articles.Select(static article => article.Card.Updated).Concat(content.Pulled.Select(static article => article.Removed))
            .DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(),
        Items = [.. content.Articles.Select(article => Item(frame, article, summaries))],
        Pulled = [.. content.Pulled.Where(article => article.Removed > now - Remembered).Select(article => new PulledItem(TagUri.Of(frame, article.Published, article.Id), article.Removed))],
    };

    private static FeedItem Item(SiteFrame frame, ArticlePage page, bool summaries) => new()
    {
        Guid = TagUri.Of(frame, page.Card.Published, page.Id),
        Address = frame.AddressOf("/news/" + page.Card.Slug),
        Title = page.Verdict.Headline(page.Card.Title),
        Published = page.Card.Published,
        Updated = page.Card.Updated,
        Authors = page.Card.Authors,
        Summary = page.Spoiler == "major" ? GivesAway : page.Card.Summary,
        Html = summaries ? "" : FeedHtml.Of(frame, page),
        Categories = [.. new[] { page.SectionName }.OfType<string>().Concat(page.Topics.Concat(page.Tags).Select(static tag => tag.Name)).Distinct(StringComparer.Ordinal)],
        Picture = page.Card.Hero is { Spoiler: false, Url: not null, ForeignHost: null } hero ? hero with { CaptionHtml = PlainWords.Filled(frame, hero.CaptionHtml, page.Material) } : null,
        Language = page.Card.Language,
    };
}
