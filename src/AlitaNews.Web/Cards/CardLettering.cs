using System.Globalization;
using System.Text;
using NetVips;

namespace AlitaNews.Web.Cards;

/// <summary>
/// Text as pictures, set by Pango: it wraps, shapes every script and runs either way. The fonts are our own files, so a machine without any looks
/// the same; what they lack (Chinese, Arabic …) comes from the machine's fonts, or as boxes.
/// </summary>
internal static class CardLettering
{
    private const int Dpi = 72;
    private const int LongestText = 300;
    private const int NoBreakSpace = 0xA0;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Cards", "Fonts");

    /// <summary>The paper's serif.</summary>
    public static Face Serif { get; } = new("Brygada 1918 SemiBold", Path.Combine(Folder, "Brygada1918-SemiBold.ttf"));

    /// <summary>Its sans.</summary>
    public static Face Sans { get; } = new("Public Sans Bold", Path.Combine(Folder, "PublicSans-Bold.ttf"));

    /// <summary>Sets a text in the largest of some sizes in which it fits a box; where it fits in none, in the smallest, cut.</summary>
    public static Image Fit(string text, Face face, string colour, int width, int height, params ReadOnlySpan<int> sizes)
    {
        var words = Clean(text);
        foreach (var size in sizes)
        {
            var set = Set(words, face, colour, size, width);
            if (set.Height <= height && set.Width <= width)
                return set;
            set.Dispose();
        }

        var smallest = sizes[^1];
        for (var length = words.Length * 3 / 4; length > 4; length = length * 3 / 4)
        {
            var set = Set(words[..Boundary(words, length)].TrimEnd() + "…", face, colour, smallest, width);
            if (set.Height <= height && set.Width <= width)
                return set;
            set.Dispose();
        }

        return Set("…", face, colour, smallest, width);
    }

    /// <summary>Sets one line of text at a size, as wide as it becomes.</summary>
    public static Image Line(string text, Face face, string colour, int size, int tracking = 0) => Set(Clean(text), face, colour, size, null, tracking);

    /// <summary>Whether a text runs from right to left, by its first letter of either direction.</summary>
    public static bool IsRightToLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF))
                return true;
            if (Rune.IsLetter(rune))
                return false;
        }

        return false;
    }

    /// <summary>A plane of one colour.</summary>
    public static Image Plane(string colour, int width, int height)
    {
        const double Opaque = 255;
        using var blank = Image.Black(width, height);
        using var ink = blank.NewFromImage([.. Channels(colour), Opaque]).Copy(interpretation: Enums.Interpretation.Srgb);
        return ink.CopyMemory();
    }

    private static Image Set(string text, Face face, string colour, int size, int? width, int tracking = 0)
    {
        const int PangoUnits = 1024;
        var markup = $"<span letter_spacing=\"{(tracking * PangoUnits).ToString(CultureInfo.InvariantCulture)}\">{Escape(text)}</span>";
        using var mask = Image.Text(
            markup, font: $"{face.Name} {size.ToString(CultureInfo.InvariantCulture)}", fontfile: face.File, width: width, dpi: Dpi,
            wrap: Enums.TextWrap.WordChar, align: IsRightToLeft(text) ? Enums.Align.High : Enums.Align.Low);
        using var ink = mask.NewFromImage(Channels(colour)).Copy(interpretation: Enums.Interpretation.Srgb);
        return ink.Bandjoin(mask).CopyMemory();
    }

    private static double[] Channels(string colour) =>
        [.. Enumerable.Range(0, 3).Select(band => (double)byte.Parse(colour.AsSpan(1 + (band * 2), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))];

    // Pango's markup is XML: it knows no control characters and no half of a pair.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || rune.Value is 0xFFFE or 0xFFFF || Rune.GetUnicodeCategory(rune) is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
                continue;
            clean.Append(Rune.IsControl(rune) || (Rune.IsWhiteSpace(rune) && rune.Value != NoBreakSpace) ? " " : rune.ToString());
            if (clean.Length >= LongestText)
                break;
        }

        var kept = clean.ToString().Trim();
        return kept.Length == 0 ? "…" : kept;
    }

    private static int Boundary(string text, int length) => char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>A typeface.</summary>
    /// <param name="Name">How Pango calls it.</param>
    /// <param name="File">The file it is in.</param>
    internal sealed record Face(string Name, string File);
}
