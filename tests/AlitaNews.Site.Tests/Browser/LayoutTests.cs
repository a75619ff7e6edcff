using Microsoft.Playwright;

namespace AlitaNews.Site.Tests.Browser;

/// <summary>The page under other conditions: narrow, enlarged, on paper, without motion, from right to left.</summary>
[Collection(BrowserTests.Name)]
public sealed class LayoutTests(ReadingRoom room)
{
    // What sticks out of the page; containers that scroll by themselves may hold what is wider.
    private const string TooWide = """
        () => document.documentElement.scrollWidth <= innerWidth ? '' :
          innerWidth + ' < ' + document.documentElement.scrollWidth + ': ' + [...document.querySelectorAll('main *, header *, footer *')]
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map(e => e.outerHTML.slice(0, 90)).join('; ')
        """;

    [Theory]
    [MemberData(nameof(Template.Pages), MemberType = typeof(Template))]
    [InlineData("article with a long word", "/news/a-poster-that-is-not")]
    public async Task Nothing_scrolls_sideways_at_320_pixels_nor_at_200_percent(string template, string address)
    {
        await using var reader = await room.SeatAsync(320);
        await reader.OpenAsync(address);
        var narrow = await reader.Page.EvaluateAsync<string>(TooWide);

        // A window of 1280 pixels at 200 % has room for half of them.
        await reader.Page.SetViewportSizeAsync(640, 400);
        var enlarged = await reader.Page.EvaluateAsync<string>(TooWide);

        Assert.Equal((template, "", ""), (template, narrow, enlarged));
    }

    [Fact]
    public async Task On_paper_a_story_keeps_its_status_and_says_where_it_is_from()
    {
        await using var reader = await room.SeatAsync();
        await reader.OpenAsync(Paper.Story);
        await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        await Assertions.Expect(reader.Page.Locator("h1 [data-label=overdue]")).ToBeVisibleAsync();
        await Assertions.Expect(reader.Page.Locator("[data-banner=overdue]")).ToBeVisibleAsync();
        await Assertions.Expect(reader.Page.GetByText(Paper.Story)).ToBeVisibleAsync();
        await Assertions.Expect(reader.Page.Locator(".nav")).ToBeHiddenAsync();
        await Assertions.Expect(reader.Page.Locator(".foot")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Those_who_want_no_motion_get_none()
    {
        await using var reader = await room.SeatAsync();
        await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce });
        await reader.OpenAsync(Paper.Story);

        Assert.Equal("auto", await reader.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).scrollBehavior"));
        Assert.Equal(0, await reader.Page.EvaluateAsync<int>("document.getAnimations().length"));
    }

    [Fact]
    public async Task A_story_from_right_to_left_is_mirrored()
    {
        await using var reader = await room.SeatAsync();
        await reader.OpenAsync(Paper.Arabic);

        var facts = (await reader.Page.Locator(".story-facts").BoundingBoxAsync())!;
        var text = (await reader.Page.Locator(".prose").BoundingBoxAsync())!;
        Assert.True(facts.X >= text.X + text.Width);
        Assert.Equal("rtl", await reader.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.prose li')).direction"));
        Assert.True(await reader.Page.EvaluateAsync<bool>("(p => p.getBoundingClientRect().right - p.querySelector('li').getBoundingClientRect().right > 10)(document.querySelector('.prose ul'))"));
    }
}
