using AngleSharp.Html.Parser;
using Microsoft.Playwright;

namespace AlitaNews.Site.Tests.Browser;

/// <summary>What a page does to those who read it: nothing they did not ask for.</summary>
[Collection(BrowserTests.Name)]
public sealed class ReadingTests(ReadingRoom room)
{
    // Adds up what moves without the reader's doing.
    private const string CountShifts = """
        window.shifted = 0;
        new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value; })
          .observe({ type: 'layout-shift', buffered: true });
        """;

    private const string ReadToTheEnd = """
        async () => {
          for (let y = 0; y < document.body.scrollHeight; y += 400) { scrollTo({ top: y, behavior: 'instant' }); await new Promise(requestAnimationFrame); }
          await Promise.all([...document.images].map(image => image.decode().catch(() => { throw new Error('No picture: ' + image.currentSrc); })));
          await new Promise(requestAnimationFrame);
          return window.shifted;
        }
        """;

    [Theory]
    [MemberData(nameof(Template.Pages), MemberType = typeof(Template))]
    public async Task A_page_asks_nobody_else_sets_no_cookie_complains_about_nothing_and_stays_where_it_is(string template, string address)
    {
        await using var reader = await room.SeatAsync(800);
        await reader.Page.AddInitScriptAsync(CountShifts);
        await reader.OpenAsync(address);

        Assert.Equal(0, await reader.Page.EvaluateAsync<double>(ReadToTheEnd));
        Assert.All(reader.Requests, request => Assert.StartsWith(room.Http.BaseAddress!.ToString(), request, StringComparison.Ordinal));
        Assert.Empty(await reader.ListCookiesAsync());

        // A browser notes the status of a missing page itself.
        Assert.DoesNotContain(reader.Complaints, complaint => !(template is "error" or "removed" && complaint.Contains("the server responded with a status of 4", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Template.Pages), MemberType = typeof(Template))]
    public async Task A_page_is_flawless_HTML_with_one_first_heading_and_no_level_left_out(string template, string address)
    {
        using var answer = await room.Http.GetAsync(address);
        var parser = new HtmlParser(new HtmlParserOptions { IsStrictMode = true });

        using var page = parser.ParseDocument(await answer.Content.ReadAsStringAsync());

        var levels = page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(static heading => heading.LocalName[1] - '0').ToList();
        Assert.True(levels.Count(static level => level == 1) == 1, template);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"{template}: level {pair.Second} below {pair.First}"));
        Assert.NotEmpty(page.Title!);
        Assert.NotEmpty(page.DocumentElement.GetAttribute("lang")!);
        Assert.Empty(page.All.GroupBy(static element => element.Id).Where(static ids => !string.IsNullOrEmpty(ids.Key) && ids.Count() > 1).Select(static ids => ids.Key));
    }

    [Theory]
    [MemberData(nameof(Template.Pages), MemberType = typeof(Template))]
    public async Task A_page_reads_without_scripts(string template, string address)
    {
        await using var reader = await room.SeatAsync(options: new BrowserNewContextOptions { JavaScriptEnabled = false });
        await reader.OpenAsync(address);

        Assert.True(await reader.Page.Locator("main h1").CountAsync() == 1, template);
        await Assertions.Expect(reader.Page.Locator("nav[aria-label=Main] a").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_scripts_a_picture_leads_to_its_file_and_an_embed_to_its_page()
    {
        await using var reader = await room.SeatAsync(options: new BrowserNewContextOptions { JavaScriptEnabled = false });
        await reader.OpenAsync(Paper.Story);

        await Assertions.Expect(reader.Page.Locator(".embed-title a")).ToHaveAttributeAsync("href", "https://www.youtube.com/watch?v=abcdefghijk");
        await reader.Page.Locator("details.spoiler summary").ClickAsync();
        await Assertions.Expect(reader.Page.GetByText("Well.")).ToBeVisibleAsync();
        await reader.Page.Locator("figure[data-kind=illustration] .shot a").ClickAsync();

        // A picture by itself is no page: that it has loaded is not always told.
        await reader.Page.WaitForURLAsync("**/media/**/duet.jpg", new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });
    }

    [Fact]
    public async Task An_embed_loads_in_place_when_the_reader_asks_and_not_before()
    {
        await using var reader = await room.SeatAsync();
        await reader.Page.RouteAsync("https://www.youtube-nocookie.com/**", static route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = "<p>Film" }));
        await reader.OpenAsync(Paper.Story);
        Assert.DoesNotContain(reader.Requests, static request => request.Contains("youtube", StringComparison.Ordinal));

        await reader.Page.Locator(".embed-title a").ClickAsync();

        await Assertions.Expect(reader.Page.FrameLocator(".embed iframe").GetByText("Film")).ToBeVisibleAsync();
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task Only_a_page_with_an_embed_may_show_frames()
    {
        Assert.Contains("frame-src https://www.youtube-nocookie.com", await PolicyOfAsync(Paper.Story), StringComparison.Ordinal);
        Assert.DoesNotContain("frame-src", await PolicyOfAsync("/news/the-script-is-done"), StringComparison.Ordinal);
    }

    private async Task<string> PolicyOfAsync(string address)
    {
        using var answer = await room.Http.GetAsync(address);
        return answer.Headers.GetValues("Content-Security-Policy").Single();
    }
}
