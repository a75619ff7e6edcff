using System.Xml;

namespace AlitaNews.Newsroom.Pictures.Embedded;

/// <summary>
/// Reads the few XMP properties that are shown, in one pass without recursion: a packet is somebody else's XML, and a tree of it could be
/// nested to bring a parser down.
/// </summary>
internal static class XmpWords
{
    private const string Dc = "http://purl.org/dc/elements/1.1/";
    private const string Photoshop = "http://ns.adobe.com/photoshop/1.0/";
    private const string IptcCore = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
    private const string IptcExtension = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
    private const string Rights = "http://ns.adobe.com/xap/1.0/rights/";
    private const string CreativeCommons = "http://creativecommons.org/ns#";
    private const string Plus = "http://ns.useplus.org/ldf/xmp/1.0/";
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private const int MostNodes = 20_000;
    private const int LargestPacket = 512 * 1024;

    private static readonly HashSet<string> Wanted =
    [
        Dc + "description", Dc + "creator", Dc + "rights", Photoshop + "Credit", IptcCore + "AltTextAccessibility",
        IptcExtension + "DigitalSourceType", Rights + "WebStatement", CreativeCommons + "license", Plus + "LicensorURL",
    ];

    public static EmbeddedWords Read(ReadOnlySpan<byte> packet)
    {
        if (packet.IsEmpty || packet.Length > LargestPacket)
            return new EmbeddedWords();
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
            using var reader = XmlReader.Create(new MemoryStream(packet.TrimEnd([(byte)0, (byte)' ', (byte)'\n', (byte)'\r']).ToArray()), settings);
            Collect(reader, found);
        }
        catch (XmlException)
        {
            // What stood before the fault still counts.
        }

        string? Of(params string[] names) => EmbeddedWords.Clean(names.Select(found.GetValueOrDefault).FirstOrDefault(static text => text is not null));
        return new EmbeddedWords
        {
            Caption = Of(Dc + "description"),
            Alt = Of(IptcCore + "AltTextAccessibility"),
            Creator = Of(Dc + "creator"),
            CreditLine = Of(Photoshop + "Credit"),
            Copyright = Of(Dc + "rights"),
            License = Of(CreativeCommons + "license", Rights + "WebStatement"),
            AcquireUrl = Of(Plus + "LicensorURL"),
            SourceType = Of(IptcExtension + "DigitalSourceType"),
        };
    }

    // A property is an attribute of rdf:Description, or an element around text, or one around a list of which several creators are joined
    // and the first of several languages counts.
    private static void Collect(XmlReader reader, Dictionary<string, string> found)
    {
        string? property = null;
        var depth = 0;
        for (var i = 0; i < MostNodes && reader.Read(); i++)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var name = reader.NamespaceURI + reader.LocalName;
                    if (property is null && !reader.IsEmptyElement && Wanted.Contains(name))
                        (property, depth) = (name, reader.Depth);
                    var resource = property is null && Wanted.Contains(name) ? reader.GetAttribute("resource", Rdf) : null;
                    if (resource is not null)
                        found.TryAdd(name, resource);
                    ReadAttributes(reader, found);
                    break;
                case XmlNodeType.EndElement when property is not null && reader.Depth == depth:
                    property = null;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when property is not null && !string.IsNullOrWhiteSpace(reader.Value):
                    if (!found.TryAdd(property, reader.Value) && property == Dc + "creator" && found[property].Length < 1_000)
                        found[property] += ", " + reader.Value;
                    break;
            }
        }
    }

    private static void ReadAttributes(XmlReader reader, Dictionary<string, string> found)
    {
        while (reader.MoveToNextAttribute())
        {
            var name = reader.NamespaceURI + reader.LocalName;
            if (Wanted.Contains(name))
                found.TryAdd(name, reader.Value);
        }

        reader.MoveToElement();
    }
}
