using System.Globalization;
using AlitaNews.Web.Publishing;
using Microsoft.Extensions.Primitives;

namespace AlitaNews.Web.Pages;

/// <summary>
/// <c>Cache-Control</c> of pages: nobody may keep one beyond the next tick, when it may change by itself. The text is built once a second at most.
/// </summary>
public sealed class CacheControl(CurrentEdition edition, TimeProvider clock)
{
    /// <summary>For moves and tombstones.</summary>
    public const string Brief = "public, max-age=60";

    /// <summary>For errors, drafts and the desk.</summary>
    public const string NoStore = "no-store";

    private const long Minute = 60;
    private const long TenMinutes = 600;
    private const long Day = 86_400;
    private static readonly StringValues NothingWaiting = For(Day);
    private volatile Built? _last;

    /// <summary>The value at this moment.</summary>
    public StringValues Now()
    {
        if (edition.NextTick is not { } tick)
            return NothingWaiting;
        var left = Math.Max(0, (tick.UtcTicks - clock.GetUtcNow().UtcTicks) / TimeSpan.TicksPerSecond);
        if (left >= Day)
            return NothingWaiting;
        var last = _last;
        if (last?.Left != left)
            _last = last = new Built(left, For(left));
        return last.Text;
    }

    /// <summary>The value with a number of whole seconds to the next tick.</summary>
    public static string For(long secondsToTick)
    {
        var maxAge = Math.Min(Minute, secondsToTick);
        var whileRevalidate = Math.Min(TenMinutes, secondsToTick - maxAge);
        var ifError = Math.Min(Day, secondsToTick);
        return string.Create(CultureInfo.InvariantCulture, $"public, max-age={maxAge}")
            + (whileRevalidate > 0 ? string.Create(CultureInfo.InvariantCulture, $", stale-while-revalidate={whileRevalidate}") : string.Empty)
            + (ifError > 0 ? string.Create(CultureInfo.InvariantCulture, $", stale-if-error={ifError}") : string.Empty);
    }

    private sealed record Built(long Left, StringValues Text);
}
