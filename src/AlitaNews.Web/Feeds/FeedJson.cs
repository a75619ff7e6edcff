using System.Text.Encodings.Web;
using System.Text.Json;
using AlitaNews.Store.Pages;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pictures;

namespace AlitaNews.Web.Feeds;

/// <summary>Writes a feed as JSON Feed 1.1.</summary>
public static class FeedJson
{
    /// <summary>The feed.</summary>
    public static byte[] Of(SiteFrame frame, Feed feed, string query)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", feed.Title);
            json.WriteString("home_page_url", frame.AddressOf(feed.Home));
            json.WriteString("feed_url", frame.AddressOf(feed.PathOf("json", query)));
            if (feed.Description is { } description)
                json.WriteString("description", description);
            json.WriteString("language", frame.Site.Language);
            WriteAuthors(json, [frame.Site.Publisher?.Name ?? frame.Site.Title]);
            json.WriteStartArray("items");
            foreach (var item in feed.Items)
                WriteItem(json, frame, feed, item);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void WriteItem(Utf8JsonWriter json, SiteFrame frame, Feed feed, FeedItem item)
    {
        json.WriteStartObject();
        json.WriteString("id", item.Guid);
        json.WriteString("url", item.Address);
        json.WriteString("title", item.Title);
        if (feed.Summaries)
            json.WriteString("content_text", item.Summary ?? item.Title);
        else
            json.WriteString("content_html", item.Html);
        if (item.Summary is { } summary)
            json.WriteString("summary", summary);
        if (item.Picture is { } picture)
            json.WriteString("image", frame.EscapedAddressOf(PictureSources.Of(picture.Url, picture.Hash, picture.Width)?.Largest ?? picture.Url!));
        json.WriteString("date_published", Instants.Machine(item.Published));
        json.WriteString("date_modified", Instants.Machine(item.Updated));
        if (item.Authors.Count > 0)
            WriteAuthors(json, item.Authors);
        if (item.Categories.Count > 0)
        {
            json.WriteStartArray("tags");
            foreach (var category in item.Categories)
                json.WriteStringValue(category);
            json.WriteEndArray();
        }

        if (item.Language is { } language)
            json.WriteString("language", language);
        json.WriteEndObject();
    }

    private static void WriteAuthors(Utf8JsonWriter json, IReadOnlyList<string> names)
    {
        json.WriteStartArray("authors");
        foreach (var name in names)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
