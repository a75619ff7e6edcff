using AlitaNews.Newsroom.Sources;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Claims;

namespace AlitaNews.Store.Sources;

/// <summary>A source with its record. Immutable.</summary>
public sealed record RatedSource
{
    /// <summary>The source's id.</summary>
    public required string Id { get; init; }

    /// <summary>The name readers see.</summary>
    public required string Name { get; init; }

    /// <summary>What its file says, or null where it has none.</summary>
    public Source? File { get; init; }

    /// <summary>How often it was right.</summary>
    public required TrackRecord Record { get; init; }
}

/// <summary>A part of the list of all sources, the highest lower bound first and what is not rated last. Immutable.</summary>
public sealed record SourceList
{
    /// <summary>The edition that this was read from.</summary>
    public required long Edition { get; init; }

    /// <summary>The page of the list, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many pages there are, at least 1.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>The sources of this page.</summary>
    public IReadOnlyList<RatedSource> Sources { get; init; } = [];

    /// <summary>The place in the whole list before the first of them.</summary>
    public int Before { get; init; }

    /// <summary>What is assumed of a source before anything of it is settled, from 0 to 1.</summary>
    public double Prior { get; init; }

    /// <summary>When a record last may have changed.</summary>
    public DateTimeOffset Updated { get; init; }
}

/// <summary>One source with all that it said. Immutable.</summary>
public sealed record SourcePage
{
    /// <summary>The edition that this was read from.</summary>
    public required long Edition { get; init; }

    /// <summary>The source and its record.</summary>
    public required RatedSource Source { get; init; }

    /// <summary>The body of its file as stored: safe HTML with markers; empty where there is none.</summary>
    public string BodyHtml { get; init; } = "";

    /// <summary>What fills the markers.</summary>
    public BodyMaterial Material { get; init; } = BodyMaterial.None;

    /// <summary>The page of the list of claims, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many pages there are, at least 1.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>How many claims it had a part in.</summary>
    public int Total { get; init; }

    /// <summary>The claims of this page, last changed first, each with the part this source had.</summary>
    public IReadOnlyList<SourcedClaim> Claims { get; init; } = [];

    /// <summary>The newest stories that cite it; first page only.</summary>
    public IReadOnlyList<ArticleCard> Cards { get; init; } = [];

    /// <summary>When its file or the newest thing here last changed for readers.</summary>
    public DateTimeOffset Updated { get; init; }
}

/// <summary>A claim and the parts that a source had in it.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Roles">The parts.</param>
public sealed record SourcedClaim(ClaimSummary Claim, IReadOnlyList<SourceRole> Roles);

/// <summary>What stands at a source's address: one of the two is set.</summary>
public sealed record FoundSource
{
    /// <summary>The source.</summary>
    public SourcePage? Page { get; init; }

    /// <summary>The id it goes by now (301).</summary>
    public string? Moved { get; init; }
}
