using AlitaNews.Site.Tests.Live;
using AlitaNews.Web.Pages;

namespace AlitaNews.Site.Tests.Pages;

public sealed class LibraryWarmerTests(LiveSite site) : IClassFixture<LiveSite>
{
    [Fact]
    public async Task Pages_that_nobody_has_asked_for_yet_are_at_hand()
    {
        site.Write("articles/unread.md", LiveSite.Article("Unread", more: "kind: rumour\ntopics: [quiet]\nclaims:\n  - { id: unread-claim, text: It is, status: rumour, sources: [someone] }\n"));
        await site.CountsAsync(1, "select count(*) from article where id = 'unread'");
        var cache = site.Part<PageCache>();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        foreach (var address in new[] { "/news/unread", "/topics/quiet", "/claims/unread-claim", "/sources/someone", "/rumours", "/archive", "/sitemap.xml" })
        {
            while (cache.FindLast(new(address, "")) is null)
                await Task.Delay(20, patience.Token);
        }
    }
}
