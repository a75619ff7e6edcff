using System.Collections.Concurrent;
using AlitaNews.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace AlitaNews.Site.Tests.Running;

/// <summary>What the probe pages answer with; a test sets it and counts how often it was asked.</summary>
public sealed class ProbePages
{
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task<IActionResult>>> _pages = new();
    private readonly ConcurrentDictionary<string, int> _asked = new();

    /// <summary>A page below <c>/probe/</c>.</summary>
    public Func<HttpContext, Task<IActionResult>> this[string name]
    {
        get => _pages[name];
        set => _pages[name] = value;
    }

    /// <summary>A page of one text, of the edition that is current when it is made.</summary>
    public void Show(string name, string text, long edition = 1) => this[name] = context => Task.FromResult(Page(context, text, edition));

    /// <summary>How often a page was made.</summary>
    public int Asked(string name) => _asked.GetValueOrDefault(name);

    /// <summary>Describes and makes a page.</summary>
    public static IActionResult Page(HttpContext context, string text, long edition = 1)
    {
        context.DescribePage(new PageFacts(new(edition), new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
        {
            Headers = [new("Claim-Status", "rumour")],
        });
        return new ContentResult { Content = text, ContentType = "text/html; charset=utf-8" };
    }

    internal Task<IActionResult> AnswerAsync(string name, HttpContext context)
    {
        _asked.AddOrUpdate(name, 1, (_, n) => n + 1);
        return _pages.TryGetValue(name, out var page) ? page(context) : Task.FromResult<IActionResult>(new NotFoundResult());
    }
}

/// <summary>Pages that only the tests know.</summary>
public sealed class ProbeController(ProbePages pages) : Controller
{
    [HttpGet("/probe/{name}")]
    public Task<IActionResult> Show(string name) => pages.AnswerAsync(name, HttpContext);

    [HttpGet("/search", Order = -1)]
    public Task<IActionResult> Search() => pages.AnswerAsync("search", HttpContext);

    [HttpGet("/desk/probe")]
    [NotAPage]
    public IActionResult Desk() => Content("desk");
}
