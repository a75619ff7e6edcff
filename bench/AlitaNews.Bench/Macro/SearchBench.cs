using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using AlitaNews.Bench.Measuring;
using AlitaNews.Bench.Stage;

namespace AlitaNews.Bench.Macro;

/// <summary>Search in 100,000 articles against the query that everybody writes first: rank every match, make a snippet of each.</summary>
internal static partial class SearchBench
{
    private const int Articles = 100_000;
    private const int Rounds = 9;

    private const string Naive = """
        select a.slug, a.title, ts_rank(v.vector, q) as rank, ts_headline('news', a.body, q)
        from article a join search_vector v on v.article = a.id, to_tsquery('news', '{0}') q
        where v.vector @@ q order by rank desc limit 20
        """;

    private static readonly (string Word, string Sort, string Bound)[] Words = [("film", "common word", "≤ 0.025"), ("maiskeend", "rare word", "≤ 0.1")];

    public static async Task RunAsync(Report report)
    {
        var library = await Library.OfAsync(Articles);
        await using var site = await Site.StartAsync(library, Site.SmallCache);
        foreach (var (word, sort, bound) in Words)
        {
            var ours = new Series($"site, {sort} ({word}), wall of the whole page", "ms");
            var naive = new Series($"naive query, {sort} ({word}), wall", "ms");
            for (var round = -2; round < Rounds; round++)
            {
                var time = await AskNaivelyAsync(library, word);
                var clock = Stopwatch.StartNew();
                await site.WaitForAsync("/search?q=" + word);
                if (round < 0)
                    continue;
                ours.Add(clock.Elapsed.TotalMilliseconds);
                naive.Add(time);
            }

            report.Add(ours);
            report.Add(naive);
            report.Add(ours.Over(naive, $"{sort}, site over naive query"), bound);
        }
    }

    // In the server's own words: starting the client does not count.
    private static async Task<double> AskNaivelyAsync(Library library, string word)
    {
        var text = await library.AskAsync("\\timing on", Naive.Replace("{0}", word, StringComparison.Ordinal));
        return double.Parse(Timing().Matches(text)[^1].Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Time: ([\d.]+) ms")]
    private static partial Regex Timing();
}
