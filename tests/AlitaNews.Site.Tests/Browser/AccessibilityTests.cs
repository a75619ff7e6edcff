using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AlitaNews.Site.Tests.Browser;

/// <summary>What a machine can find of WCAG 2.2 AA, and the practices beside it.</summary>
[Collection(BrowserTests.Name)]
public sealed class AccessibilityTests(ReadingRoom room)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } },
        ResultTypes = new HashSet<ResultType> { ResultType.Violations },
    };

    [Theory]
    [MemberData(nameof(Template.Pages), MemberType = typeof(Template))]
    [InlineData("claim in a frame", "/claims/cameras-roll/embed")]
    public async Task No_template_has_an_accessibility_fault(string template, string address)
    {
        await using var reader = await room.SeatAsync();
        await reader.OpenAsync(address);

        var faults = await ListFaultsAsync(reader);

        Assert.True(faults.Count == 0, template + string.Join(Environment.NewLine, faults));
    }

    [Fact]
    public async Task The_desk_has_no_accessibility_fault()
    {
        await using var reader = await room.SeatAsync();
        await reader.OpenAsync(room.DeskAddress);
        await Assertions.Expect(reader.Page.Locator("h1")).ToHaveTextAsync("The desk");

        var faults = await ListFaultsAsync(reader);

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
        Assert.Empty(reader.Complaints);
    }

    private static async Task<List<string>> ListFaultsAsync(Reader reader)
    {
        var faults = new List<string>();
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (768, ColorScheme.Light), (360, ColorScheme.Light), (360, ColorScheme.Dark), (768, ColorScheme.Dark), (1280, ColorScheme.Dark) })
        {
            await reader.Page.SetViewportSizeAsync(width, 800);
            await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            var result = await reader.Page.RunAxe(Rules);
            faults.AddRange(result.Violations.Select(fault => $"{width}, {scheme}: {fault.Id} at {string.Join("; ", fault.Nodes.Select(static node => node.Html))}"));
        }

        return faults;
    }
}
