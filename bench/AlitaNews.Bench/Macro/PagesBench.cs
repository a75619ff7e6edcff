using AlitaNews.Bench.Measuring;
using AlitaNews.Bench.Stage;

namespace AlitaNews.Bench.Macro;

/// <summary>
/// Pages that are not at hand: what making one costs the site, its fastest coding included, in a small library and a large one. Many readers ask for
/// many pages (two who ask for the same at the same moment would share one); and one reader for one article after another, which costs more for each:
/// every step of it wakes a thread that had gone to sleep.
/// </summary>
internal static class PagesBench
{
    private const int Rounds = 3;
    private const int Seconds = 3;
    private const int WarmUp = 15; // until the compiler behind the scenes has little left to do
    private const int Readers = 16;
    private const string OneReader = "article, one reader";
    private const int MostArticles = 5000;
    private static readonly string[] Topics = ["film", "television", "streaming", "music", "games", "awards", "comics", "theatre"];
    private static readonly string[] Statuses = ["rumour", "unverified", "likely", "confirmed", "debunked", "missed"];

    public static async Task RunAsync(Report report)
    {
        foreach (var articles in new[] { 100, 100_000 })
        {
            // Counting the claims of a large library keeps PostgreSQL busy for a tenth of a second: more readers would wait for it and not for the site.
            var readersOfLists = articles > 1000 ? 1 : Readers;
            var library = await Library.OfAsync(articles);
            await using var site = await UncachedSite.StartAsync(library);
            var addresses = library.ListArticles().Select(Library.AddressOf).Take(MostArticles).ToList();
            var kinds = new List<Kind>
            {
                await Kind.OfAsync(site, "article", articles, addresses, Readers),
                await Kind.OfAsync(site, OneReader, articles, addresses, readers: 1),
                await Kind.OfAsync(site, "front page", articles, ["/", .. Enumerable.Range(2, 60).Select(static n => $"/?page={n}")], readersOfLists),
                await Kind.OfAsync(site, "hub", articles, Topics.SelectMany(static t => Enumerable.Range(2, 8).Select(n => $"/topics/{t}?page={n}").Prepend("/topics/" + t)), readersOfLists),
                await Kind.OfAsync(site, "tracker", articles, Statuses.SelectMany(static s => Enumerable.Range(2, 8).Select(n => $"/rumours?status={s}&page={n}").Prepend("/rumours?status=" + s)), readersOfLists),
            };
            foreach (var kind in kinds)
                await kind.RunAsync(WarmUp);
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var kind in kinds)
                    await kind.MeasureAsync();
            }

            foreach (var kind in kinds)
                report.Add(kind.Made, kind.Name switch { "article" => "≤ 400", OneReader => string.Empty, _ => "≤ 1,200" });
            foreach (var kind in kinds)
                report.Add(kind.Database);
        }
    }

    /// <summary>Pages of one kind, and what they cost.</summary>
    private sealed class Kind(Server site, string name, int articles, string script, int readers)
    {
        public string Name => name;

        public Series Made { get; } = new($"{name}, {articles:N0} articles, site's CPU", "µs");

        public Series Database { get; } = new($"{name}, {articles:N0} articles, database's CPU", "µs");

        /// <summary>Takes those of the addresses that are there: a small library has few pages of a list.</summary>
        public static async Task<Kind> OfAsync(Server site, string name, int articles, IEnumerable<string> addresses, int readers)
        {
            var found = new List<string>();
            foreach (var address in addresses)
            {
                // Articles are there, and many.
                if (address.StartsWith("/news/", StringComparison.Ordinal) || (await site.Client.GetAsync(address)).IsSuccessStatusCode)
                    found.Add(address);
            }

            return new Kind(site, name, articles, await Wrk.WriteTurnsAsync("uncached-" + name.Replace(" ", "-", StringComparison.Ordinal), found), readers);
        }

        public Task<Load> RunAsync(int seconds) => Wrk.RunAsync(site.Address + "/", seconds, readers, "-H", "Accept-Encoding: br", "-s", script);

        public async Task MeasureAsync()
        {
            var (mine, all) = (site.Cpu, site.CpuOfAll);
            var load = await RunAsync(Seconds);
            Made.Add((site.Cpu - mine) / load.Requests * 1e6);
            Database.Add((site.CpuOfAll - all - (site.Cpu - mine)) / load.Requests * 1e6);
        }
    }
}
