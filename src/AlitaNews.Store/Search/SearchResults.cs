using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Search;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Pages;

namespace AlitaNews.Store.Search;

/// <summary>What is looked for, and where. Immutable.</summary>
/// <param name="Words">The words.</param>
/// <param name="Display">Only stories whose primary claim is in this state; null: any.</param>
/// <param name="Topic">Only stories about this topic; null: any.</param>
/// <param name="Source">Only stories that cite this source; null: any.</param>
/// <param name="Year">Only stories of this year; null: any.</param>
/// <param name="Page">The page of the list, from 1.</param>
public sealed record SearchRequest(SearchWords Words, ClaimDisplay? Display, string? Topic, string? Source, int? Year, int Page)
{
    /// <summary>Whether anything narrows the search.</summary>
    public bool HasFilters => Display is not null || Topic is not null || Source is not null || Year is not null;

    /// <summary>Whether there is nothing to look for.</summary>
    public bool IsEmpty => Words.Exact.Length == 0 && !HasFilters;
}

/// <summary>What a search found. Immutable.</summary>
public sealed record SearchResults
{
    /// <summary>The edition that this was read from.</summary>
    public required long Edition { get; init; }

    /// <summary>What was looked for.</summary>
    public required SearchRequest Request { get; init; }

    /// <summary>The stories of this page, the best first.</summary>
    public IReadOnlyList<SearchHit> Hits { get; init; } = [];

    /// <summary>How many stories were found, <see cref="SearchQueries.MostHits"/> at most: older ones are not ranked.</summary>
    public int Total { get; init; }

    /// <summary>How many pages there are, at least 1.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>How many of them have the words that were typed.</summary>
    public int Exactly { get; init; }

    /// <summary>The words that were looked for as well, because few or none have those that were typed; null where none of that is on this page.</summary>
    public string? Meant { get; init; }

    /// <summary>Whether the search took too much and was given up.</summary>
    public bool GivenUp { get; init; }

    /// <summary>Topics to choose from.</summary>
    public IReadOnlyList<NamedPage> Topics { get; init; } = [];

    /// <summary>Sources to choose from.</summary>
    public IReadOnlyList<NamedPage> Sources { get; init; } = [];

    /// <summary>The first year with a story, or null.</summary>
    public int? FirstYear { get; init; }
}

/// <summary>A story that was found.</summary>
/// <param name="Card">The story.</param>
/// <param name="Snippet">Where the words stand in its text; null where they do not, or where that would give it away.</param>
public sealed record SearchHit(ArticleCard Card, Snippet? Snippet);
