using AlitaNews.Newsroom.Claims;

namespace AlitaNews.Store.Claims;

/// <summary>What a topic's page leads with: its open, overdue, confirmed and refuted claims. Immutable.</summary>
public sealed record WhatWeKnow
{
    /// <summary>The topic's id.</summary>
    public required string Topic { get; init; }

    /// <summary>The parts that hold something, in the order in which they are told.</summary>
    public required IReadOnlyList<KnownPart> Parts { get; init; }

    /// <summary>How many claims the topic has, also in states that no part tells of.</summary>
    public required int Total { get; init; }

    /// <summary>Puts together what a query found.</summary>
    /// <param name="topic">The topic's id.</param>
    /// <param name="claims">The newest claims of each part, in any mixture, each part in its order.</param>
    /// <param name="balance">How many of the topic's claims stand in which state.</param>
    internal static WhatWeKnow Of(string topic, IReadOnlyCollection<ClaimSummary> claims, IReadOnlyCollection<ClaimCount> balance)
    {
        var parts = new List<KnownPart>();
        foreach (var (title, states) in Titles)
        {
            var shown = claims.Where(claim => states.Contains(claim.Display)).ToList();
            if (shown.Count > 0)
                parts.Add(new KnownPart(title, shown, balance.Where(count => states.Contains(count.Display)).Sum(static count => count.Count)));
        }

        return new WhatWeKnow { Topic = topic, Parts = parts, Total = balance.Sum(static count => count.Count) };
    }

    private static readonly (string Title, ClaimDisplay[] States)[] Titles =
    [
        ("Open", [ClaimDisplay.Rumour, ClaimDisplay.Unverified, ClaimDisplay.Disputed]),
        ("Overdue", [ClaimDisplay.Overdue]),
        ("Confirmed", [ClaimDisplay.Confirmed, ClaimDisplay.Partly]),
        ("Not so", [ClaimDisplay.Debunked, ClaimDisplay.Missed]),
    ];
}

/// <summary>Claims of one sort.</summary>
/// <param name="Title">What they have in common.</param>
/// <param name="Claims">The newest of them (at most 6).</param>
/// <param name="Total">How many there are.</param>
public sealed record KnownPart(string Title, IReadOnlyList<ClaimSummary> Claims, int Total);
