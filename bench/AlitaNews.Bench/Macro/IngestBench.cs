using System.Diagnostics;
using AlitaNews.Bench.Measuring;
using AlitaNews.Bench.Stage;

namespace AlitaNews.Bench.Macro;

/// <summary>10,000 articles into an empty database, against Hugo building the same folder; and a restart with nothing changed.</summary>
internal static class IngestBench
{
    private const int Articles = 10_000;
    private const int Rounds = 2;

    public static async Task RunAsync(Report report)
    {
        var library = await Library.OfAsync(Articles);
        var hugo = (Cpu: new Series("Hugo, build, CPU", "s"), Wall: new Series("Hugo, build, wall", "s"));
        var related = (Cpu: new Series("Hugo with related articles, build, CPU", "s"), Wall: new Series("Hugo with related articles, build, wall", "s"));
        var pages = (Cpu: new Series("site, until every page can be served, CPU", "s"), Wall: new Series("site, until every page can be served, wall", "s"));
        var search = (Cpu: new Series("site, search vectors too, CPU", "s"), Wall: new Series("site, search vectors too, wall", "s"));
        var again = (Cpu: new Series("site, restart with nothing changed, CPU", "s"), Wall: new Series("site, restart with nothing changed, wall", "s"));
        for (var round = 0; round < Rounds; round++)
        {
            await BuildAsync(library, hugo, related: false);
            await BuildAsync(library, related, related: true);

            var empty = library.WithoutData();
            await using (var site = await LaunchAsync(empty, pages))
                await FollowAsync(site, empty, search, pages);
            await using (await LaunchAsync(empty, again))
            {
                // Nothing more is asked of it.
            }
        }

        foreach (var series in new[] { hugo.Cpu, hugo.Wall, related.Cpu, related.Wall, pages.Cpu, pages.Wall, search.Cpu, search.Wall, again.Cpu, again.Wall })
            report.Add(series);
        report.Add(pages.Cpu.Over(hugo.Cpu, "CPU until served, site over Hugo"), "≤ 0.15");
        report.Add(pages.Wall.Over(hugo.Wall, "wall until served, site over Hugo"), "≤ 0.15");
        report.Add(search.Cpu.Over(hugo.Cpu, "CPU with search vectors, site over Hugo"), "≤ 0.6");
        report.Add(search.Wall.Over(hugo.Wall, "wall with search vectors, site over Hugo"), "≤ 0.6");
        report.Add(pages.Cpu.Over(related.Cpu, "CPU until served, site over Hugo with related articles"));
        report.Add(search.Cpu.Over(related.Cpu, "CPU with search vectors, site over Hugo with related articles"));
        report.Add(search.Wall.Over(related.Wall, "wall with search vectors, site over Hugo with related articles"));
        report.Add(again.Wall.Over(hugo.Wall, "restart over Hugo's build, wall"), "≤ 0.05");
        report.Add(again.Cpu.Over(hugo.Cpu, "restart over Hugo's build, CPU"), "≤ 0.05");
    }

    private static async Task BuildAsync(Library library, (Series Cpu, Series Wall) series, bool related)
    {
        var (cpu, wall) = await Hugo.BuildAsync(library, related);
        series.Cpu.Add(cpu);
        series.Wall.Add(wall);
    }

    private static async Task<Server> LaunchAsync(Library library, (Series Cpu, Series Wall) series)
    {
        var clock = Stopwatch.StartNew();
        var site = Site.Launch(library, Site.SmallCache);
        await site.WaitForAsync("/readyz");
        series.Wall.Add(clock.Elapsed.TotalSeconds);
        Site.FindDatabase(site, library);
        series.Cpu.Add(site.CpuOfAll);
        return site;
    }

    private static async Task FollowAsync(Server site, Library library, (Series Cpu, Series Wall) search, (Series Cpu, Series Wall) pages)
    {
        var clock = Stopwatch.StartNew();
        while ((await library.AskAsync("select count(*) from search_queue")).Trim() != "0")
            await Task.Delay(100);
        search.Wall.Add(pages.Wall.Values[^1] + clock.Elapsed.TotalSeconds);
        search.Cpu.Add(site.CpuOfAll);
    }
}
