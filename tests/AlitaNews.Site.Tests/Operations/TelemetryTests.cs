using System.Runtime.InteropServices;
using System.Text.Json;
using AlitaNews.Site.Tests.Live;
using AlitaNews.Web;
using Microsoft.Extensions.Configuration;

namespace AlitaNews.Site.Tests.Operations;

/// <summary>What an operator sees of a running site: numbers and spans where a collector is named, and lines of JSON in any case.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task A_collector_and_the_log_are_told_what_the_site_does()
    {
        using var collector = new Collector();
        await using var site = await ServedSite.StartAsync(
            new Dictionary<string, string>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
            },
            ("articles/first.md", LiveSite.Article("First")),
            ("articles/broken.md", "---\ntitle: [\n---\n"));
        for (var i = 0; i < 3; i++)
            await site.Public.GetStringAsync("/news/first");
        await site.StatusOfAsync("/news/no%0Anews");
        await ServedSite.UntilAsync(() => Task.FromResult(
            collector.Numbers.GetValueOrDefault("alitanews.cache.hits") >= 2 && collector.Numbers.GetValueOrDefault("alitanews.problems{severity=error}") >= 1));
        site.Program.Signal(PosixSignal.SIGTERM);
        Assert.Equal(0, await site.Program.EndAsync());

        var numbers = collector.Numbers;
        Assert.Equal(1, numbers["alitanews.edition.number"]);
        Assert.Equal(1, numbers["alitanews.database.up"]);
        Assert.Equal(1, numbers["alitanews.ingest.leader"]);
        Assert.InRange(numbers["alitanews.ingest.lag"], 0, 60);
        Assert.InRange(numbers["alitanews.edition.next_tick"], 1, 86_400);
        Assert.Equal(1, numbers["alitanews.round.duration"]);
        Assert.Equal(2, numbers["alitanews.round.files{change=changed}"]);
        Assert.True(numbers["alitanews.cache.misses"] >= 1 && numbers["alitanews.cache.size"] > 0 && numbers["alitanews.cache.pages"] >= 1);
        Assert.Contains(numbers.Keys, static name => name.StartsWith("http.server.request.duration{", StringComparison.Ordinal));
        Assert.DoesNotContain(numbers.Keys, name => name.Contains("Host=", StringComparison.Ordinal)); // a connection string is nobody's business

        // What was begun when the site was told to stop is sent all the same: spans go out in batches of seconds.
        Assert.Contains(collector.Spans, static spans => spans.Contains("round", StringComparison.Ordinal));
        Assert.Contains(collector.Spans, static spans => spans.Contains("GET", StringComparison.Ordinal));

        var lines = site.Program.Output.Split('\n').Select(static line => JsonDocument.Parse(line).RootElement).ToList();
        var round = Assert.Single(lines, static line => line.TryGetProperty("Changed", out _));
        Assert.Equal((1, 2), (round.GetProperty("Number").GetInt32(), round.GetProperty("Changed").GetInt32()));
        Assert.True(round.GetProperty("Problems").GetInt32() >= 1 && round.GetProperty("Milliseconds").GetInt32() >= 0);
        var requests = lines.Where(static line => line.TryGetProperty("Path", out _)).ToList();
        Assert.Equal(["/news/first 200", "/news/no%0Anews 404"], requests.Select(static line => $"{line.GetProperty("Path")} {line.GetProperty("Status")}"));
        Assert.All(requests, static line => Assert.True(line.GetProperty("Milliseconds").GetDouble() >= 0 && line.GetProperty("Request").GetString() is { Length: > 0 }));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true, "OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4317")]
    [InlineData(true, false, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://collector:4317")]
    [InlineData(false, true, "OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4317", "OTEL_TRACES_EXPORTER=none")]
    [InlineData(false, false, "OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4317", "OTEL_SDK_DISABLED=true")]
    public void Nothing_is_sent_unless_somebody_asked_for_it(bool traces, bool metrics, params string[] variables)
    {
        var settings = SettingsParser.Parse(Configured(variables), "/");
        Assert.Equal((traces, metrics), (settings.ExportTraces, settings.ExportMetrics));
    }

    [Fact]
    public void A_collector_without_an_address_stops_the_start() =>
        Assert.Contains("OTEL_EXPORTER_OTLP_ENDPOINT: expected", Assert.Throws<SettingException>(static () => SettingsParser.Parse(Configured(["OTEL_EXPORTER_OTLP_ENDPOINT=collector:4317"]), "/")).Message, StringComparison.Ordinal);

    private static IConfigurationRoot Configured(string[] variables) =>
        new ConfigurationBuilder().AddInMemoryCollection(variables.Select(static one => one.Split('=', 2)).ToDictionary(static one => one[0], static one => (string?)one[1])).Build();
}
