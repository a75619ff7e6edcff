using AlitaNews.Store.Editions;
using AlitaNews.Store.Hubs;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AlitaNews.Web.Hubs;

/// <summary>Sections, topics, tags and authors: each one, and the lists of them.</summary>
public sealed class HubsController(HubQueries queries, OldAddresses old, CurrentFrame frame, TimeProvider time) : Controller
{
    /// <summary><c>/sections</c></summary>
    [HttpGet("/sections")]
    public Task<IActionResult> Sections(string? page, CancellationToken cancel) => ListAsync(HubKind.Section, page, cancel);

    /// <summary><c>/topics</c></summary>
    [HttpGet("/topics")]
    public Task<IActionResult> Topics(string? page, CancellationToken cancel) => ListAsync(HubKind.Topic, page, cancel);

    /// <summary><c>/tags</c></summary>
    [HttpGet("/tags")]
    public Task<IActionResult> Tags(string? page, CancellationToken cancel) => ListAsync(HubKind.Tag, page, cancel);

    /// <summary><c>/authors</c></summary>
    [HttpGet("/authors")]
    public Task<IActionResult> Authors(string? page, CancellationToken cancel) => ListAsync(HubKind.Author, page, cancel);

    /// <summary><c>/sections/{id}</c></summary>
    [HttpGet("/sections/{id}")]
    public Task<IActionResult> Section(string id, string? page, CancellationToken cancel) => ShowAsync(HubKind.Section, id, page, cancel);

    /// <summary><c>/topics/{id}</c></summary>
    [HttpGet("/topics/{id}")]
    public Task<IActionResult> Topic(string id, string? page, CancellationToken cancel) => ShowAsync(HubKind.Topic, id, page, cancel);

    /// <summary><c>/tags/{id}</c></summary>
    [HttpGet("/tags/{id}")]
    public Task<IActionResult> Tag(string id, string? page, CancellationToken cancel) => ShowAsync(HubKind.Tag, id, page, cancel);

    /// <summary><c>/authors/{id}</c></summary>
    [HttpGet("/authors/{id}")]
    public Task<IActionResult> Author(string id, string? page, CancellationToken cancel) => ShowAsync(HubKind.Author, id, page, cancel);

    private async Task<IActionResult> ListAsync(HubKind kind, string? page, CancellationToken cancel)
    {
        if (PageNumber.Read(page) is not { } number || await queries.ListAsync(kind, number, time.GetUtcNow(), cancel) is not { } list)
            return NotFound();
        HttpContext.DescribePage(new PageFacts(new EditionNumber(list.Edition), list.Newest ?? DateTimeOffset.UnixEpoch));
        return View("Hubs", list);
    }

    private async Task<IActionResult> ShowAsync(HubKind kind, string id, string? page, CancellationToken cancel)
    {
        if (PageNumber.Read(page) is not { } number)
            return NotFound();
        if (await queries.FindAsync(kind, id, number, frame.Frame.Site, time.GetUtcNow(), cancel) is not { } hub)
            return page is null ? await old.AnswerAsync(this, cancel) : NotFound();
        HttpContext.DescribePage(new PageFacts(new EditionNumber(hub.Edition), hub.Updated));
        return View("Hub", hub);
    }
}
