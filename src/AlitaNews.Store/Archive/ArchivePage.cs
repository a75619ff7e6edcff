using AlitaNews.Store.Articles;

namespace AlitaNews.Store.Archive;

/// <summary>The whole archive: how many stories which month has. Immutable.</summary>
public sealed record ArchiveOverview
{
    /// <summary>The edition that this was read from.</summary>
    public required long Edition { get; init; }

    /// <summary>The months that have stories, newest first.</summary>
    public IReadOnlyList<ArchiveMonth> Months { get; init; } = [];

    /// <summary>When the newest story was published, or null.</summary>
    public DateTimeOffset? Newest { get; init; }
}

/// <summary>A month that has stories.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Stories">How many stories it has.</param>
public sealed record ArchiveMonth(DateOnly First, int Stories);

/// <summary>A page of a year's or a month's stories. Immutable.</summary>
public sealed record ArchivePage
{
    /// <summary>The edition that this was read from.</summary>
    public required long Edition { get; init; }

    /// <summary>The first day of the year or month.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Whether it is a year, not a month.</summary>
    public required bool IsYear { get; init; }

    /// <summary>The page of the list, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many pages there are.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>How many stories there are.</summary>
    public int Total { get; init; }

    /// <summary>The stories of this page, newest first.</summary>
    public IReadOnlyList<ArticleCard> Cards { get; init; } = [];

    /// <summary>The months of a year that have stories, newest first; empty for a month.</summary>
    public IReadOnlyList<ArchiveMonth> Months { get; init; } = [];
}
