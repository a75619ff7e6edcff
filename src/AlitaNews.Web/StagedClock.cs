using System.Diagnostics;

namespace AlitaNews.Web;

/// <summary>A clock that starts at a chosen instant and then runs on: for staging and tests.</summary>
public sealed class StagedClock(DateTimeOffset start) : TimeProvider
{
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => (start + Stopwatch.GetElapsedTime(_started)).ToUniversalTime();
}
