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
    private readonly PartitionedRateLimiter<IPAddress> _limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        RateLimitPartition.GetSlidingWindowLimiter(Household(address), _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = settings.SearchesPerMinute,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = SegmentsPerMinute,
        }));

    /// <summary>Answers 429, or passes the request on.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        // The empty form is a page as any other; a filter alone is a search, too.
        if (context.Request.Path.Value != "/search" || PageKey.Of(context.Request).Query.Length == 0)
            return next(context);
        using var lease = _limiter.AttemptAcquire(context.Connection.RemoteIpAddress ?? IPAddress.None);
        if (lease.IsAcquired)
            return next(context);
        meter.CountRefusedSearch();
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = (60 / SegmentsPerMinute).ToString(CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();

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
