using System.Globalization;
using System.Text;

namespace AlitaNews.Newsroom.Diagnostics;

/// <summary>The line that a finding speaks of, and below it a caret, as both look in letters of one width.</summary>
/// <param name="Line">The line, or as much of it as there is room for around the finding.</param>
/// <param name="Caret">Blanks, and the caret below the place.</param>
public sealed record SourceQuote(string Line, string Caret)
{
    /// <summary>Quotes a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="column">The column of the finding, in code points from 1.</param>
    /// <param name="cells">How wide the quotation may be.</param>
    public static SourceQuote Of(string line, int column, int cells)
    {
        var runes = line.EnumerateRunes().Take(column + cells).ToList();
        var at = Math.Min(column - 1, runes.Count);
        var start = 0;
        var before = runes.Take(at).Sum(Cells);
        for (var room = before < cells ? before : cells / 2; before > room; start++)
            before -= Cells(runes[start]);

        var shown = new StringBuilder();
        var caret = new StringBuilder();
        var used = 0;
        for (var i = start; i < runes.Count && (used += Cells(runes[i])) <= cells; i++)
        {
            var rune = runes[i].Value != '\t' && runes[i].IsBmp && PrintableText.Steers((char)runes[i].Value) ? new Rune(' ') : runes[i];
            shown.Append(rune.ToString());
            if (i < at)
                caret.Append(rune.Value == '\t' ? "\t" : new string(' ', Cells(rune)));
        }

        return new SourceQuote(shown.ToString().TrimEnd(), caret.Append('^').ToString());
    }

    // Ideographs and emoji take two cells, accents that follow their letter none, a tab eight at most.
    private static int Cells(Rune rune)
    {
        if (rune.Value == '\t')
            return 8;
        if (IsWide(rune))
            return 2;
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark || rune.Value is 0x200B or 0x200C or 0x200D or 0xFEFF ? 0 : 1;
    }

    private static bool IsWide(Rune rune) =>
        rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
