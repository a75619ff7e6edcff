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
    public async Task A_preview_stands_on_its_page_as_the_story_does()
    {
        const string gap = "() => Math.round(document.querySelector('main').getBoundingClientRect().top - document.querySelector('body > header').getBoundingClientRect().bottom)";
        await using var reader = await room.SeatAsync();
        await reader.Page.SetViewportSizeAsync(1280, 6000);
        await reader.OpenAsync(Paper.Story);
        var asRead = await reader.Page.EvaluateAsync<int>(gap);
        await reader.OpenAsync(room.DeskAddress + "/preview/" + Paper.StoryFile);
        await Assertions.Expect(reader.Page.Locator(".desk-note")).ToBeVisibleAsync();

        Assert.Equal(asRead, await reader.Page.EvaluateAsync<int>(gap));
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

        // The paper's own words read from left to right, and stand where the story's direction puts them.
        var banner = (await reader.Page.Locator("[data-banner]").BoundingBoxAsync())!;
        Assert.Equal(text.X + text.Width, banner.X + banner.Width, 1.0);
        Assert.True(facts.X >= banner.X + banner.Width);
        Assert.Equal("rtl", await reader.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.prose li')).direction"));
        Assert.True(await reader.Page.EvaluateAsync<bool>("(p => p.getBoundingClientRect().right - p.querySelector('li').getBoundingClientRect().right > 10)(document.querySelector('.prose ul'))"));
    }

    [Fact]
    public async Task A_mark_of_a_claim_never_ends_a_line_without_its_word()
    {
        await using var reader = await room.SeatAsync();
        await reader.OpenAsync("/news/the-script-is-done");

        // A copy of the paragraph at every width: the top of the link's box, which begins at the mark, is that of its first letter.
        var apart = await reader.Page.EvaluateAsync<int>("""
            () => {
              const paragraph = document.querySelector('.prose p:has(a[data-claim])');
              let apart = 0;
              for (let width = 90; width < 400; width += 5) {
                const copy = paragraph.cloneNode(true);
                copy.style.width = width + 'px';
                paragraph.after(copy);
                for (const link of copy.querySelectorAll('a[data-claim]')) {
                  const letter = document.createRange();
                  letter.setStart(link.firstChild, 0);
                  letter.setEnd(link.firstChild, 1);
                  if (Math.abs(letter.getBoundingClientRect().top - link.getClientRects()[0].top) > 4) apart++;
                }
                copy.remove();
              }
              return apart;
            }
            """);

        Assert.Equal(0, apart);
    }

    [Theory]
    [InlineData("/")]
    [InlineData(Paper.Story)]
    [InlineData("/rumours")]
    [InlineData("/sources")]
    public async Task Those_who_want_more_contrast_or_their_own_colours_still_see_every_status(string address)
    {
        foreach (var (contrast, forced) in new[] { (Contrast.More, ForcedColors.None), (Contrast.NoPreference, ForcedColors.Active) })
        {
            await using var reader = await room.SeatAsync();
            await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Contrast = contrast, ForcedColors = forced });
            await reader.OpenAsync(address);

            // Paper and ink are the reader's; each label has words, a border or a ground, and a shape that is painted in another colour than its ground.
            var faults = await reader.Page.EvaluateAsync<string[]>("""
                () => {
                  const faults = [], body = getComputedStyle(document.body), paper = getComputedStyle(document.documentElement).backgroundColor;
                  if (body.color !== 'rgb(0, 0, 0)' || paper !== 'rgb(255, 255, 255)') faults.push('ink ' + body.color + ' on ' + paper);
                  for (const label of document.querySelectorAll('.label')) {
                    const own = getComputedStyle(label), shape = getComputedStyle(label, '::before');
                    const paint = [shape.backgroundColor, shape.backgroundImage, shape.borderTopStyle].join(' ');
                    if (paint === 'rgba(0, 0, 0, 0) none none') faults.push('no shape: ' + label.textContent);
                    if (own.color === own.backgroundColor || shape.color === own.backgroundColor) faults.push('unseen: ' + label.textContent);
                  }
                  for (const line of document.querySelectorAll('.small, .card-meta, .entry-side'))
                    if (getComputedStyle(line).color !== body.color) faults.push('soft: ' + line.textContent.trim().slice(0, 40));
                  return faults;
                }
                """);

            Assert.Equal([], faults);
            Assert.Empty(reader.Complaints);
        }
    }
}
