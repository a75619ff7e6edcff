using AlitaNews.Newsroom.Claims;
using AlitaNews.Store.Articles;

namespace AlitaNews.Store.Feeds;

/// <summary>What a feed of articles is made of. Immutable.</summary>
public sealed record FeedContent
{
    /// <summary>The edition that this was read from.</summary>
    public required long Edition { get; init; }

    /// <summary>The id of what the feed is about, where it goes by another today: its feed stands there. Null: as asked.</summary>
    public string? MovedTo { get; init; }

    /// <summary>The name of what the feed is about; null for the whole site.</summary>
    public string? Name { get; init; }

    /// <summary>The articles, newest first.</summary>
    public IReadOnlyList<ArticlePage> Articles { get; init; } = [];

    /// <summary>What was taken out of it, newest first.</summary>
    public IReadOnlyList<PulledArticle> Pulled { get; init; } = [];
}

/// <summary>An article that was taken down.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Published">When it was published.</param>
/// <param name="Removed">When it went.</param>
public sealed record PulledArticle(string Id, DateTimeOffset Published, DateTimeOffset Removed);

/// <summary>One change of what is shown of a claim. Immutable.</summary>
public sealed record StatusChange
{
    /// <summary>The claim.</summary>
    public required string Claim { get; init; }

    /// <summary>Its sentence.</summary>
    public required string Text { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was shown before.</summary>
    public required ClaimDisplay Was { get; init; }

    /// <summary>What is shown since.</summary>
    public required ClaimDisplay Display { get; init; }

    /// <summary>Why, as the article that brought it says; or null.</summary>
    public string? Note { get; init; }

    /// <summary>What bears it out.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>The articles whose page it changes, newest first.</summary>
    public IReadOnlyList<TouchedArticle> Articles { get; init; } = [];
}

/// <summary>An article that carries a claim.</summary>
/// <param name="Slug">The last part of its address.</param>
/// <param name="Title">Its headline, without label.</param>
public sealed record TouchedArticle(string Slug, string Title);

/// <summary>A correction, with the article that it stands on. Immutable.</summary>
public sealed record CorrectedArticle
{
    /// <summary>The article's id.</summary>
    public required string Article { get; init; }

    /// <summary>The last part of its address.</summary>
    public required string Slug { get; init; }

    /// <summary>Its headline, without label.</summary>
    public required string Title { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What tells this correction from others of the article.</summary>
    public required string Key { get; init; }

    /// <summary>What was wrong.</summary>
    public required string Text { get; init; }

    /// <summary>The wrong value, or null.</summary>
    public string? Was { get; init; }

    /// <summary>The right value, or null.</summary>
    public string? Now { get; init; }
}
