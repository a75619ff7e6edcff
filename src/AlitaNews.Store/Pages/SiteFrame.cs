using AlitaNews.Newsroom.Site;

namespace AlitaNews.Store.Pages;

/// <summary>What every page of an edition shows around its own content: the site's name, its sections, its standing pages. Immutable.</summary>
public sealed record SiteFrame
{
    /// <summary>A site of which nothing is known yet.</summary>
    public static SiteFrame Empty { get; } = new();

    /// <summary>The edition that it was read from.</summary>
    public long Edition { get; init; }

    /// <summary>When that edition was made.</summary>
    public DateTimeOffset At { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>What <c>site.yaml</c> says.</summary>
    public SiteFile Site { get; init; } = SiteFile.Default;

    /// <summary>The site's zone: all days that readers see are days there.</summary>
    public SiteZone Zone { get; init; } = SiteZone.Utc;

    /// <summary>The public origin, without a slash at its end.</summary>
    public string BaseUrl { get; init; } = "";

    /// <summary>Sections that list something, in the order of the navigation.</summary>
    public IReadOnlyList<NamedPage> Sections { get; init; } = [];

    /// <summary>Standing pages by name.</summary>
    public IReadOnlyList<NamedPage> StandingPages { get; init; } = [];
}

/// <summary>Something that has a page.</summary>
/// <param name="Id">The id or name in its address.</param>
/// <param name="Title">The name readers see.</param>
public sealed record NamedPage(string Id, string Title);
