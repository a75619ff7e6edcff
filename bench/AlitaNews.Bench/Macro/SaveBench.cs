using System.Diagnostics;
using System.Globalization;
using AlitaNews.Bench.Measuring;
using AlitaNews.Bench.Stage;

namespace AlitaNews.Bench.Macro;

/// <summary>One saved file until its new page is served, against <c>hugo server</c> on the same folder.</summary>
internal static class SaveBench
{
    private const int Rounds = 5;

    public static async Task RunAsync(Report report)
    {
        var small = await MeasureAsync(await Library.OfAsync(1000), "1,000", withHugo: false);
        var library = await MeasureAsync(await Library.OfAsync(10_000), "10,000", withHugo: true);
        var large = await MeasureAsync(await Library.OfAsync(100_000), "100,000", withHugo: false);
        foreach (var measured in new[] { small, library, large })
        {
            report.Add(measured.Wall);
            report.Add(measured.Cpu);
        }

        report.Add(library.HugoWall);
        report.Add(library.HugoCpu);
        report.Add(library.Cpu.Over(library.HugoCpu, "CPU, site over hugo server"), "≤ 0.02");
        report.Add(library.Wall.Over(library.HugoWall, "wall, site over hugo server"), "≤ 0.05");
        report.Add("wall at 100,000 over wall at 1,000, medians", large.Wall.Median / small.Wall.Median, "×", "≤ 1.3");
    }

    private static async Task<Measured> MeasureAsync(Library library, string size, bool withHugo)
    {
        var measured = new Measured(
            new Series($"site, save to visible, {size} articles, wall", "ms"), new Series($"site, save to visible, {size} articles, CPU of site and database", "ms"),
            new Series($"hugo server, save to visible, {size} articles, wall", "ms"), new Series($"hugo server, save to visible, {size} articles, CPU", "ms"));
        await using var site = await Site.StartAsync(library, Site.SmallCache);
        await using var hugo = withHugo ? await Hugo.ServeAsync(library) : null;
        var file = library.ListArticles()[500];
        var text = await File.ReadAllTextAsync(file);
        try
        {
            // The first two rounds warm both up.
            for (var round = -2; round < Rounds; round++)
            {
                await SaveAsync(site, round, measured.Wall, measured.Cpu, file, text);
                if (hugo is not null)
                    await SaveAsync(hugo, round, measured.HugoWall, measured.HugoCpu, file, text);
            }
        }
        finally
        {
            await File.WriteAllTextAsync(file, text);
        }

        await site.SettleAsync();
        return measured;
    }

    private static async Task SaveAsync(Server server, int round, Series wall, Series cpu, string file, string text)
    {
        await server.SettleAsync();
        var mark = "saved" + Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture);
        var before = server.CpuOfAll;
        var clock = Stopwatch.StartNew();
        await File.WriteAllTextAsync(file, $"{text}\n\nA sentence was {mark}.\n");
        await server.WaitForAsync(Library.AddressOf(file), mark);
        if (round < 0)
            return;
        wall.Add(clock.Elapsed.TotalMilliseconds);
        cpu.Add((server.CpuOfAll - before) * 1000);
    }

    private sealed record Measured(Series Wall, Series Cpu, Series HugoWall, Series HugoCpu);
}
