using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using AlitaNews.Newsroom.Articles;
using AlitaNews.Store.Pages;
using AlitaNews.Web.Layout;
using Microsoft.AspNetCore.Html;

namespace AlitaNews.Web.StructuredData;

/// <summary>
/// The one JSON-LD graph of a page: who publishes, what site it is, where the page stands in it, and what the page itself adds. Its values are
/// those of <see cref="PageHead"/>, which the visible page is made of too.
/// </summary>
public static class PageGraph
{
    /// <summary>The logo of a site whose publisher gives none.</summary>
    public const string OwnLogo = "/brand/mark-512.png";

    // Escapes < > & and quotes, so that no text can end the script element; letters of all scripts stay.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    // What each policy of site.yaml is called in the vocabulary.
    private static readonly (string Policy, string Property)[] Policies =
    [
        ("corrections", "correctionsPolicy"), ("unnamed-sources", "unnamedSourcesPolicy"), ("verification", "verificationFactCheckingPolicy"),
        ("ethics", "ethicsPolicy"), ("ownership", "ownershipFundingInfo"), ("feedback", "actionableFeedbackPolicy"), ("masthead", "masthead"),
    ];

    /// <summary>The graph as the content of a script element.</summary>
    public static IHtmlContent Of(SiteFrame frame, PageHead head)
    {
        var graph = new JsonArray { Publisher(frame), WebSite(frame) };
        if (Breadcrumbs(frame, head) is { } trail)
            graph.Add(trail);
        foreach (var node in head.Nodes)
            graph.Add(node.DeepClone());
        return new HtmlString(new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = graph }.ToJsonString(Options));
    }

    /// <summary>A reference to the publisher's node, which every page has.</summary>
    public static JsonObject PublisherOf(SiteFrame frame) => Reference(frame.BaseUrl + "/#publisher");

    /// <summary>A reference to a node of this page or of another.</summary>
    public static JsonObject Reference(string id) => new() { ["@id"] = id };

    /// <summary>The id of a topic's node, on whatever page.</summary>
    public static string TopicId(SiteFrame frame, string topic) => frame.AddressOf("/topics/" + topic) + "#topic";

    /// <summary>A topic, as far as others name it.</summary>
    public static JsonObject Thing(SiteFrame frame, Tag topic) => new()
    {
        ["@type"] = "Thing",
        ["@id"] = TopicId(frame, topic.Id),
        ["name"] = topic.Name,
        ["url"] = frame.AddressOf("/topics/" + topic.Id),
    };

    /// <summary>Adds a property that has a value; one without is left out, as the vocabulary wants it.</summary>
    public static JsonObject With(this JsonObject node, string name, JsonNode? value)
    {
        if (value is not null and not JsonArray { Count: 0 })
            node[name] = value;
        return node;
    }

    /// <summary>A list as a JSON array.</summary>
    public static JsonArray ArrayOf(IEnumerable<JsonNode> items) => new([.. items]);

    private static JsonObject Publisher(SiteFrame frame)
    {
        var publisher = frame.Site.Publisher;
        var standing = frame.StandingPages.Select(static page => page.Id).ToHashSet(StringComparer.Ordinal);
        var node = new JsonObject
        {
            ["@type"] = "NewsMediaOrganization",
            ["@id"] = frame.BaseUrl + "/#publisher",
            ["name"] = publisher?.Name ?? frame.Site.Title,
            ["url"] = publisher?.Url ?? frame.BaseUrl + "/",
            ["logo"] = new JsonObject { ["@type"] = "ImageObject", ["url"] = frame.EscapedAddressOf(publisher?.Logo ?? OwnLogo) },
        };
        node.With("sameAs", ArrayOf((publisher?.SameAs ?? []).Select(static address => (JsonNode)address)));
        node.With("publishingPrinciples", FindPolicy(frame, standing, "ethics") ?? FindPolicy(frame, standing, "verification"));
        foreach (var (policy, property) in Policies)
            node.With(property, FindPolicy(frame, standing, policy));
        return node;
    }

    private static string? FindPolicy(SiteFrame frame, HashSet<string> standing, string policy) =>
        frame.Site.Policies.TryGetValue(policy, out var page) && standing.Contains(page) ? frame.AddressOf("/" + page) : null;

    private static JsonObject WebSite(SiteFrame frame) => new JsonObject
    {
        ["@type"] = "WebSite",
        ["@id"] = frame.BaseUrl + "/#website",
        ["url"] = frame.BaseUrl + "/",
        ["name"] = frame.Site.Title,
    }.With("description", frame.Site.Description)
        .With("inLanguage", frame.Site.Language)
        .With("publisher", PublisherOf(frame))
        .With("potentialAction", new JsonObject
        {
            ["@type"] = "SearchAction",
            ["target"] = new JsonObject { ["@type"] = "EntryPoint", ["urlTemplate"] = frame.BaseUrl + "/search?q={search_term_string}" },
            ["query-input"] = "required name=search_term_string",
        });

    private static JsonObject? Breadcrumbs(SiteFrame frame, PageHead head)
    {
        if ((head.Place ?? head.Canonical) is not { } own || !own.StartsWith('/'))
            return null;
        var crumbs = new List<Crumb> { new(frame.Site.Title, "/") };
        crumbs.AddRange(head.Trail);
        if (own != "/")
            crumbs.Add(new Crumb(head.ShortTitle ?? head.Title, own));
        return new JsonObject
        {
            ["@type"] = "BreadcrumbList",
            ["@id"] = frame.AddressOf(own) + "#breadcrumb",
            ["itemListElement"] = ArrayOf(crumbs.Select((crumb, index) => (JsonNode)new JsonObject
            {
                ["@type"] = "ListItem",
                ["position"] = index + 1,
                ["name"] = crumb.Name,
                ["item"] = frame.AddressOf(crumb.Address),
            })),
        };
    }
}
