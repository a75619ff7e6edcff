using AlitaNews.Web.Pages;
using AlitaNews.Web.Publishing;

namespace AlitaNews.Site.Tests.Pages;

public sealed class CacheControlTests
{
    [Theory]
    [InlineData(0, "public, max-age=0")]
    [InlineData(1, "public, max-age=1, stale-if-error=1")]
    [InlineData(60, "public, max-age=60, stale-if-error=60")]
    [InlineData(61, "public, max-age=60, stale-while-revalidate=1, stale-if-error=61")]
    [InlineData(660, "public, max-age=60, stale-while-revalidate=600, stale-if-error=660")]
    [InlineData(1_000_000, "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400")]
    public void Nobody_keeps_a_page_beyond_the_next_tick(long seconds, string expected) => Assert.Equal(expected, CacheControl.For(seconds));

    [Fact]
    public void The_value_follows_the_edition_and_the_clock()
    {
        var clock = new HandClock();
        var edition = new CurrentEdition();
        var control = new CacheControl(edition, clock);
        edition.MoveTo(new(1), nextTick: null);
        Assert.Equal(CacheControl.For(86_400), control.Now());
        edition.MoveTo(new(2), clock.GetUtcNow().AddSeconds(30));
        Assert.Equal("public, max-age=30, stale-if-error=30", control.Now());
        clock.Instant += TimeSpan.FromSeconds(12.5);
        Assert.Equal("public, max-age=17, stale-if-error=17", control.Now());
        clock.Instant += TimeSpan.FromHours(1);
        Assert.Equal("public, max-age=0", control.Now());
    }

    private sealed class HandClock : TimeProvider
    {
        public DateTimeOffset Instant { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Instant;
    }
}
