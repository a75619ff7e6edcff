using AlitaNews.Store.Articles;
using AlitaNews.Store.Claims;

namespace AlitaNews.Store.FrontPage;

/// <summary>Everything that the front page shows. Immutable.</summary>
public sealed record FrontPageContent
{
    /// <summary>The edition that this was read from.</summary>
    public required long Edition { get; init; }

    /// <summary>The page of the list, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many pages there are, at least 1.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>The lead story; null on later pages and on an empty site.</summary>
    public ArticleCard? Lead { get; init; }

    /// <summary>The stories beside it, newest first; 20 a page with the lead.</summary>
    public IReadOnlyList<ArticleCard> Latest { get; init; } = [];

    /// <summary>Open claims, last changed first (at most 6); first page only.</summary>
    public IReadOnlyList<ClaimSummary> Open { get; init; } = [];

    /// <summary>Claims settled last (at most 6); first page only.</summary>
    public IReadOnlyList<ClaimSummary> Settled { get; init; } = [];

    /// <summary>Open claims due within 30 days, and overdue ones, the nearest first (at most 6); first page only.</summary>
    public IReadOnlyList<ClaimSummary> DueSoon { get; init; } = [];

    /// <summary>How many claims stand in which display state; states without claims are left out. First page only.</summary>
    public IReadOnlyList<ClaimCount> Balance { get; init; } = [];
}
