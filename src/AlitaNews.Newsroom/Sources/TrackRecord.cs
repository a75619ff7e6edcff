using System.Globalization;
using MathNet.Numerics.Distributions;

namespace AlitaNews.Newsroom.Sources;

/// <summary>How much of a record is shown.</summary>
public enum TrackRecordShown
{
    /// <summary>Nothing: official sources, and anonymous classes of too few articles.</summary>
    None,

    /// <summary>Counts only: fewer than 5 settled.</summary>
    Dots,

    /// <summary>A range: fewer than 20 settled.</summary>
    Range,

    /// <summary>A percentage with its range.</summary>
    Percent,
}

/// <summary>
/// How often a source was right (<c>content.md</c>, section 11): shrunk towards the mean of the others, with a 90 % interval. Immutable.
/// </summary>
public sealed record TrackRecord
{
    private const double Kappa = 4;

    /// <summary>n: the weights of what was settled, expired claims included. One report has one vote.</summary>
    public required double Settled { get; init; }

    /// <summary>h: the weights of what came true.</summary>
    public required double CameTrue { get; init; }

    /// <summary>Settled claims in whole claims, expired ones included.</summary>
    public required int SettledClaims { get; init; }

    /// <summary>Claims that came true; partly counts ½.</summary>
    public required double CameTrueClaims { get; init; }

    /// <summary>Claims that are open and not expired.</summary>
    public int OpenClaims { get; init; }

    /// <summary>Claims open more than 90 days after their first due date.</summary>
    public int ExpiredClaims { get; init; }

    /// <summary>Claims that were settled within a day of being made: too late to score.</summary>
    public int TooLateClaims { get; init; }

    /// <summary>m: what is assumed before anything is settled, from 0 to 1.</summary>
    public double Prior { get; init; } = 0.5;

    /// <summary>How much is shown.</summary>
    public TrackRecordShown Shown { get; init; }

    /// <summary>The score, from 0 to 1.</summary>
    public double Score => ((Kappa * Prior) + CameTrue) / (Kappa + Settled);

    /// <summary>The lower end of the 90 % interval, from 0 to 1: lists are ordered by it.</summary>
    public double Low => Quantile(0.05);

    /// <summary>The upper end of the 90 % interval, from 0 to 1.</summary>
    public double High => Quantile(0.95);

    /// <summary>The order of lists: the highest lower bound first, what is not rated last.</summary>
    public static IComparer<TrackRecord> Ranking { get; } = Comparer<TrackRecord>.Create(static (a, b) =>
    {
        var order = (a.Shown == TrackRecordShown.None).CompareTo(b.Shown == TrackRecordShown.None);
        if (order == 0)
            order = b.Low.CompareTo(a.Low);
        return order == 0 ? b.Settled.CompareTo(a.Settled) : order;
    });

    /// <summary>How much is shown of a record with this n.</summary>
    public static TrackRecordShown ShownFor(double settled) => settled switch
    {
        < 5 => TrackRecordShown.Dots,
        < 20 => TrackRecordShown.Range,
        _ => TrackRecordShown.Percent,
    };

    /// <summary>The record for readers; null where none is shown.</summary>
    public string? InWords() => Shown switch
    {
        TrackRecordShown.Dots when SettledClaims == 0 => "Nothing settled yet. Too few to rate.",
        TrackRecordShown.Dots => $"{Count(CameTrueClaims)} of {SettledClaims} came true. Too few to rate.",
        TrackRecordShown.Range => $"between about {Percent(Low)} % and {Percent(High)} % ({Count(CameTrueClaims)} of {SettledClaims})",
        TrackRecordShown.Percent =>
            $"{Percent(Score)} % ({Percent(Low)}–{Percent(High)}), {SettledClaims} settled, {OpenClaims} open, {ExpiredClaims} expired unsettled",
        _ => null,
    };

    /// <summary>The record as a base rate beside an open rumour; null where too little is settled to say any.</summary>
    /// <param name="what">What was counted, in the plural: "insider rumours about start dates".</param>
    public string? AsBaseRate(string what) => Shown switch
    {
        TrackRecordShown.Range => $"Of {SettledClaims} settled {what} here, between about {Percent(Low)} % and {Percent(High)} % came true.",
        TrackRecordShown.Percent => $"Of {SettledClaims} settled {what} here, {Percent(Low)} to {Percent(High)} % came true.",
        _ => null,
    };

    // Halves go to the even neighbour, as in the contract's table: 11.6 of 16 is 72 %.
    private static string Percent(double share) => Math.Round(share * 100, MidpointRounding.ToEven).ToString("0", CultureInfo.InvariantCulture);

    private static string Count(double claims)
    {
        var whole = Math.Floor(claims).ToString("0", CultureInfo.InvariantCulture);
        if (claims == Math.Floor(claims))
            return whole;
        return claims < 1 ? "½" : whole + "½";
    }

    private double Quantile(double share)
    {
        var right = (Kappa * Prior) + CameTrue;
        var wrong = (Kappa * (1 - Prior)) + Settled - CameTrue;
        if (right <= 0)
            return 0;
        return wrong <= 0 ? 1 : Beta.InvCDF(right, wrong, share);
    }
}
