namespace AlitaNews.Newsroom.Diagnostics;

/// <summary>What files hold must not steer the terminal or the log that prints it: neither colours and cursor, nor the order of its characters, nor the end of the line.</summary>
internal static class PrintableText
{
    /// <summary>The text on one line, with a blank for every character that steers.</summary>
    public static string OneLine(string text)
    {
        foreach (var c in text)
        {
            if (Steers(c))
                return string.Concat(text.Select(static c => Steers(c) ? ' ' : c));
        }

        return text;
    }

    /// <summary>Whether a character is none to be seen: a control, an order to write the other way round, or a line end of Unicode.</summary>
    public static bool Steers(char c) =>
        char.IsControl(c) || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
