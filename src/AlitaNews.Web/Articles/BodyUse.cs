using AlitaNews.Newsroom.Site;
using AlitaNews.Store.Pages;

namespace AlitaNews.Web.Articles;

/// <summary>Where a body is written to.</summary>
/// <param name="Zone">The site's zone.</param>
/// <param name="Origin">Stands before root-relative addresses: empty on pages, the public origin in feeds.</param>
/// <param name="Spoilers">Whether spoilers are kept, behind their covers.</param>
/// <param name="Ads">Whether advertisement slots are kept.</param>
/// <param name="BannerShowsLists">Whether a banner already shows what is known and unknown.</param>
public sealed record BodyUse(SiteZone Zone, string Origin, bool Spoilers, bool Ads, bool BannerShowsLists)
{
    /// <summary>On a page of the site.</summary>
    public static BodyUse OnPage(SiteFrame frame, bool bannerShowsLists = false) =>
        new(frame.Zone, "", Spoilers: true, Ads: frame.Site.AdProvider is not null, bannerShowsLists);
}
