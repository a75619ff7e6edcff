using AlitaNews.Bench.Measuring;
using AlitaNews.Bench.Stage;

namespace AlitaNews.Bench.Macro;

/// <summary>Memory with a whole library cached, and after a million query strings that mean nothing.</summary>
internal static class MemoryBench
{
    private const int Articles = 10_000;
    private const double Million = 1e6;

    private const string Strangers = """
        local n = 0
        request = function()
            n = n + 1
            return wrk.format("GET", "/?utm_source=" .. n .. "&fbclid=" .. n * 7919)
        end
        """;

    public static async Task RunAsync(Report report)
    {
        var library = await Library.OfAsync(Articles);
        await using var site = await Site.StartAsync(library);
        report.Add("just started", ProcessClock.Megabytes(site.Id), "MB");

        site.Client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "br");
        foreach (var file in library.ListArticles())
        {
            using var answer = await site.Client.GetAsync(Library.AddressOf(file));
            answer.EnsureSuccessStatusCode();
        }

        await site.SettleAsync();
        report.Add("all 10,000 articles cached", ProcessClock.Megabytes(site.Id), "MB", "< 200");

        var script = Path.Combine(Checkout.Scratch, "strangers.lua");
        await File.WriteAllTextAsync(script, Strangers);
        var asked = 0.0;
        while (asked < Million)
            asked += (await Wrk.RunAsync(site.Address, seconds: 5, connections: 16, "-s", script, "-H", "Accept-Encoding: br")).Requests;
        await site.SettleAsync();
        report.Add("after a million query strings", ProcessClock.Megabytes(site.Id), "MB", "< 200");
    }
}
