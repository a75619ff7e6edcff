using Microsoft.Playwright;

namespace AlitaNews.Site.Tests.Browser;

/// <summary>Readers without a mouse.</summary>
[Collection(BrowserTests.Name)]
public sealed class KeyboardTests(ReadingRoom room)
{
    // Where the focus is, and whether it can be seen: an outline, and a place inside the window.
    private const string Focus = """
        () => {
          const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
          const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
          return (seen ? 'seen: ' : 'not seen: ') + element.outerHTML.slice(0, 80);
        }
        """;

    [Theory]
    [MemberData(nameof(Template.Pages), MemberType = typeof(Template))]
    public async Task The_first_stop_skips_to_the_text(string template, string address)
    {
        await using var reader = await room.SeatAsync();
        await reader.OpenAsync(address);

        await reader.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(reader.Page.Locator("a.skip")).ToBeFocusedAsync();
        await Assertions.Expect(reader.Page.Locator("a.skip")).ToBeInViewportAsync();
        await reader.Page.Keyboard.PressAsync("Enter");

        Assert.True(await reader.Page.EvaluateAsync<bool>("document.activeElement.id === 'main'"), template);
    }

    [Fact]
    public async Task A_name_that_is_suggested_can_be_chosen_by_keyboard()
    {
        await using var reader = await room.SeatAsync();
        await reader.OpenAsync("/search");
        var field = reader.Page.GetByRole(AriaRole.Combobox, new() { Name = "Search for" });
        await field.PressSequentiallyAsync("land");
        var suggested = reader.Page.Locator(".suggestions [role=option]");
        await Assertions.Expect(suggested).ToHaveTextAsync(["Jon Landau Source"]);
        await field.PressAsync("ArrowDown");
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-activedescendant", "suggestion-0");
        await field.PressAsync("Escape");
        await Assertions.Expect(suggested).ToHaveCountAsync(0);
        await field.PressSequentiallyAsync("a");
        await Assertions.Expect(suggested).ToHaveCountAsync(1);
        await field.PressAsync("ArrowDown");
        await field.PressAsync("Enter");
        await reader.Page.WaitForURLAsync("**/sources/landau");
    }

    [Fact]
    public async Task Every_stop_of_the_keyboard_is_seen()
    {
        await using var reader = await room.SeatAsync();
        await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce });
        await reader.OpenAsync(Paper.Story);

        var seen = new List<string>();
        while (seen.Count < 200)
        {
            await reader.Page.Keyboard.PressAsync("Tab");
            if (await reader.Page.EvaluateAsync<bool>("document.activeElement === document.body"))
                break;
            seen.Add(await reader.Page.EvaluateAsync<string>(Focus));
        }

        Assert.InRange(seen.Count, 30, 199);
        Assert.All(seen, static stop => Assert.StartsWith("seen", stop, StringComparison.Ordinal));
        Assert.Contains(seen, static stop => stop.Contains("data-lightbox", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_picture_opens_large_and_closes_by_keyboard()
    {
        await using var reader = await room.SeatAsync();
        await reader.OpenAsync(Paper.Story);
        var dialog = reader.Page.Locator("dialog.lightbox");
        var links = reader.Page.Locator("a[data-lightbox]");

        await links.First.FocusAsync();
        await reader.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(dialog.GetByAltText("A city in the sky above a red glow")).ToBeVisibleAsync();
        Assert.True(await dialog.EvaluateAsync<bool>("dialog => dialog.contains(document.activeElement)"));

        await reader.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(dialog.GetByAltText("Two forms lean towards each other")).ToBeVisibleAsync();

        await reader.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await Assertions.Expect(links.Nth(1)).ToBeFocusedAsync();
    }
}
