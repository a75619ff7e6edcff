using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using AlitaNews.Store;
using AlitaNews.Store.Editions;
using AlitaNews.Web.Errors;
using AlitaNews.Web.Publishing;
using AlitaNews.Web.Telemetry;

namespace AlitaNews.Web.Pages;

/// <summary>
/// Makes the pages that the cache does not have. Readers of one page wait for one fill; when it fails, or takes too long, they get the last bytes
/// the page had.
/// </summary>
public sealed class PageFiller(
    PageCache cache, PageResponse response, CurrentEdition edition, Listeners listeners, SiteOrigin origin, ReadingPulse pulse, SiteMeter meter, IServiceScopeFactory scopes, ILogger<PageFiller> log)
{
    // How long a reader waits for a new page when an older one is at hand, and when not. A database that hangs ends both much earlier.
    private static readonly TimeSpan PatienceWithLastBytes = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // A refusal that comes this fast may be that of one dead connection, or of a server that is full for the moment.
    private static readonly TimeSpan Fast = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<(EditionNumber, PageKey), Lazy<Task<FilledPage>>> _running = new();

    private RequestDelegate _makers = _ => throw new InvalidOperationException("The pipeline is not built yet.");

    /// <summary>Takes its place in the pipeline, in front of what makes pages.</summary>
    public RequestDelegate Before(RequestDelegate makers)
    {
        _makers = makers;
        return AnswerAsync;
    }

    /// <summary>Makes a page, or joins those who wait for it already.</summary>
    public Task<FilledPage> FillAsync(PageKey key, Coding asked)
    {
        // A reader who came after the edition moved must not join a fill that began before.
        var flight = (edition.Number, key);
        return _running.GetOrAdd(flight, f => new Lazy<Task<FilledPage>>(() => Task.Run(() => RunAsync(f, asked)))).Value;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (listeners.IsManagement(context))
        {
            await _makers(context);
            return;
        }

        var key = PageKey.Of(context.Request);
        var asked = AcceptEncoding.Choose(context.Request.Headers.AcceptEncoding) ?? Coding.Identity;
        var last = cache.FindLast(key);
        FilledPage filled;
        try
        {
            filled = await FillAsync(key, asked).WaitAsync(last is null ? Patience : PatienceWithLastBytes, context.RequestAborted);
        }
        catch (TimeoutException) when (last is not null)
        {
            await WriteLastAsync(context, key, last);
            return;
        }

        if (filled.Failure is { } failure)
        {
            if (last is null)
                ExceptionDispatchInfo.Throw(failure);
            await WriteLastAsync(context, key, last);
        }
        else if (filled.IsNoPage)
        {
            await _makers(context);
        }
        else if (filled.Entry is { } entry)
        {
            meter.CountMiss();
            await response.WriteAsync(context, key, entry);
        }
        else
        {
            await filled.RelayAsync(context);
        }
    }

    private Task WriteLastAsync(HttpContext context, PageKey key, PageEntry last)
    {
        meter.CountLastBytes();
        return response.WriteAsync(context, key, last);
    }

    private async Task<FilledPage> RunAsync((EditionNumber Edition, PageKey Key) flight, Coding asked)
    {
        try
        {
            return await MakeSurelyAsync(flight.Key, asked);
        }
        catch (Exception e)
        {
            // That the database is away is said once, by those who watch it.
            if (cache.FindLast(flight.Key) is not null && !ErrorPages.IsOutage(e))
                log.LogError(e, "{Path} could not be made again; readers get its last bytes", flight.Key.Path);
            return new FilledPage { Failure = e };
        }
        finally
        {
            _running.TryRemove(flight, out _);
        }
    }

    private async Task<FilledPage> MakeSurelyAsync(PageKey key, Coding asked)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            return await MakeAudiblyAsync(key, asked);
        }
        catch (Exception e) when (ErrorPages.IsOutage(e) && !pulse.IsSilent && Stopwatch.GetElapsedTime(began) < Fast)
        {
            await Task.Delay(Moment);
            return await MakeAudiblyAsync(key, asked);
        }
    }

    // A fill that waits for a server which falls silent is left to itself: it ends when the server speaks, or its connection does.
    private async Task<FilledPage> MakeAudiblyAsync(PageKey key, Coding asked)
    {
        var made = MakeAsync(key, asked);
        if (pulse.IsSilent)
            return await made;
        try
        {
            return await made.WaitAsync(pulse.Silence);
        }
        catch (OperationCanceledException e) when (!made.IsCompleted)
        {
            throw new TimeoutException("The database fell silent", e);
        }
    }

    private async Task<FilledPage> MakeAsync(PageKey key, Coding asked)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var request = new FillRequest();
        var context = request.Open(key, origin, scope.ServiceProvider);
        await _makers(context);
        await context.Response.CompleteAsync();
        if (request.IsNoPage)
            return new FilledPage { IsNoPage = true };
        if (context.Response.StatusCode != StatusCodes.Status200OK || context.Features.Get<PageFacts>() is not { } facts)
            return FilledPage.Of(context.Response, request.Body);

        var entry = new PageEntry(request.Body, asked, facts, context.Response.ContentType ?? "application/octet-stream", cache.FindLast(key));
        if (facts.Keep && entry.Edition == edition.Number)
            cache.Keep(key, entry);
        return new FilledPage { Entry = entry };
    }
}
