using System.Globalization;

namespace AlitaNews.Newsroom.Text;

/// <summary>
/// Lays a value of front matter beside the characters it was written in, so that something within it can be named where an editor sees it:
/// quotes, escapes, indentation and folded lines are in the file only.
/// </summary>
internal static class ValuePlaces
{
    /// <summary>Where the value and its writing go on side by side again: from this character of the value, at that one of the writing.</summary>
    /// <param name="Value">An offset in the value.</param>
    /// <param name="Written">Its offset in the writing.</param>
    internal readonly record struct Stretch(int Value, int Written);

    /// <summary>The stretches of a value in their order; none where the two cannot be laid side by side.</summary>
    /// <param name="written">The value with its quotes, or from the sign of a block on.</param>
    /// <param name="value">The value as it was understood, perhaps trimmed.</param>
    public static IReadOnlyList<Stretch> List(ReadOnlySpan<char> written, string value)
    {
        var stretches = new List<Stretch>();
        var escapes = written is ['"', ..];
        var doubles = written is ['\'', ..] and not ['\'', '\'', '\'', ..];
        var at = Begin(written);
        var done = 0;
        while (done < value.Length)
        {
            if (at >= written.Length)
                return [];
            if (escapes && written[at] == '\\')
            {
                var escape = ReadEscape(written[at..], out var length);
                if (value.AsSpan(done).StartsWith(escape))
                {
                    Note(stretches, done, at);
                    done += escape.Length;
                }

                at += length;
                continue;
            }

            var (ofValue, ofWriting) = Match(value.AsSpan(done), written[at..], doubles);
            if (ofValue > 0)
                Note(stretches, done, at);
            done += ofValue;
            at += ofWriting;
        }

        return stretches;
    }

    // Blanks and line breaks are folded: a run of them is a run of them.
    private static (int OfValue, int OfWriting) Match(ReadOnlySpan<char> value, ReadOnlySpan<char> written, bool doubles)
    {
        if (char.IsWhiteSpace(value[0]) && char.IsWhiteSpace(written[0]))
            return (Blanks(value), Blanks(written));
        if (value[0] != written[0])
            return (0, 1);
        return (1, doubles && written is ['\'', '\'', ..] ? 2 : 1);
    }

    private static void Note(List<Stretch> stretches, int value, int written)
    {
        if (stretches.Count == 0 || stretches[^1] is var last && written - value != last.Written - last.Value)
            stretches.Add(new Stretch(value, written));
    }

    // The line of a block's sign holds nothing of it.
    private static int Begin(ReadOnlySpan<char> written)
    {
        if (written is ['|' or '>', ..])
            return written.IndexOf('\n') is > 0 and var end ? end + 1 : written.Length;
        if (written is ['"', '"', '"', ..] or ['\'', '\'', '\'', ..])
            return 3;
        return written is ['"' or '\'', ..] ? 1 : 0;
    }

    private static int Blanks(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsWhiteSpace(text[length]))
            length++;
        return length;
    }

    private static string ReadEscape(ReadOnlySpan<char> text, out int length)
    {
        length = Math.Min(2, text.Length);
        if (text.Length < 2)
            return "";
        var digits = text[1] switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits == 0)
        {
            // A line that goes on in the next.
            if (char.IsWhiteSpace(text[1]) && text[1] != ' ')
                length = 1 + Blanks(text[1..]);
            return text[1] switch { 'n' => "\n", 't' => "\t", 'r' => "\r", 'b' => "\b", 'f' => "\f", '\n' => "", var itself => itself.ToString() };
        }

        length = Math.Min(2 + digits, text.Length);
        if (!int.TryParse(text[2..length], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            return "";
        return code <= char.MaxValue ? ((char)code).ToString() : code <= 0x10FFFF ? char.ConvertFromUtf32(code) : "";
    }
}
