using System.Text;

namespace AlitaNews.Newsroom.Text;

/// <summary>
/// One text file of the content folder, as the compiler sees it: no byte-order mark, every line ended by LF. Immutable and safe to share.
/// </summary>
public sealed class SourceFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private LineMap? _lines;

    private SourceFile(string path, string text)
    {
        Path = path;
        Text = text;
    }

    /// <summary>The path below the content folder, with <c>/</c> between its parts.</summary>
    public string Path { get; }

    /// <summary>The text, without byte-order mark, lines ended by LF.</summary>
    public string Text { get; }

    /// <summary>The lines of <see cref="Text"/>.</summary>
    public LineMap Lines => _lines ??= new LineMap(Text);

    /// <summary>A file from a text in memory.</summary>
    public static SourceFile FromText(string path, string text) =>
        new(path, Normalise(text.StartsWith('\uFEFF') ? text[1..] : text));

    /// <summary>Decodes UTF-8 strictly.</summary>
    /// <returns>The file, or null and the offset of the first byte that is not UTF-8.</returns>
    public static SourceFile? TryDecode(string path, ReadOnlySpan<byte> bytes, out int badByte)
    {
        badByte = -1;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            bytes = bytes[3..];
        try
        {
            return new SourceFile(path, Normalise(StrictUtf8.GetString(bytes)));
        }
        catch (DecoderFallbackException e)
        {
            badByte = e.Index;
            return null;
        }
    }

    private static string Normalise(string text) =>
        text.Contains('\r', StringComparison.Ordinal)
            ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : text;
}
