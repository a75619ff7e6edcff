using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Site;
using BenchmarkDotNet.Attributes;

namespace AlitaNews.Bench.Micro;

/// <summary>A claim's events to its states in time.</summary>
public class FoldBenchmarks
{
    private static readonly DateTimeOffset Start = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ClaimRules _rules = ClaimRules.Of(SiteFile.Default);
    private ClaimEvent[] _events = [];

    /// <summary>How many articles speak of the claim.</summary>
    [Params(2, 1000)]
    public int Events { get; set; }

    /// <summary>Makes the events.</summary>
    [GlobalSetup]
    public void Make() => _events = [.. Enumerable.Range(0, Events).Select(static i => new ClaimEvent
    {
        Claim = "claim",
        Article = $"article-{i}",
        Slug = $"article-{i}",
        Path = $"articles/article-{i}.md",
        Publish = Start.AddHours(i),
        Date = Start.AddHours(i),
        Entry = new ClaimEntry { Id = "claim", Text = "A sentence.", Status = i % 3 == 2 ? ClaimStatus.Confirmed : ClaimStatus.Rumour },
    })];

    /// <summary>Folds them.</summary>
    [Benchmark]
    public ClaimTimeline Fold() => ClaimTimeline.Build(null, _events, [], _rules);
}
