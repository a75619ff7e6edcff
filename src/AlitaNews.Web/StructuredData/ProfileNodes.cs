using System.Text.Json.Nodes;
using AlitaNews.Newsroom.Authors;
using AlitaNews.Newsroom.Sources;
using AlitaNews.Newsroom.Topics;
using AlitaNews.Store.Pages;
using AlitaNews.Web.Layout;

namespace AlitaNews.Web.StructuredData;

/// <summary>Authors, sources, topics and lists as machines read them.</summary>
public static class ProfileNodes
{
    /// <summary>An author's page.</summary>
    /// <param name="frame">The site.</param>
    /// <param name="id">The author's id.</param>
    /// <param name="name">The name readers see.</param>
    /// <param name="file">What the author's file says, or null.</param>
    public static JsonObject Author(SiteFrame frame, string id, string name, Author? file)
    {
        var address = frame.AddressOf("/authors/" + id);
        return new JsonObject
        {
            ["@type"] = "ProfilePage",
            ["@id"] = address + "#profile",
            ["url"] = address,
            ["mainEntity"] = new JsonObject
            {
                ["@type"] = id == frame.Site.Author ? "Organization" : "Person",
                ["@id"] = address,
                ["name"] = name,
                ["url"] = file?.Url ?? address,
            }.With("jobTitle", file?.Role).With("sameAs", Addresses(file?.SameAs)).With("worksFor", PageGraph.PublisherOf(frame)),
        };
    }

    /// <summary>A source: a person, or a body. A class of unnamed people is nobody in particular and has no node.</summary>
    public static JsonObject? FindSource(SiteFrame frame, string id, string name, Source? file)
    {
        if (file?.Kind == SourceKind.AnonymousClass)
            return null;
        var address = frame.AddressOf("/sources/" + id);
        var isPerson = file?.Kind is SourceKind.Person or SourceKind.Leaker;
        var source = new JsonObject
        {
            ["@type"] = isPerson ? "Person" : "Organization",
            ["@id"] = address,
            ["name"] = name,
            ["url"] = file?.Url ?? address,
        }.With("sameAs", Addresses(file?.SameAs)).With("worksFor", isPerson && file?.WorksFor is { } at ? new JsonObject { ["@type"] = "Organization", ["name"] = at } : null);
        return isPerson ? new JsonObject { ["@type"] = "ProfilePage", ["@id"] = address + "#profile", ["url"] = address, ["mainEntity"] = source } : source;
    }

    /// <summary>A topic, as the kind of thing it is.</summary>
    public static JsonObject Topic(SiteFrame frame, string id, string name, Topic? file) => new JsonObject
    {
        ["@type"] = file?.Kind switch
        {
            TopicKind.Film => "Movie",
            TopicKind.Series => "TVSeries",
            TopicKind.Game => "VideoGame",
            TopicKind.Book => "Book",
            TopicKind.Album => "MusicAlbum",
            TopicKind.Person => "Person",
            TopicKind.Company => "Organization",
            TopicKind.Event => "Event",
            _ => "Thing",
        },
        ["@id"] = PageGraph.TopicId(frame, id),
        ["name"] = name,
        ["url"] = frame.AddressOf("/topics/" + id),
    }.With("sameAs", Addresses(file?.SameAs));

    /// <summary>A page that lists things: corrections, due dates, hubs.</summary>
    /// <param name="frame">The site.</param>
    /// <param name="path">The page, root-relative.</param>
    /// <param name="name">Its heading.</param>
    /// <param name="items">What it lists, in its order: names and root-relative addresses.</param>
    public static JsonObject List(SiteFrame frame, string path, string name, IEnumerable<Crumb> items) => new()
    {
        ["@type"] = "CollectionPage",
        ["@id"] = frame.AddressOf(path) + "#page",
        ["url"] = frame.AddressOf(path),
        ["name"] = name,
        ["isPartOf"] = PageGraph.Reference(frame.BaseUrl + "/#website"),
        ["mainEntity"] = new JsonObject
        {
            ["@type"] = "ItemList",
            ["itemListElement"] = PageGraph.ArrayOf(items.Select((item, index) => (JsonNode)new JsonObject
            {
                ["@type"] = "ListItem",
                ["position"] = index + 1,
                ["name"] = item.Name,
                ["url"] = frame.AddressOf(item.Address),
            })),
        },
    };

    private static JsonArray Addresses(IReadOnlyList<string>? addresses) => PageGraph.ArrayOf((addresses ?? []).Select(static address => (JsonNode)address));
}
