using System.Globalization;
using System.Text.Json.Nodes;

namespace AlitaNews.Site.Tests.Crawling;

/// <summary>What search engines document as required or recommended for each type of node that this site uses.</summary>
internal static class VocabularyRules
{
    private static readonly string[] Article = ["headline", "datePublished", "dateModified", "author", "image", "publisher", "mainEntityOfPage", "description", "inLanguage", "isAccessibleForFree"];

    private static readonly Dictionary<string, string[]> Wanted = new(StringComparer.Ordinal)
    {
        ["NewsMediaOrganization"] = ["name", "url", "logo", "correctionsPolicy", "unnamedSourcesPolicy", "verificationFactCheckingPolicy", "publishingPrinciples"],
        ["WebSite"] = ["name", "url", "publisher", "potentialAction", "inLanguage"],
        ["BreadcrumbList"] = ["itemListElement"],
        ["NewsArticle"] = Article,
        ["OpinionNewsArticle"] = Article,
        ["Claim"] = ["url", "text", "datePublished", "appearance", "firstAppearance"],
        ["ClaimReview"] = ["url", "claimReviewed", "reviewRating", "author", "datePublished", "itemReviewed"],
        ["ImageObject"] = ["contentUrl", "creditText", "creator", "license", "acquireLicensePage", "width", "height", "caption"],
        ["ProfilePage"] = ["mainEntity", "url"],
        ["CollectionPage"] = ["name", "url", "mainEntity", "isPartOf"],
        ["Movie"] = ["name", "url", "sameAs"],
        ["Thing"] = ["name", "url"],
        ["Organization"] = ["name", "url"],
        ["Person"] = ["name", "url"],
    };

    // A picture's licence page is asked for where a licence is stated; of this paper's pictures all are credited and licensed.
    private static readonly string[] Unstated = ["acquireLicensePage"];

    /// <summary>Checks a node and those inside it.</summary>
    /// <param name="path">The page.</param>
    /// <param name="node">The node.</param>
    /// <param name="visible">The text of the page.</param>
    public static void Check(string path, JsonObject node, string visible)
    {
        var type = (string?)node["@type"];
        Assert.True(type is not null && Wanted.ContainsKey(type), $"{path}: {type}");
        foreach (var property in Wanted[type!].Except(Unstated))
            Assert.True(node.ContainsKey(property), $"{path}: {type} without {property}");
        foreach (var (name, value) in node)
            CheckValue(path, type!, name, value);
        if ((string?)node["headline"] is { } headline)
        {
            Assert.InRange(headline.Length, 1, 110);
            Assert.All(headline.Split(": ", 2), part => Assert.Contains(part.Split(' ')[0], visible, StringComparison.Ordinal));
        }

        if (type == "ClaimReview")
        {
            Assert.StartsWith("/claims/", path, StringComparison.Ordinal);
            Assert.InRange(((string)node["claimReviewed"]!).Length, 1, 75);
            foreach (var property in new[] { "ratingValue", "bestRating", "worstRating", "alternateName" })
                Assert.True(node["reviewRating"]!.AsObject().ContainsKey(property), $"{path}: {property}");
        }

        foreach (var list in new[] { node["itemListElement"], node["mainEntity"]?["itemListElement"] }.OfType<JsonArray>())
            Assert.Equal(Enumerable.Range(1, list.Count), list.Select(static item => (int)item!["position"]!));
    }

    private static void CheckValue(string path, string type, string name, JsonNode? value)
    {
        var where = $"{path}: {type}.{name}";
        Assert.NotNull(value);
        Assert.False(value is JsonArray { Count: 0 }, where);
        if (name.StartsWith("date", StringComparison.Ordinal) || name == "expires")
            Assert.True(DateTimeOffset.TryParseExact((string?)value, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _), where);
        if (name is "url" or "contentUrl" or "@id" or "license" or "item")
            Assert.True(Uri.IsWellFormedUriString((string?)value, UriKind.Absolute), $"{where}: {value}");
        if (name == "image")
            Assert.All(value!.AsArray(), image => Assert.True(Uri.IsWellFormedUriString((string?)image, UriKind.Absolute), where));
        if (value is JsonValue text && text.TryGetValue<string>(out var words))
            Assert.False(string.IsNullOrWhiteSpace(words) || words.Contains('<', StringComparison.Ordinal) && name != "headline" && name != "alternativeHeadline", $"{where}: {words}");
    }
}
