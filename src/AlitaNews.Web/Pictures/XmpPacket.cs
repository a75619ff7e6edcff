using System.Text;
using System.Xml;
using AlitaNews.Newsroom.Pictures;

namespace AlitaNews.Web.Pictures;

/// <summary>
/// What stays with a rendition wherever it is copied: caption, credit, copyright and licence, as XMP with the IPTC properties. Everything else
/// a camera wrote (places, serial numbers, thumbnails) is gone.
/// </summary>
public static class XmpPacket
{
    private const string Meta = "adobe:ns:meta/";
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private const string Dc = "http://purl.org/dc/elements/1.1/";
    private const string Photoshop = "http://ns.adobe.com/photoshop/1.0/";
    private const string Rights = "http://ns.adobe.com/xap/1.0/rights/";
    private const string IptcExtension = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
    private const string IptcCore = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
    private const string SourceTypes = "http://cv.iptc.org/newscodes/digitalsourcetype/";
    private const string SourceTypeEnd = "DigitalSource";

    /// <summary>Writes a packet.</summary>
    /// <returns>The packet, or null where there is nothing to say.</returns>
    public static byte[]? Write(PictureFacts facts)
    {
        if ((facts.Caption ?? facts.Alt ?? facts.Credit ?? facts.Agency ?? facts.Copyright ?? facts.LicenseUrl ?? facts.License ?? SourceTypeOf(facts)) is null)
            return null;
        var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { OmitXmlDeclaration = true, Encoding = new UTF8Encoding(false), CheckCharacters = false }))
        {
            xml.WriteStartElement("x", "xmpmeta", Meta);
            xml.WriteStartElement("rdf", "RDF", Rdf);
            xml.WriteStartElement("rdf", "Description", Rdf);
            xml.WriteAttributeString("rdf", "about", Rdf, "");
            WriteList(xml, "description", "Alt", facts.Caption is { } caption ? Unescape(caption) : null);
            WriteList(xml, "creator", "Seq", facts.Credit);
            WriteList(xml, "rights", "Alt", facts.Copyright);
            WriteText(xml, "photoshop", "Credit", Photoshop, facts.Agency ?? facts.Credit);
            WriteText(xml, "xmpRights", "WebStatement", Rights, facts.LicenseUrl ?? Web(facts.License));
            WriteText(xml, "xmpRights", "UsageTerms", Rights, Web(facts.License) is null ? facts.License : null);
            WriteText(xml, "Iptc4xmpCore", "AltTextAccessibility", IptcCore, facts.Alt);
            WriteText(xml, "Iptc4xmpExt", "DigitalSourceType", IptcExtension, SourceTypeOf(facts));
            xml.WriteEndDocument();
        }

        return bytes.ToArray();
    }

    private static void WriteList(XmlWriter xml, string name, string list, string? text)
    {
        if (Legal(text) is not { } legal)
            return;
        xml.WriteStartElement("dc", name, Dc);
        xml.WriteStartElement("rdf", list, Rdf);
        xml.WriteStartElement("rdf", "li", Rdf);
        if (list == "Alt")
            xml.WriteAttributeString("xml", "lang", null, "x-default");
        xml.WriteString(legal);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteText(XmlWriter xml, string prefix, string name, string space, string? text)
    {
        if (Legal(text) is { } legal)
            xml.WriteElementString(prefix, name, space, legal);
    }

    private static string? SourceTypeOf(PictureFacts facts)
    {
        var term = facts.SourceType ?? facts.Kind?.DefaultSourceType();
        if (term?.EndsWith(SourceTypeEnd, StringComparison.Ordinal) == true)
            term = term[..^SourceTypeEnd.Length];
        return term is { Length: > 0 } && term.All(char.IsAsciiLetter) ? SourceTypes + char.ToLowerInvariant(term[0]) + term[1..] : null;
    }

    private static string? Web(string? license) => license?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true ? license : null;

    // Captions are inline Markdown; a rendition carries their words.
    private static string Unescape(string markdown)
    {
        var words = new StringBuilder(markdown.Length);
        for (var i = 0; i < markdown.Length; i++)
        {
            if (markdown[i] == '\\' && i + 1 < markdown.Length && char.IsAscii(markdown[i + 1]) && char.IsPunctuation(markdown[i + 1]))
                words.Append(markdown[++i]);
            else if (markdown[i] is not ('*' or '_' or '`'))
                words.Append(markdown[i]);
        }

        return words.ToString();
    }

    private static string? Legal(string? text) => string.IsNullOrWhiteSpace(text) ? null : string.Concat(text.EnumerateRunes().Where(static rune => rune.Value >= ' ' && rune.Value is not (0xFFFE or 0xFFFF)));
}
