using System.Globalization;
using System.Text;

namespace AlitaNews.Newsroom.Pictures.Headers;

/// <summary>SVG: text whose first element is <c>svg</c>; the size is that of its attributes, or the shape of its view box.</summary>
internal static class SvgHeader
{
    private const string Unknown = "it is of a format that is not supported (use JPEG, PNG, WebP, AVIF, GIF or SVG)";

    // The element stands after a declaration, a doctype and comments at most.
    private const int SearchedBytes = 64 * 1024;
    private const double DefaultWidth = 300;
    private const double DefaultHeight = 150;
    private const double LargestSide = 4096;

    public static HeaderReading Read(HeaderBytes bytes)
    {
        var text = Encoding.UTF8.GetString(bytes.Slice(0, SearchedBytes)).AsSpan().TrimStart('\uFEFF').TrimStart();
        if (FindTag(text) is not { } tag)
            return new(default, 0, 0, Problem: Unknown);
        if (bytes.IsWhole && bytes.Slice(0, bytes.Length).LastIndexOf("</"u8) < 0 && !tag.TrimEnd().EndsWith('/'))
            return HeaderReading.CutShort("SVG");

        var width = Length(Attribute(tag, "width"));
        var height = Length(Attribute(tag, "height"));
        var (boxWidth, boxHeight) = ViewBox(Attribute(tag, "viewBox"));
        if (width is null && height is null)
            (width, height) = boxWidth > 0 ? (boxWidth, boxHeight) : (DefaultWidth, DefaultHeight);
        else if (width is null)
            width = boxWidth > 0 ? height * boxWidth / boxHeight : DefaultWidth;
        else
            height ??= boxWidth > 0 ? width * boxHeight / boxWidth : DefaultHeight;

        // A drawing has no pixels of its own: only its shape counts, so an absurd size is made smaller instead of refused.
        var scale = Math.Min(1, LargestSide / Math.Max(width ?? 0, height ?? 0));
        return new(ImageFormat.Svg, Whole(width * scale), Whole(height * scale));
    }

    // What stands between "<svg" and its ">"; null where the text is no SVG.
    private static string? FindTag(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] != '<' || text.Contains('\0'))
            return null;
        while (true)
        {
            if (text.StartsWith("<svg", StringComparison.Ordinal) && text.Length > 4 && (char.IsWhiteSpace(text[4]) || text[4] is '>' or '/'))
            {
                var end = text.IndexOf('>');
                return end < 0 ? null : text[4..end].ToString();
            }

            var isComment = text.StartsWith("<!--", StringComparison.Ordinal);
            if (!isComment && !text.StartsWith("<?", StringComparison.Ordinal) && !text.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
                return null;
            // A doctype may hold declarations of its own: they end at "]".
            var close = text.IndexOf('>');
            if (isComment)
                close = text.IndexOf("-->", StringComparison.Ordinal) is >= 0 and var dashes ? dashes + 2 : -1;
            else if (close > 0 && text[1] == '!' && text[..close].Contains('['))
                close = text.IndexOf("]>", StringComparison.Ordinal) + 1;
            if (close <= 0)
                return null;
            text = text[(close + 1)..].TrimStart();
        }
    }

    private static string? Attribute(string tag, string name)
    {
        for (var from = 0; tag.IndexOf(name, from, StringComparison.Ordinal) is >= 0 and var at; from = at + 1)
        {
            if (at == 0 || !char.IsWhiteSpace(tag[at - 1]))
                continue;
            var rest = tag.AsSpan(at + name.Length).TrimStart();
            if (rest.Length < 2 || rest[0] != '=')
                continue;
            rest = rest[1..].TrimStart();
            if (rest.Length < 2 || rest[0] is not ('"' or '\''))
                continue;
            var end = rest[1..].IndexOf(rest[0]);
            return end < 0 ? null : rest.Slice(1, end).ToString();
        }

        return null;
    }

    private static double? Length(string? written)
    {
        if (written is null)
            return null;
        var digits = written.AsSpan().Trim();
        var unit = digits.TrimStart("0123456789.+-");
        double factor = unit.Trim() switch
        {
            "" or "px" => 1,
            "pt" => 96.0 / 72,
            "pc" => 16,
            "mm" => 96 / 25.4,
            "cm" => 96 / 2.54,
            "in" => 96,
            "em" or "rem" => 16,
            _ => 0, // percent and the rest depend on the page
        };
        return factor > 0 && double.TryParse(digits[..^unit.Length], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value > 0 ? value * factor : null;
    }

    private static (double Width, double Height) ViewBox(string? written)
    {
        var parts = (written ?? "").Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 4
            && double.TryParse(parts[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var width)
            && double.TryParse(parts[3], NumberStyles.Float, CultureInfo.InvariantCulture, out var height)
            && width > 0 && height > 0 && double.IsFinite(width) && double.IsFinite(height)
            ? (width, height)
            : (0, 0);
    }

    private static long Whole(double? side) => side is { } value && double.IsFinite(value) ? (long)Math.Clamp(Math.Round(value), 1, LargestSide) : 0;
}
