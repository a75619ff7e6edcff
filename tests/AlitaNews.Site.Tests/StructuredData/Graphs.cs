using System.Text.Json.Nodes;
using AngleSharp.Dom;

namespace AlitaNews.Site.Tests.StructuredData;

/// <summary>Reads what a page says to machines.</summary>
internal static class Graphs
{
    /// <summary>The nodes of a page's one graph.</summary>
    public static IReadOnlyList<JsonObject> ListNodes(this IDocument page)
    {
        var script = Assert.Single(page.QuerySelectorAll("script[type='application/ld+json']"));
        var graph = JsonNode.Parse(script.TextContent)!.AsObject();
        Assert.Equal("https://schema.org", (string?)graph["@context"]);
        return [.. graph["@graph"]!.AsArray().Select(static node => node!.AsObject())];
    }

    /// <summary>The one node of a type.</summary>
    public static JsonObject NodeOf(this IDocument page, string type) => Assert.Single(page.ListNodes(), node => (string?)node["@type"] == type);

    /// <summary>The content of a meta tag, by name or property; null where there is none.</summary>
    public static string? Meta(this IDocument page, string name) =>
        page.QuerySelector($"meta[name='{name}'], meta[property='{name}']")?.GetAttribute("content");

    /// <summary>The canonical address.</summary>
    public static string? Canonical(this IDocument page) => page.QuerySelector("link[rel=canonical]")?.GetAttribute("href");
}
