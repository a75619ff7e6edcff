using System.Diagnostics;
using System.Globalization;
using AlitaNews.Store.Sitemaps;
using AlitaNews.Web.Errors;
using AlitaNews.Web.Publishing;

namespace AlitaNews.Web.Pages;

/// <summary>
/// Brings the rest of the library into the cache, the newest first, until all is there or the cache is nearly full: what is at hand can be read
/// whatever happens to the database. It makes only pages that the cache does not have at all, uses half of one core at most, and looks for
/// new ones a twentieth of the time at most; what readers and editors wait for goes before it.
/// </summary>
public sealed class LibraryWarmer(
    SitemapQueries sitemaps, PageFiller filler, PageCache cache, CurrentEdition edition, TimeProvider time, ILogger<LibraryWarmer> log) : BackgroundService
{
    private const int RestPerWork = 20;
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);
    private static readonly string[] Machines = ["/sitemap.xml", "/sitemap-news.xml", "/robots.txt", "/claims.json", "/sources.json", "/llms.txt", "/opensearch.xml"];

    private TimeSpan _looking;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the rest of the site starts meanwhile
        await edition.WaitForAsync(new(1), stoppingToken);
        await Task.Delay(Start, stoppingToken);
        await SteadyWork.RunAsync(WalkAndRestAsync, log, stoppingToken);
    }

    private async Task WalkAndRestAsync(CancellationToken cancel)
    {
        var number = edition.Number;
        var isWhole = false;
        _looking = TimeSpan.Zero;
        try
        {
            isWhole = await WalkAsync(cancel);
        }
        catch (Exception e) when (ErrorPages.IsOutage(e))
        {
            // That the database is away is said elsewhere.
        }

        var rest = _looking * RestPerWork;
        await Task.Delay(rest > Rest ? rest : Rest, cancel);
        if (isWhole)
            await edition.WaitForAsync(new(number.Value + 1), cancel);
    }

    // False where it was interrupted: the database is away.
    private async Task<bool> WalkAsync(CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        var (_, parts) = await sitemaps.ListPartsAsync(edition.Site, time.GetUtcNow(), cancel);
        _looking += Stopwatch.GetElapsedTime(began);
        var ordered = parts.OrderBy(static part => part.Name switch { "pages" => 0, "hubs" => 1, "sources" => 3, "claims" => 4, _ => 2 });
        if (!await FillAsync(Machines, cancel))
            return false;
        foreach (var part in ordered)
        {
            for (var file = 1; (file - 1) * SitemapQueries.EntriesAPart < part.Count; file++)
            {
                if (!await FillAsync(await ListAsync(part.Name, file, cancel), cancel))
                    return false;
            }
        }

        return true;
    }

    private async Task<IReadOnlyList<string>> ListAsync(string part, int file, CancellationToken cancel)
    {
        const string articles = "articles-";
        var addresses = new List<string>();
        var began = Stopwatch.GetTimestamp();
        Task Take(SitemapEntry entry)
        {
            addresses.Add(entry.Path);
            return Task.CompletedTask;
        }

        if (part.StartsWith(articles, StringComparison.Ordinal))
            await sitemaps.ReadArticlesAsync(DateOnly.ParseExact(part.AsSpan(articles.Length), "yyyy-MM", CultureInfo.InvariantCulture), file, time.GetUtcNow(), Take, cancel);
        else
            await sitemaps.ReadAsync(part, file, edition.Site, time.GetUtcNow(), Take, cancel);
        _looking += Stopwatch.GetElapsedTime(began);
        addresses.Reverse(); // the newest of a month first
        return addresses;
    }

    private async Task<bool> FillAsync(IReadOnlyList<string> addresses, CancellationToken cancel)
    {
        foreach (var address in addresses)
        {
            var key = new PageKey(address, string.Empty);
            if (cache.IsNearlyFull)
                return true;
            if (cache.FindLast(key) is not null)
                continue;
            var began = Stopwatch.GetTimestamp();
            if ((await filler.FillAsync(key, Coding.Brotli)).Failure is { } failure && ErrorPages.IsOutage(failure))
                return false;
            await Task.Delay(Stopwatch.GetElapsedTime(began), cancel);
        }

        return true;
    }
}
