using AlitaNews.Bench.Measuring;
using AlitaNews.Bench.Stage;

namespace AlitaNews.Bench.Macro;

/// <summary>Cached pages against the same bytes from bare Kestrel and from nginx, and a 304 against its 200.</summary>
internal static class HitBench
{
    private const int Articles = 1000;
    private const int Rounds = 7;
    private const int Seconds = 2;
    private const int WarmUp = 10; // until the compiler behind the scenes has nothing left to do
    private const int Connections = 16;
    private const string Coding = "gzip"; // the one that nginx has, too

    public static async Task RunAsync(Report report)
    {
        var library = await Library.OfAsync(Articles);
        var folder = Path.Combine(Checkout.Scratch, "pages");
        var paths = library.ListArticles().Select(Library.AddressOf).ToList();
        await using var site = await Site.StartAsync(library);
        foreach (var path in paths)
            await (await RecordedPage.OfAsync(site, path, Coding)).WriteAsync(folder + path);
        var page = RecordedPage.Read(folder + paths[0]);
        await using var bare = await BareKestrel.StartAsync(folder + paths[0]);
        await using var nginx = await Nginx.StartAsync(page, folder, paths[0], withHeaders: true);
        await using var plain = await Nginx.StartAsync(page, folder, paths[0], withHeaders: false);

        var hit = new Runner("site, one page", site, paths[0]);
        var same = new Runner("bare Kestrel, same bytes and headers", bare, "/");
        var file = new Runner("nginx, one file, same headers", nginx, Nginx.PathOf(paths[0]));
        var fewer = new Runner("nginx, one file, its own headers only", plain, Nginx.PathOf(paths[0]));
        var unchanged = new Runner("site, 304", site, paths[0], "-H", $"If-None-Match: {page["ETag"]}");
        var all = new Runner($"site, {Articles:N0} pages in turn", site, "/", "-s", await Wrk.WriteTurnsAsync("site", paths));
        var files = new Runner($"nginx, {Articles:N0} files in turn, its own headers only", plain, "/", "-s", await Wrk.WriteTurnsAsync("nginx", paths.Select(Nginx.PathOf)));
        Runner[] runners = [hit, same, file, fewer, unchanged, all, files];

        foreach (var runner in new[] { hit, same, all, files })
            await runner.RunAsync(WarmUp);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var runner in runners)
                await runner.MeasureAsync();
        }

        foreach (var runner in runners)
            report.Add(runner.Cpu);
        report.Add(hit.Rate);
        report.Add(unchanged.Rate);
        report.Add("the page as it is sent", page.Body.Length / 1024.0, "KB");
        report.Add(hit.Cpu.Over(same.Cpu, "CPU a request, site over bare Kestrel"), "≤ 1.1");
        report.Add(file.Cpu.Over(hit.Cpu, "requests a CPU second, site over nginx, one page, same headers"), "≥ 1.0");
        report.Add(fewer.Cpu.Over(hit.Cpu, "requests a CPU second, site over nginx, one page, nginx with its own headers only"), "≥ 1.0");
        report.Add(files.Cpu.Over(all.Cpu, $"requests a CPU second, site over nginx, {Articles:N0} pages, nginx with its own headers only"), "≥ 1.0");
        report.Add(unchanged.Rate.Over(hit.Rate, "requests a second, 304 over 200"), "≥ 1.2");
    }

    /// <summary>One who takes part, and what was measured of it.</summary>
    private sealed class Runner(string name, Server server, string path, params string[] more)
    {
        public Series Cpu { get; } = new(name + ", CPU a request", "µs");

        public Series Rate { get; } = new(name, "requests/s");

        public Task<Load> RunAsync(int seconds) => Wrk.RunAsync(server.Address + path, seconds, Connections, ["-H", "Accept-Encoding: " + Coding, .. more]);

        public async Task MeasureAsync()
        {
            var before = server.Cpu;
            var load = await RunAsync(Seconds);
            Cpu.Add((server.Cpu - before) / load.Requests * 1e6);
            Rate.Add(load.Requests / Seconds);
        }
    }
}
