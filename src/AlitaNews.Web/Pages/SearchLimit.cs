using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using AlitaNews.Web.Telemetry;

namespace AlitaNews.Web.Pages;

/// <summary>Keeps one address from searching without end; other readers and other pages do not notice.</summary>
public sealed class SearchLimit(RequestDelegate next, SiteSettings settings, SiteMeter meter) : IDisposable
{
    private const int SegmentsPerMinute = 6;

    // One search is typed in several letters, each of which may ask for suggestions; they cost a tenth of it.
    private const int SuggestionsASearch = 5;
    private readonly PartitionedRateLimiter<IPAddress> _searches = Limiter(settings.SearchesPerMinute);
    private readonly PartitionedRateLimiter<IPAddress> _suggestions = Limiter(settings.SearchesPerMinute * SuggestionsASearch);

    /// <summary>Answers 429, or passes the request on.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        // The empty form is a page as any other; a filter alone is a search, too.
        var limiter = context.Request.Path.Value switch { "/search" => _searches, "/search/suggestions" => _suggestions, _ => null };
        if (limiter is null || PageKey.Of(context.Request).Query.Length == 0)
            return next(context);
        using var lease = limiter.AttemptAcquire(context.Connection.RemoteIpAddress ?? IPAddress.None);
        if (lease.IsAcquired)
            return next(context);
        meter.CountRefusedSearch();
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = (60 / SegmentsPerMinute).ToString(CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _searches.Dispose();
        _suggestions.Dispose();
    }

    private static PartitionedRateLimiter<IPAddress> Limiter(int most) => PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        RateLimitPartition.GetSlidingWindowLimiter(Household(address), _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = most,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = SegmentsPerMinute,
        }));

    // One household has 2^64 IPv6 addresses.
    private static IPAddress Household(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
