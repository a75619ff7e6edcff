using System.Text;
using AlitaNews.Newsroom.Pictures.Embedded;
using AlitaNews.Newsroom.Pictures.Headers;
using MetadataExtractor.Formats.Iptc;
using MetadataExtractor.IO;

namespace AlitaNews.Newsroom.Pictures;

/// <summary>
/// What a picture says about itself in IPTC, XMP or EXIF: the last resort of its caption, credit and licence. Where it was taken and by which
/// device is never read.
/// </summary>
public static class EmbeddedCaption
{
    private const int Description = 0x010E;
    private const int Artist = 0x013B;
    private const int CopyrightTag = 0x8298;

    // Characters that mean something in Markdown: a caption from a camera is plain text.
    private const string MarkdownMarks = "\\`*_[]<>&|~=!:^";

    /// <summary>Reads the metadata of a picture of any format; what is damaged or missing is left out.</summary>
    /// <param name="start">The beginning of the file, or all of it: WebP and AVIF tend to have their metadata at the end.</param>
    /// <returns>What is said; its caption is escaped, so that it is good inline Markdown. Null where nothing is said.</returns>
    public static PictureFacts? Read(byte[] start)
    {
        var blocks = MetadataBlocks.Of(start);
        var words = XmpWords.Read(blocks.Xmp).Or(ReadIptc(blocks.Iptc)).Or(ReadExif(blocks.Exif));
        var credit = words.Creator ?? words.CreditLine;
        var facts = new PictureFacts
        {
            Alt = words.Alt,
            Caption = words.Caption is { } caption ? EscapeMarkdown(caption) : null,
            Credit = credit,
            Agency = words.CreditLine != credit ? words.CreditLine : null,
            Copyright = words.Copyright,
            LicenseUrl = Web(words.License),
            AcquireUrl = Web(words.AcquireUrl),
            SourceType = SourceTypeOf(words.SourceType),
            Kind = KindOf(words.SourceType),
        };
        return facts == PictureFacts.None ? null : facts;
    }

    private static EmbeddedWords ReadIptc(ReadOnlySpan<byte> records)
    {
        if (records.IsEmpty)
            return new EmbeddedWords();
        try
        {
            var iptc = new IptcReader().Extract(new SequentialByteArrayReader(records.ToArray()), records.Length);
            string? Of(int tag) => EmbeddedWords.Clean(iptc.GetObject(tag) switch
            {
                string text => text,
                string[] texts => string.Join(", ", texts),
                MetadataExtractor.StringValue value => value.ToString(),
                MetadataExtractor.StringValue[] values => string.Join(", ", values.Select(static value => value.ToString())),
                _ => null,
            });
            return new EmbeddedWords
            {
                Caption = Of(IptcDirectory.TagCaption),
                Creator = Of(IptcDirectory.TagByLine),
                CreditLine = Of(IptcDirectory.TagCredit),
                Copyright = Of(IptcDirectory.TagCopyrightNotice),
            };
        }
        catch (Exception)
        {
            // The library is given hostile bytes; whatever it makes of them, a picture without caption is the answer.
            return new EmbeddedWords();
        }
    }

    private static EmbeddedWords ReadExif(ReadOnlySpan<byte> block)
    {
        var bytes = new HeaderBytes(block, block.Length);
        return new EmbeddedWords
        {
            Caption = Text(TiffDirectory.FindText(bytes, 0, Description)) is { } caption && !IsCameraDefault(caption) ? caption : null,
            Creator = Text(TiffDirectory.FindText(bytes, 0, Artist)),
            Copyright = Text(TiffDirectory.FindText(bytes, 0, CopyrightTag)),
        };

        static string? Text(ReadOnlySpan<byte> bytes)
        {
            const int Longest = 16_000;
            var end = bytes.IndexOf((byte)0);
            bytes = end < 0 ? bytes : bytes[..end];
            return EmbeddedWords.Clean(Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, Longest)]));
        }
    }

    // "OLYMPUS DIGITAL CAMERA", "SONY DSC": nobody wrote these.
    private static bool IsCameraDefault(string text) => text.Any(char.IsAsciiLetterUpper) && !text.Any(char.IsLower);

    private static string? Web(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? uri.AbsoluteUri : null;

    // The vocabulary's addresses end in the term: …/digitalsourcetype/trainedAlgorithmicMedia is TrainedAlgorithmicMediaDigitalSource at schema.org.
    private static string? SourceTypeOf(string? written) => TermOf(written) is { } term ? char.ToUpperInvariant(term[0]) + term[1..] + "DigitalSource" : null;

    private static PictureKind? KindOf(string? written) => TermOf(written) switch
    {
        "trainedAlgorithmicMedia" => PictureKind.AiGenerated,
        "compositeWithTrainedAlgorithmicMedia" => PictureKind.AiAssisted,
        _ => null,
    };

    private static string? TermOf(string? written)
    {
        const int Longest = 60;
        var term = written?[(written.LastIndexOf('/') + 1)..];
        return term is { Length: > 0 and <= Longest } && term.All(char.IsAsciiLetter) ? term : null;
    }

    private static string EscapeMarkdown(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (MarkdownMarks.Contains(c, StringComparison.Ordinal))
                escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
