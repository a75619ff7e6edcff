using AlitaNews.Site.Tests.Running;
using AlitaNews.Web.Pages;

namespace AlitaNews.Site.Tests.Pages;

public sealed class PageWarmerTests
{
    [Fact]
    public async Task Pages_that_were_read_or_suggested_are_made_again_before_anybody_asks()
    {
        await using var site = await RunningSite.StartAsync();
        site.Probe.Show("read", "first");
        site.Probe.Show("suggested", "first");
        Assert.Equal("first", await site.Public.GetStringAsync("/probe/read"));
        Assert.Equal("first", await site.Public.GetStringAsync("/probe/read"));
        var warmer = site.Part<PageWarmer>();
        await warmer.StartAsync(CancellationToken.None);

        site.Probe.Show("read", "second", edition: 2);
        site.Probe.Show("suggested", "second", edition: 2);
        warmer.Suggest(["/probe/suggested"]);
        site.Edition.MoveTo(new(2), nextTick: null);
        var cache = site.Part<PageCache>();
        Assert.True(SpinWait.SpinUntil(
            () => cache.Find(new("/probe/read", ""), new(2)) is not null && cache.Find(new("/probe/suggested", ""), new(2)) is not null,
            TimeSpan.FromSeconds(30)));
        await warmer.StopAsync(CancellationToken.None);
    }
}
