using AlitaNews.Newsroom.Claims;
using AlitaNews.Store.Claims;
using AlitaNews.Store.Pictures;

namespace AlitaNews.Store.Articles;

/// <summary>What the markers of a stored body stand for today: claims, sources, topics, links and pictures, resolved. Immutable.</summary>
public sealed record BodyMaterial
{
    /// <summary>For a body without markers.</summary>
    public static BodyMaterial None { get; } = new();

    /// <summary>Claims by id, those behind aliases and merges under the id written in the text.</summary>
    public IReadOnlyDictionary<string, ClaimSummary> Claims { get; init; } = new Dictionary<string, ClaimSummary>();

    /// <summary>Sources by id.</summary>
    public IReadOnlyDictionary<string, ShownSource> Sources { get; init; } = new Dictionary<string, ShownSource>();

    /// <summary>Topics that have a page, by id, with their names.</summary>
    public IReadOnlyDictionary<string, string> Topics { get; init; } = new Dictionary<string, string>();

    /// <summary>Root-relative addresses by the key of a link marker; a dead link is not here.</summary>
    public IReadOnlyDictionary<string, string> Links { get; init; } = new Dictionary<string, string>();

    /// <summary>Pictures, in the order of the figure markers' indices.</summary>
    public IReadOnlyList<ShownPicture> Figures { get; init; } = [];

    /// <summary>Changes for timeline blocks, by <c>claim:id</c> and <c>topic:id</c>, oldest first.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ClaimChange>> Timelines { get; init; } = new Dictionary<string, IReadOnlyList<ClaimChange>>();
}

/// <summary>One change of what is shown of a claim.</summary>
/// <param name="At">When.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Text">The claim's sentence.</param>
/// <param name="Display">What is shown since.</param>
/// <param name="Note">Why, or null.</param>
public sealed record ClaimChange(DateTimeOffset At, string Claim, string Text, ClaimDisplay Display, string? Note);
