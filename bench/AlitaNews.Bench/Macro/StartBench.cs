using System.Diagnostics;
using AlitaNews.Bench.Measuring;
using AlitaNews.Bench.Stage;

namespace AlitaNews.Bench.Macro;

/// <summary>From <c>./alita</c> on a built tree to the first page.</summary>
internal static class StartBench
{
    private const int Rounds = 5;

    public static async Task RunAsync(Report report)
    {
        var shipped = new Library(Path.Combine(Checkout.Root, "content"), Path.Combine(Checkout.Scratch, "shipped"));
        await MeasureAsync(report, shipped, "shipped content");
        await MeasureAsync(report, await Library.OfAsync(10_000), "10,000 articles");
    }

    private static async Task MeasureAsync(Report report, Library library, string name)
    {
        var wall = new Series($"./alita to the first page, {name}, wall", "s");
        var cpu = new Series($"./alita to the first page, {name}, CPU of site and database", "s");
        for (var round = -1; round < Rounds; round++)
        {
            var port = Server.FindPort();
            var clock = Stopwatch.StartNew();
            await using var site = Server.Start("start", port, "./alita", Site.Arguments(library, port));
            await site.WaitForAsync("/");
            var took = clock.Elapsed.TotalSeconds;
            Site.FindDatabase(site, library);
            if (round < 0)
                continue;
            wall.Add(took);
            cpu.Add(site.CpuOfAll);
        }

        report.Add(wall, "< 2.5");
        report.Add(cpu);
    }
}
