using AlitaNews.Bench.Measuring;
using AlitaNews.Bench.Stage;

namespace AlitaNews.Bench.Macro;

/// <summary>Pages that are not at hand: what making one costs the site, its fastest coding included, in a small library and a large one.</summary>
internal static class PagesBench
{
    private const int Rounds = 3;
    private const int Seconds = 2;
    private const int WarmUp = 6; // until the compiler behind the scenes has little left to do

    public static async Task RunAsync(Report report)
    {
        foreach (var articles in new[] { 100, 100_000 })
        {
            var library = await Library.OfAsync(articles);
            await using var site = await UncachedSite.StartAsync(library);
            var files = library.ListArticles();
            (string Name, string Path)[] pages =
            [
                ("article", Library.AddressOf(files[files.Count / 2])), ("front page", "/"), ("hub", "/topics/film"), ("tracker", "/rumours"),
            ];
            var made = pages.Select(page => new Series($"{page.Name}, {articles:N0} articles, site's CPU", "µs")).ToArray();
            var database = pages.Select(page => new Series($"{page.Name}, {articles:N0} articles, database's CPU", "µs")).ToArray();
            for (var round = 0; round <= Rounds; round++)
            {
                for (var i = 0; i < pages.Length; i++)
                {
                    // One at a time: requests for the same page at the same moment would share one fill.
                    var (mine, all) = (site.Cpu, site.CpuOfAll);
                    var load = await Wrk.RunAsync(site.Address + pages[i].Path, round == 0 ? WarmUp : Seconds, connections: 1, "-H", "Accept-Encoding: br");
                    if (round == 0)
                        continue;
                    made[i].Add((site.Cpu - mine) / load.Requests * 1e6);
                    database[i].Add((site.CpuOfAll - all - (site.Cpu - mine)) / load.Requests * 1e6);
                }
            }

            report.Add(made[0], "≤ 400");
            foreach (var series in made[1..])
                report.Add(series, "≤ 1,200");
            foreach (var series in database)
                report.Add(series);
        }
    }
}
