using System.Xml.Linq;
using AlitaNews.Site.Tests.StructuredData;

namespace AlitaNews.Site.Tests.Crawling;

/// <summary>Reads sitemaps and their index as a crawler does.</summary>
internal static class Sitemap
{
    private static readonly XNamespace Ns = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Image = "http://www.google.com/schemas/sitemap-image/1.1";

    /// <summary>The entries of a file: root-relative address, date or null, and pictures.</summary>
    public static IReadOnlyList<(string Path, string? Changed, IReadOnlyList<string> Pictures)> Read(string xml) =>
    [
        .. XDocument.Parse(xml).Root!.Elements().Select(static entry => (
            PathOf(entry.Element(Ns + "loc")!.Value),
            entry.Element(Ns + "lastmod")?.Value,
            (IReadOnlyList<string>)[.. entry.Elements(Image + "image").Select(static image => PathOf(image.Element(Image + "loc")!.Value))])),
    ];

    private static string PathOf(string address)
    {
        Assert.StartsWith(FoundingStory.Origin + "/", address, StringComparison.Ordinal);
        return address[FoundingStory.Origin.Length..];
    }
}
