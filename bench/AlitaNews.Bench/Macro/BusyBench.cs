using AlitaNews.Bench.Measuring;
using AlitaNews.Bench.Stage;

namespace AlitaNews.Bench.Macro;

/// <summary>Cached reads while 10,000 articles are taken up for the first time.</summary>
internal static class BusyBench
{
    private const int Seconds = 5;

    public static async Task RunAsync(Report report)
    {
        var many = await Library.OfAsync(10_000);
        var few = (await Library.OfAsync(1000)).WithoutData();
        var content = Path.Combine(Checkout.Scratch, "growing");
        if (Directory.Exists(content))
            Directory.Delete(content, recursive: true);
        await OutsideTool.RunAsync("cp", ["-r", few.Content, content]);
        await OutsideTool.RunAsync("cp", ["-r", Path.Combine(many.Content, "articles"), content + ".new"]);
        await using var site = await Site.StartAsync(few with { Content = content }, Site.SmallCache);
        var path = Library.AddressOf(few.ListArticles()[500]);

        var quiet = new Series("99th percentile of cached reads, nothing else to do", "ms");
        var busy = new Series("99th percentile of cached reads, during the import", "ms");
        for (var round = 0; round < 3; round++)
            quiet.Add(await ReadAsync(site, path));
        Directory.Delete(Path.Combine(content, "articles"), recursive: true);
        Directory.Move(content + ".new", Path.Combine(content, "articles"));
        for (var round = 0; round < 3; round++)
            busy.Add(await ReadAsync(site, path));
        report.Add(quiet);
        report.Add(busy);
        report.Add(busy.Over(quiet, "during the import over without"), "≤ 3");
    }

    private static async Task<double> ReadAsync(Server site, string path) =>
        (await Wrk.RunAsync(site.Address + path, Seconds, connections: 4, "-H", "Accept-Encoding: br")).P99;
}
