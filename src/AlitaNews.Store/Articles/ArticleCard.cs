using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Store.Pictures;

namespace AlitaNews.Store.Articles;

/// <summary>An article as lists and cards show it. Immutable.</summary>
public sealed record ArticleCard
{
    /// <summary>The last part of its address.</summary>
    public required string Slug { get; init; }

    /// <summary>The headline, without its label.</summary>
    public required string Title { get; init; }

    /// <summary>The headline where room is short: its editor's short title, else the headline.</summary>
    public string ShortTitle { get => field ?? Title; init; }

    /// <summary>The line above it: the kicker, else the section's name; or null.</summary>
    public string? Kicker { get; init; }

    /// <summary>What sort of piece it is.</summary>
    public ArticleKind Kind { get; init; }

    /// <summary>A plain-text summary that gives nothing away, or null.</summary>
    public string? Summary { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>When it last changed (<c>content.md</c> section 10).</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Names of the byline.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The display state of its primary claim.</summary>
    public ClaimDisplay Display { get; init; }

    /// <summary>The headline label in words (<c>OVERDUE RUMOUR</c>), or null where the rules show none.</summary>
    public string? Label { get; init; }

    /// <summary>Its picture; null where there is none or where it would give the story away.</summary>
    public ShownPicture? Hero { get; init; }

    /// <summary>Who paid for it, or null.</summary>
    public string? Sponsor { get; init; }

    /// <summary>Whether the paper took the whole piece back.</summary>
    public bool Retracted { get; init; }

    /// <summary>A BCP 47 tag where it differs from the site's, else null.</summary>
    public string? Language { get; init; }
}
