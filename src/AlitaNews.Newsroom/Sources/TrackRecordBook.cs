using System.Collections.Concurrent;
using AlitaNews.Newsroom.Claims;

namespace AlitaNews.Newsroom.Sources;

/// <summary>
/// The track records of all sources at one instant, and base rates over them. Recomputed from what articles said and what claims became;
/// depends on its arguments only, not on their order. Thread-safe.
/// </summary>
public sealed class TrackRecordBook
{
    private const double EnoughForPrior = 20;
    private const int ArticlesForClass = 3;
    private static readonly TimeSpan Notice = TimeSpan.FromHours(24);

    private readonly List<ScoredPair> _pairs = [];

    // A range takes many steps to compute, and every page with the source shows it.
    private readonly ConcurrentDictionary<string, string?> _words = new(StringComparer.Ordinal);

    /// <summary>Opens the book.</summary>
    /// <param name="claims">Every claim as it stands.</param>
    /// <param name="assertions">What sources said by articles that are public, in any order.</param>
    /// <param name="findKind">The kind of a source with a file; null for others.</param>
    public TrackRecordBook(IEnumerable<ScoredClaim> claims, IEnumerable<SourceAssertion> assertions, Func<string, SourceKind?> findKind)
    {
        var byId = claims.ToDictionary(static claim => claim.Claim, StringComparer.Ordinal);
        var bySource = assertions.GroupBy(static assertion => assertion.Source, StringComparer.Ordinal).ToArray();
        var counted = new List<(string Source, TrackRecord Record, bool Unrated)>(bySource.Length);
        foreach (var said in bySource)
        {
            var pairs = Score(said, byId);
            _pairs.AddRange(pairs);
            var kind = findKind(said.Key);
            counted.Add((said.Key, Add(pairs), kind == SourceKind.Official || (kind == SourceKind.AnonymousClass && CountOrigins(said) < ArticlesForClass)));
        }

        Total = Add(_pairs);
        Records = counted.ToDictionary(static c => c.Source, c => Rate(c.Record, c.Unrated), StringComparer.Ordinal);
    }

    /// <summary>One record for each source that asserted anything.</summary>
    public IReadOnlyDictionary<string, TrackRecord> Records { get; }

    /// <summary>What all sources have together.</summary>
    public TrackRecord Total { get; }

    /// <summary>The record of a source; an empty one for a source that asserted nothing.</summary>
    /// <param name="source">The source's id.</param>
    /// <param name="kind">Its kind, if it has a file.</param>
    public TrackRecord Read(string source, SourceKind? kind) =>
        Records.TryGetValue(source, out var record) ? record : Rate(Add([]), kind is SourceKind.Official or SourceKind.AnonymousClass);

    /// <summary>The record of a source for readers; null where none is shown.</summary>
    /// <param name="source">The source's id.</param>
    /// <param name="kind">Its kind, if it has a file.</param>
    public string? WordsOf(string source, SourceKind? kind) =>
        Records.TryGetValue(source, out var record) ? _words.GetOrAdd(source, static (_, of) => of.InWords(), record) : Read(source, kind).InWords();

    /// <summary>The base rate of claims of a type, made by sources of a class. Denials are no claims and are left out.</summary>
    /// <param name="type">The claims' type; null: any.</param>
    /// <param name="ofClass">Whether a source belongs to the class.</param>
    /// <param name="without">The claim beside which it stands: it says nothing about itself, also where it has expired.</param>
    public TrackRecord BaseRate(string? type, Func<string, bool> ofClass, string? without = null) =>
        Rate(Add(_pairs.Where(pair => !pair.Denied && pair.Claim != without && (type is null || pair.Type == type) && ofClass(pair.Source))), unrated: false);

    /// <summary>The pairs of one source with the claims it made: each counts where it was first made, and the claims of one report share one vote.</summary>
    private static List<ScoredPair> Score(IEnumerable<SourceAssertion> said, Dictionary<string, ScoredClaim> claims)
    {
        var firsts = said
            .GroupBy(static assertion => assertion.Claim, StringComparer.Ordinal)
            .Select(static made => made.OrderBy(static a => a.At).ThenBy(static a => a.Article, StringComparer.Ordinal).ThenBy(static a => a.Role).First());
        var pairs = new List<ScoredPair>();
        foreach (var report in firsts.GroupBy(static first => first.Article, StringComparer.Ordinal))
        {
            var weight = 1.0 / report.Count();
            foreach (var made in report)
            {
                if (!claims.TryGetValue(made.Claim, out var claim) || claim.Outcome == ClaimOutcome.LeftOut)
                    continue;
                var tooLate = claim.Decided is { } decided && decided - made.At < Notice;
                pairs.Add(new ScoredPair(made.Source, made.Claim, claim.Type, made.Role == SourceRole.Denies, weight, claim.Outcome, tooLate));
            }
        }

        return pairs;
    }

    private static int CountOrigins(IEnumerable<SourceAssertion> said) =>
        said.Where(static a => a.Role == SourceRole.Origin).Select(static a => a.Article).Distinct(StringComparer.Ordinal).Count();

    private static TrackRecord Add(IEnumerable<ScoredPair> pairs)
    {
        double settled = 0, cameTrue = 0, cameTrueClaims = 0;
        int settledClaims = 0, open = 0, expired = 0, tooLate = 0;
        foreach (var pair in pairs)
        {
            if (pair.TooLate)
            {
                tooLate++;
            }
            else if (pair.Outcome == ClaimOutcome.Open)
            {
                open++;
            }
            else
            {
                settled += pair.Weight;
                cameTrue += pair.Weight * pair.Hit;
                settledClaims++;
                cameTrueClaims += pair.Hit;
                expired += pair.Outcome == ClaimOutcome.Expired ? 1 : 0;
            }
        }

        // Thirds do not add up exactly, and the thresholds are whole numbers.
        return new TrackRecord
        {
            Settled = Math.Round(settled, 9),
            CameTrue = Math.Round(cameTrue, 9),
            SettledClaims = settledClaims,
            CameTrueClaims = cameTrueClaims,
            OpenClaims = open,
            ExpiredClaims = expired,
            TooLateClaims = tooLate,
        };
    }

    /// <summary>Adds what is known of the others.</summary>
    private TrackRecord Rate(TrackRecord record, bool unrated)
    {
        var others = Total.Settled - record.Settled;
        return record with
        {
            Prior = others >= EnoughForPrior ? Math.Clamp((Total.CameTrue - record.CameTrue) / others, 0, 1) : 0.5,
            Shown = unrated ? TrackRecordShown.None : TrackRecord.ShownFor(record.Settled),
        };
    }

    private readonly record struct ScoredPair(string Source, string Claim, string? Type, bool Denied, double Weight, ClaimOutcome Outcome, bool TooLate)
    {
        public double Hit
        {
            get
            {
                var hit = Outcome switch { ClaimOutcome.True => 1, ClaimOutcome.Half => 0.5, _ => 0.0 };
                return Denied ? 1 - hit : hit;
            }
        }
    }
}
