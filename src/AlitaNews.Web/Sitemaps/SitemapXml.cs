using System.Text;
using System.Xml;
using AlitaNews.Store.Articles;
using AlitaNews.Store.Pages;
using AlitaNews.Store.Sitemaps;
using AlitaNews.Web.Layout;

namespace AlitaNews.Web.Sitemaps;

/// <summary>Writes sitemaps (sitemaps.org 0.9, with the news and image extensions).</summary>
public static class SitemapXml
{
    /// <summary>The namespace of sitemaps.</summary>
    internal const string Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string News = "http://www.google.com/schemas/sitemap-news/0.9";

    /// <summary>The index: every part, cut into files.</summary>
    public static async Task WriteIndexAsync(Stream to, SiteFrame frame, IEnumerable<SitemapPart> parts)
    {
        await using var xml = Create(to);
        await OpenAsync(xml, "sitemapindex");
        foreach (var part in parts)
        {
            for (var number = 1; (number - 1) * SitemapQueries.EntriesAPart < part.Count; number++)
            {
                await xml.WriteStartElementAsync(null, "sitemap", Sitemap);
                await WriteAsync(xml, "loc", frame.AddressOf($"/sitemaps/{part.Name}{(number == 1 ? "" : $"-{number}")}.xml"));
                if (part.Updated is { } updated)
                    await WriteAsync(xml, "lastmod", Instants.Machine(updated));
                await xml.WriteEndElementAsync();
            }
        }

        await xml.WriteEndElementAsync();
    }

    /// <summary>The news of the last two days.</summary>
    public static async Task WriteNewsAsync(Stream to, SiteFrame frame, IReadOnlyList<ArticleCard> news)
    {
        await using var xml = Create(to);
        await OpenAsync(xml, "urlset");
        await xml.WriteAttributeStringAsync("xmlns", "news", null, News);
        foreach (var card in news)
        {
            await xml.WriteStartElementAsync(null, "url", Sitemap);
            await WriteAsync(xml, "loc", frame.AddressOf("/news/" + card.Slug));
            await xml.WriteStartElementAsync("news", "news", News);
            await xml.WriteStartElementAsync("news", "publication", News);
            await xml.WriteElementStringAsync("news", "name", News, frame.Site.Title);
            await xml.WriteElementStringAsync("news", "language", News, LanguageOf(card.Language ?? frame.Site.Language));
            await xml.WriteEndElementAsync();
            await xml.WriteElementStringAsync("news", "publication_date", News, Instants.Machine(card.Published));
            await xml.WriteElementStringAsync("news", "title", News, card.Label is { } label ? $"{label}: {card.Title}" : card.Title);
            await xml.WriteEndElementAsync();
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
    }

    // The extension knows languages without regions, apart from the two ways of writing Chinese.
    private static string LanguageOf(string tag) => tag.ToLowerInvariant() is "zh-cn" or "zh-tw" ? tag.ToLowerInvariant() : tag.Split('-')[0].ToLowerInvariant();

    /// <summary>A writer of one file.</summary>
    internal static XmlWriter Create(Stream to) => XmlWriter.Create(to, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Async = true });

    /// <summary>Opens the root.</summary>
    internal static async Task OpenAsync(XmlWriter xml, string root)
    {
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, root, Sitemap);
    }

    /// <summary>Writes an element of text.</summary>
    internal static Task WriteAsync(XmlWriter xml, string name, string text) => xml.WriteElementStringAsync(null, name, Sitemap, text);
}
