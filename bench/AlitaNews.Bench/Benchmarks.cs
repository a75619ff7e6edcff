using AlitaNews.Bench.Macro;
using AlitaNews.Bench.Measuring;
using AlitaNews.Bench.Micro;
using AlitaNews.Bench.Stage;

namespace AlitaNews.Bench;

/// <summary>The benchmarks by name.</summary>
internal static class Benchmarks
{
    private static readonly (string Name, string About, Func<Report, Task> Run)[] All =
    [
        ("hit", "A cached page against bare Kestrel and nginx; a 304 against its 200. gzip, 16 connections, runs interleaved.", HitBench.RunAsync),
        ("pages", "Pages that are not cached: every request makes its page and compresses it with the fastest brotli.", PagesBench.RunAsync),
        ("ingest", "10,000 articles into an empty database against Hugo building the same folder, interleaved.", IngestBench.RunAsync),
        ("save", "One saved file until its new page is served, against hugo server, interleaved.", SaveBench.RunAsync),
        ("search", "Search in 100,000 articles against the naive query, interleaved.", SearchBench.RunAsync),
        ("start", "./alita on a built tree to the first page.", StartBench.RunAsync),
        ("memory", "Proportional memory of the site (PSS) with a whole library cached.", MemoryBench.RunAsync),
        ("busy", "Cached reads, 4 connections, while 10,000 articles are imported, against the same without.", BusyBench.RunAsync),
    ];

    /// <summary>Runs the benchmark of a name, or all, or one of the servers they need.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        switch (arguments)
        {
            case [BareKestrel.Word, var port, var folder]:
                await BareKestrel.RunAsync(int.Parse(port, System.Globalization.CultureInfo.InvariantCulture), folder);
                return 0;
            case [UncachedSite.Word, var data, .. var settings]:
                await UncachedSite.RunAsync(data, settings);
                return 0;
            case []:
                foreach (var (name, _, _) in All)
                    await RunAsync([name]);
                return await RunAsync(["micro"]);
            case ["micro", .. var filter]:
                Functions.Run(filter);
                return 0;
            case [var wanted] when All.FirstOrDefault(one => one.Name == wanted) is { Run: { } run, About: var about }:
                await Console.Out.WriteLineAsync($"{wanted}: {about}");
                var report = new Report(wanted, about);
                await run(report);
                await report.WriteAsync();
                return 0;
            default:
                await Console.Error.WriteLineAsync($"bench knows micro, {string.Join(", ", All.Select(static one => one.Name))}; without a name it runs all.");
                return 2;
        }
    }
}
