using AlitaNews.Store.Pages;
using AlitaNews.Store.Pictures;

namespace AlitaNews.Web.Feeds;

/// <summary>A feed, before it is written in one of its three formats. All addresses are absolute. Immutable.</summary>
public sealed record Feed
{
    /// <summary>Its name.</summary>
    public required string Title { get; init; }

    /// <summary>What it is about, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The page it belongs to, root-relative.</summary>
    public required string Home { get; init; }

    /// <summary>Whether it carries summaries instead of whole texts.</summary>
    public bool Summaries { get; init; }

    /// <summary>When anything in it last changed, or was taken out of it.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Its items, newest first.</summary>
    public IReadOnlyList<FeedItem> Items { get; init; } = [];

    /// <summary>Items that were taken out of it.</summary>
    public IReadOnlyList<PulledItem> Pulled { get; init; } = [];

    /// <summary>The address of the feed below its page, root-relative.</summary>
    /// <param name="format"><c>xml</c>, <c>atom</c> or <c>json</c>.</param>
    /// <param name="query">Its query, or empty.</param>
    public string PathOf(string format, string query) => $"{(Home == "/" ? "" : Home)}/feed.{format}{query}";
}

/// <summary>An item of a feed. Immutable.</summary>
public sealed record FeedItem
{
    /// <summary>Its identity, which never changes; no address.</summary>
    public required string Guid { get; init; }

    /// <summary>The address of its page.</summary>
    public required string Address { get; init; }

    /// <summary>Its title, with the label in words.</summary>
    public required string Title { get; init; }

    /// <summary>When it was published; never changes.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>When it last changed for readers.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Names of the byline.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Its summary as plain text, or null.</summary>
    public string? Summary { get; init; }

    /// <summary>The whole of it as HTML, the status first.</summary>
    public required string Html { get; init; }

    /// <summary>What it is about.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Its picture, or null.</summary>
    public ShownPicture? Picture { get; init; }

    /// <summary>A BCP 47 tag where it differs from the site's, else null.</summary>
    public string? Language { get; init; }
}

/// <summary>An item that was taken out of a feed.</summary>
/// <param name="Guid">Its identity.</param>
/// <param name="At">When.</param>
public sealed record PulledItem(string Guid, DateTimeOffset At);

/// <summary>Identities as tag URIs (RFC 4151): they name a host and a year, and lead nowhere.</summary>
public static class TagUri
{
    /// <summary>The identity of something that came to be in a year.</summary>
    /// <param name="frame">Knows the host.</param>
    /// <param name="born">When it came to be.</param>
    /// <param name="id">Its id.</param>
    public static string Of(SiteFrame frame, DateTimeOffset born, string id) =>
        $"tag:{new Uri(frame.BaseUrl).Host},{born.UtcDateTime.Year:0000}:{Uri.EscapeDataString(id).Replace("%2F", "/", StringComparison.Ordinal)}";
}
