using AlitaNews.Store.Editions;

namespace AlitaNews.Web.Publishing;

/// <summary>Tells open pages of every new edition, so that an editor sees a save without asking. In Development only.</summary>
public static class ReloadStream
{
    /// <summary>The address of the stream.</summary>
    public const string Address = "/reload";

    /// <summary>Sends the numbers of editions until the reader leaves or the site stops.</summary>
    public static async Task SendAsync(HttpContext context, CurrentEdition edition, IHostApplicationLifetime lifetime)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            // The first message at once: an edition may have come between the page and this request.
            for (var number = edition.Number; ; number = edition.Number)
            {
                await context.Response.WriteAsync($"data: {number}\n\n", end.Token);
                await context.Response.Body.FlushAsync(end.Token);
                await edition.WaitForAsync(new EditionNumber(number.Value + 1), end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader left, or we stop.
        }
    }
}
