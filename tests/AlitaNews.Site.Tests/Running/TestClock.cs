namespace AlitaNews.Site.Tests.Running;

/// <summary>A clock that stands still until a test moves it. Time spans are measured with the real one.</summary>
internal sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>The instant it shows.</summary>
    public DateTimeOffset Now { get; set; } = now;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
}
