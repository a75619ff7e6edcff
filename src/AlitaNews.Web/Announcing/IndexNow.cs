using System.Text.RegularExpressions;
using AlitaNews.Store.Announcements;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Publishing;

namespace AlitaNews.Web.Announcing;

/// <summary>
/// Tells search engines what changed (IndexNow), behind the editions: the queue is filled with them, and emptied here by the instance that leads.
/// Nobody waits for it, and whatever goes wrong is tried again later, and less and less often. Thread-safe.
/// </summary>
public sealed partial class IndexNow(AnnouncementWriter queue, CurrentEdition current, CurrentFrame frame, SiteOrigin origin, SiteSettings settings, TimeProvider time, ILogger<IndexNow> log) : IDisposable
{
    /// <summary>How often an address is announced before it is left to the sitemaps.</summary>
    public const int MostTries = 8;

    private const int LongestBackoffSteps = 7;
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Patience };
    private readonly SemaphoreSlim _moved = new(0, 1);
    private int _listening;

    /// <summary>The key, where it is one that the protocol knows: 8 to 128 letters, digits and hyphens.</summary>
    public static string? FindKey(string? written) => written is not null && Key().IsMatch(written) ? written : null;

    /// <summary>The address of the file that shows that the key is ours, in the one spelling that addresses have here.</summary>
    public static string AddressOf(string key) => $"/{key.ToLowerInvariant()}.txt";

    /// <summary>Announces what is due, edition after edition, until cancelled. Run it while this instance leads.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        if (Interlocked.Exchange(ref _listening, 1) == 0)
            current.Subscribe(_ => Wake());
        await SteadyWork.RunAsync(AnnounceAsync, log, cancel);
    }

    /// <summary>Announces one batch of what is due.</summary>
    /// <returns>Whether there was one and it was taken; false: wait.</returns>
    public async Task<bool> SendAsync(CancellationToken cancel)
    {
        if (FindKey(frame.Frame.Site.IndexNowKey) is not { } key || !MayAnnounce())
            return false;
        var now = time.GetUtcNow();
        var batch = await queue.TakeAsync(now, now + Lease, cancel);
        if (batch.Count == 0)
            return false;
        var (reason, after) = await PostAsync(key, batch, cancel);
        if (reason is null)
        {
            await queue.ForgetAsync(batch, cancel);
            LogAnnounced(batch.Count);
            return true;
        }

        LogRefused(batch.Count, reason);
        var hopeless = batch.Where(static one => one.Tries >= MostTries).ToList();
        await queue.ForgetAsync(hopeless, cancel);
        foreach (var failed in batch.Except(hopeless).GroupBy(static one => one.Tries))
        {
            var backoff = FirstBackoff * Math.Pow(2, Math.Min(failed.Key - 1, LongestBackoffSteps));
            await queue.PostponeAsync([.. failed], now + (after > backoff ? after.Value : backoff), cancel);
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _moved.Dispose();
    }

    // A copy of the site for tests or staging must not call strangers to addresses that are not public.
    private bool MayAnnounce() =>
        settings.IndexNowEndpoint.OriginalString != SettingsParser.PublicIndexNow || (settings.IsProduction && !new Uri(origin.Value).IsLoopback);

    private async Task<(string? Reason, TimeSpan? After)> PostAsync(string key, IReadOnlyList<Announcement> batch, CancellationToken cancel)
    {
        var message = new
        {
            host = origin.Host,
            key,
            keyLocation = frame.Frame.AddressOf(AddressOf(key)),
            urlList = batch.Select(one => frame.Frame.AddressOf(one.Path)),
        };
        try
        {
            using var answer = await _http.PostAsJsonAsync(settings.IndexNowEndpoint, message, cancel);
            var after = answer.Headers.RetryAfter?.Delta ?? answer.Headers.RetryAfter?.Date - time.GetUtcNow();
            return (answer.IsSuccessStatusCode ? null : $"it answers {(int)answer.StatusCode}", after);
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return (e.Message, null);
        }
    }

    private async Task AnnounceAsync(CancellationToken cancel)
    {
        while (await SendAsync(cancel))
        {
        }

        var next = await queue.FindNextAsync(cancel) - time.GetUtcNow();
        await _moved.WaitAsync(next is { } wait && wait < LongestSleep ? wait > TimeSpan.Zero ? wait : FirstBackoff : LongestSleep, cancel);
    }

    private void Wake()
    {
        try
        {
            _moved.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // Awake already, or at its end.
        }
    }

    [GeneratedRegex("^[A-Za-z0-9-]{8,128}$")]
    private static partial Regex Key();

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} addresses announced to search engines")]
    private partial void LogAnnounced(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} addresses could not be announced to search engines and are tried again: {Reason}")]
    private partial void LogRefused(int count, string reason);
}
