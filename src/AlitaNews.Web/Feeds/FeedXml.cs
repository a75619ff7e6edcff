using System.Globalization;
using System.Text;
using System.Xml;
using AlitaNews.Newsroom.Pictures;
using AlitaNews.Store.Pages;
using AlitaNews.Store.Pictures;
using AlitaNews.Web.Layout;
using AlitaNews.Web.Pictures;

namespace AlitaNews.Web.Feeds;

/// <summary>Writes a feed as RSS 2.0 or Atom 1.0 (RFC 4287).</summary>
public static class FeedXml
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string Creator = "http://purl.org/dc/elements/1.1/";
    private const string Media = "http://search.yahoo.com/mrss/";
    private const string Tombstones = "http://purl.org/atompub/tombstones/1.0";

    /// <summary>The feed as RSS 2.0.</summary>
    public static byte[] Rss(SiteFrame frame, Feed feed, string query) => Write(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, Atom);
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteAttributeString("xmlns", "dc", null, Creator);
        xml.WriteAttributeString("xmlns", "media", null, Media);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", Text(feed.Title));
        xml.WriteElementString("link", frame.AddressOf(feed.Home));
        xml.WriteElementString("description", Text(feed.Description ?? feed.Title));
        xml.WriteElementString("language", frame.Site.Language);
        xml.WriteElementString("lastBuildDate", Rfc822(feed.Updated));
        WriteLink(xml, "atom", "self", frame.AddressOf(feed.PathOf("xml", query)), "application/rss+xml");
        foreach (var item in feed.Items)
        {
            xml.WriteStartElement("item");
            xml.WriteElementString("title", Text(item.Title));
            xml.WriteElementString("link", item.Address);
            xml.WriteStartElement("guid");
            xml.WriteAttributeString("isPermaLink", "false");
            xml.WriteString(item.Guid);
            xml.WriteEndElement();
            xml.WriteElementString("pubDate", Rfc822(item.Published));
            xml.WriteElementString("updated", Atom, Instants.Machine(item.Updated));
            foreach (var author in item.Authors)
                xml.WriteElementString("creator", Creator, Text(author));
            foreach (var category in item.Categories)
                xml.WriteElementString("category", Text(category));
            xml.WriteElementString("description", Text(item.Summary ?? item.Title));
            if (!feed.Summaries)
                xml.WriteElementString("encoded", Content, Text(item.Html));
            if (item.Picture is { } picture)
                WritePicture(xml, frame, picture);
            xml.WriteEndElement();
        }
    });

    /// <summary>The feed as Atom 1.0.</summary>
    public static byte[] AtomFeed(SiteFrame frame, Feed feed, string query) => Write(xml =>
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xmlns", "at", null, Tombstones);
        xml.WriteAttributeString("xmlns", "media", null, Media);
        xml.WriteAttributeString("xml", "lang", null, frame.Site.Language);
        xml.WriteElementString("id", Atom, TagUri.Of(frame, DateTimeOffset.UnixEpoch, "feed" + feed.PathOf("atom", query)));
        xml.WriteElementString("title", Atom, Text(feed.Title));
        if (feed.Description is { } description)
            xml.WriteElementString("subtitle", Atom, Text(description));
        xml.WriteElementString("updated", Atom, Instants.Machine(feed.Updated));
        WriteAuthor(xml, frame.Site.Publisher?.Name ?? frame.Site.Title);
        WriteLink(xml, null, "self", frame.AddressOf(feed.PathOf("atom", query)), "application/atom+xml");
        WriteLink(xml, null, "alternate", frame.AddressOf(feed.Home), "text/html");
        foreach (var item in feed.Items)
            WriteEntry(xml, frame, feed, item);
        foreach (var pulled in feed.Pulled)
        {
            xml.WriteStartElement("deleted-entry", Tombstones);
            xml.WriteAttributeString("ref", pulled.Guid);
            xml.WriteAttributeString("when", Instants.Machine(pulled.At));
            xml.WriteEndElement();
        }
    });

    private static void WriteEntry(XmlWriter xml, SiteFrame frame, Feed feed, FeedItem item)
    {
        xml.WriteStartElement("entry", Atom);
        if (item.Language is { } language)
            xml.WriteAttributeString("xml", "lang", null, language);
        xml.WriteElementString("id", Atom, item.Guid);
        xml.WriteElementString("title", Atom, Text(item.Title));
        xml.WriteElementString("updated", Atom, Instants.Machine(item.Updated));
        xml.WriteElementString("published", Atom, Instants.Machine(item.Published));
        WriteLink(xml, null, "alternate", item.Address, "text/html");
        foreach (var author in item.Authors)
            WriteAuthor(xml, author);
        foreach (var category in item.Categories)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", Text(category));
            xml.WriteEndElement();
        }

        // An entry without content must have a summary.
        if (item.Summary is not null || feed.Summaries)
            xml.WriteElementString("summary", Atom, Text(item.Summary ?? item.Title));
        if (!feed.Summaries)
        {
            xml.WriteStartElement("content", Atom);
            xml.WriteAttributeString("type", "html");
            xml.WriteString(Text(item.Html));
            xml.WriteEndElement();
        }

        if (item.Picture is { } picture)
            WritePicture(xml, frame, picture);
        xml.WriteEndElement();
    }

    private static void WriteAuthor(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, Text(name));
        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, string? prefix, string relation, string address, string type)
    {
        xml.WriteStartElement(prefix, "link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void WritePicture(XmlWriter xml, SiteFrame frame, ShownPicture picture)
    {
        var address = PictureSources.Of(picture.Url, picture.Hash, picture.Width)?.Largest ?? picture.Url!;
        xml.WriteStartElement("content", Media);
        xml.WriteAttributeString("url", frame.EscapedAddressOf(address));
        xml.WriteAttributeString("medium", "image");
        if (picture.CaptionHtml is { } caption)
            WriteMedia(xml, "description", caption);
        if (picture.Alt.Length > 0)
            WriteMedia(xml, "title", picture.Alt);
        if (picture.Credit is { } credit)
            WriteMedia(xml, "credit", PictureKindWords.Find(picture.Kind)?.Badge() is { } badge ? $"{credit} ({badge})" : credit);
        xml.WriteEndElement();
    }

    private static void WriteMedia(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Media, Text(text));

    private static byte[] Write(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = false }))
        {
            xml.WriteStartDocument();
            write(xml);
            xml.WriteEndDocument();
        }

        return bytes.ToArray();
    }

    private static string Rfc822(DateTimeOffset at) => at.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);

    // XML has no way to write most control characters, and no half characters.
    private static string Text(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                clean.Append(text[i]);
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                clean.Append(text, i++, 2);
        }

        return clean.ToString();
    }
}
