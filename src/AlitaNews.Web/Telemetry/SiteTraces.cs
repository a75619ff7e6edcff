using System.Diagnostics;

namespace AlitaNews.Web.Telemetry;

/// <summary>Spans of our own: what no library knows of. Without an exporter, starting one costs a comparison.</summary>
public static class SiteTraces
{
    /// <summary>The name under which an exporter finds the spans.</summary>
    public const string Name = "AlitaNews";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>One round that has something to write, from compiling to the commit.</summary>
    public static Activity? StartRound(int changed, int missing) =>
        Source.StartActivity("round")?.SetTag("alitanews.round.changed", changed).SetTag("alitanews.round.missing", missing);
}
