using System.Globalization;
using System.Text;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Search;

/// <summary>
/// The words of a text as the search index and searches see them: lower case, letters and digits only. Nothing else reaches the
/// database's parser, which takes quadratic time over some signs and refuses others.
/// </summary>
public static class PlainWords
{
    /// <summary>The words, in order.</summary>
    public static IEnumerable<string> List(string text)
    {
        var word = new StringBuilder();
        text = Nfc.Of(text);
        for (var at = 0; at < text.Length;)
        {
            if (Append(word, text, ref at) || word.Length == 0)
                continue;
            yield return word.ToString();
            word.Clear();
        }

        if (word.Length > 0)
            yield return word.ToString();
    }

    /// <summary>The words with a blank between them, of at most so many characters of the text.</summary>
    public static string Of(string text, int most) => string.Join(' ', List(text.Length > most ? text[..most] : text));

    /// <summary>Reads one character.</summary>
    /// <returns>False where it parts words.</returns>
    private static bool Append(StringBuilder word, string text, ref int at)
    {
        var letter = text[at];
        if (char.IsAscii(letter))
        {
            at++;
            if (char.IsAsciiLetterOrDigit(letter))
                word.Append(char.ToLowerInvariant(letter));
            return char.IsAsciiLetterOrDigit(letter) || letter == '\'';
        }

        Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
        at += length;
        if (!IsPartOfWord(rune))
            return IsSilent(rune);
        word.Append(Rune.ToLowerInvariant(rune));
        return true;
    }

    private static bool IsPartOfWord(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber;

    // "Cameron's" is one word, and invisible characters part none.
    private static bool IsSilent(Rune rune) => rune.Value is '’' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format;
}
