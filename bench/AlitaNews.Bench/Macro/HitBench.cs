using AlitaNews.Bench.Measuring;
using AlitaNews.Bench.Stage;

namespace AlitaNews.Bench.Macro;

/// <summary>A cached page against the same bytes from bare Kestrel and from nginx, and a 304 against its 200.</summary>
internal static class HitBench
{
    private const int Rounds = 7;
    private const int Seconds = 3;
    private const int Connections = 16;
    private const string Coding = "gzip"; // the one that nginx has, too

    public static async Task RunAsync(Report report)
    {
        var library = await Library.OfAsync(1000);
        var path = Library.AddressOf(library.ListArticles()[500]);
        await using var site = await Site.StartAsync(library);
        var page = await RecordedPage.OfAsync(site, path, Coding);
        var folder = Path.Combine(Checkout.Scratch, "page");
        await page.WriteAsync(folder);
        await using var bare = await BareKestrel.StartAsync(folder);
        await using var nginx = await Nginx.StartAsync(page, folder, withHeaders: true);
        await using var plain = await Nginx.StartAsync(page, folder, withHeaders: false);

        var hit = new Series("site, cached page, CPU a request", "µs");
        var same = new Series("bare Kestrel, same bytes and headers, CPU a request", "µs");
        var file = new Series("nginx, same bytes and headers, CPU a request", "µs");
        var fewer = new Series("nginx, same bytes, its own headers only, CPU a request", "µs");
        var unchanged = new Series("site, 304, CPU a request", "µs");
        var rate = new Series("site, cached page", "requests/s");
        var rateUnchanged = new Series("site, 304", "requests/s");

        // The first round warms everything up.
        for (var round = 0; round <= Rounds; round++)
        {
            await AddAsync(round, site, path, hit, rate);
            await AddAsync(round, bare, "/", same, null);
            await AddAsync(round, nginx, "/page.html", file, null);
            await AddAsync(round, plain, "/page.html", fewer, null);
            await AddAsync(round, site, path, unchanged, rateUnchanged, "-H", $"If-None-Match: {page["ETag"]}");
        }

        foreach (var series in new[] { hit, same, file, fewer, unchanged, rate, rateUnchanged })
            report.Add(series);
        report.Add(hit.Over(same, "CPU a request, site over bare Kestrel"), "≤ 1.1");
        report.Add(file.Over(hit, "requests a CPU second, site over nginx with the same headers"), "≥ 1.0");
        report.Add(fewer.Over(hit, "requests a CPU second, site over nginx with its own headers only"), "≥ 1.0");
        report.Add(rateUnchanged.Over(rate, "requests a second, 304 over 200"), "≥ 1.2");
        report.Add("the page as it is sent", page.Body.Length / 1024.0, "KB");
    }

    private static async Task AddAsync(int round, Server server, string path, Series cpu, Series? rate, params string[] more)
    {
        var before = server.Cpu;
        var load = await Wrk.RunAsync(server.Address + path, round == 0 ? 1 : Seconds, Connections, ["-H", "Accept-Encoding: " + Coding, .. more]);
        if (round == 0)
            return;
        cpu.Add((server.Cpu - before) / load.Requests * 1e6);
        rate?.Add(load.Requests / Seconds);
    }
}
