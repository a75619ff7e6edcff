using System.Globalization;
using System.Text;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Articles;

/// <summary>
/// The last part of an address, and every id (<c>web.md</c>, section 1): lower case, NFC, words joined by hyphens, at most 80 characters,
/// other scripts kept.
/// </summary>
public static class Slug
{
    /// <summary>The most characters (code points) of a slug.</summary>
    public const int MaxLength = 80;

    /// <summary>The slug of a text: the same for a slug, empty where the text has no letter or digit.</summary>
    public static string Of(string text)
    {
        if (IsPlainSlug(text))
            return text;
        var slug = new StringBuilder(text.Length);
        var hyphen = false;
        foreach (var rune in Nfc.Of(Nfc.Of(text).ToLowerInvariant()).EnumerateRunes())
        {
            if (IsPartOfWord(rune))
            {
                if (hyphen && slug.Length > 0)
                    slug.Append('-');
                hyphen = false;
                slug.Append(rune.ToString());
            }
            else if (!IsSilent(rune))
            {
                hyphen = true;
            }
        }

        return Cut(slug.ToString());
    }

    /// <summary>
    /// The slug of something written as an id: letters, digits and single hyphens, underscores or dots between them, 1 to 80 characters.
    /// </summary>
    /// <returns>The slug, or null for what is no id.</returns>
    public static string? OfId(string text)
    {
        var written = text.Trim();
        if (IsPlainSlug(written))
            return written;
        var length = 0;
        foreach (var rune in written.EnumerateRunes())
        {
            length++;
            if (!IsPartOfWord(rune) && rune.Value is not ('-' or '_' or '.'))
                return null;
        }

        return length <= MaxLength && Of(written) is { Length: > 0 } slug ? slug : null;
    }

    // Nearly every id: no work, no copy.
    private static bool IsPlainSlug(string text)
    {
        if (text.Length is 0 or > MaxLength || text[0] == '-' || text[^1] == '-')
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiLetterLower(text[i]) && !char.IsAsciiDigit(text[i]) && (text[i] != '-' || text[i - 1] == '-'))
                return false;
        }

        return true;
    }

    private static bool IsPartOfWord(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark;

    // "don't" is one word, and invisible characters part none.
    private static bool IsSilent(Rune rune) =>
        rune.Value is '\'' or '\u2019' or '\u00AD' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format;

    // Between words where a hyphen stands in the second half, else between characters; a mark is not parted from its letter.
    private static string Cut(string slug)
    {
        var length = 0;
        var at = 0;
        foreach (var rune in slug.EnumerateRunes())
        {
            if (++length > MaxLength)
                break;
            at += rune.Utf16SequenceLength;
        }

        if (at == slug.Length)
            return slug;
        if (slug[at] == '-')
            return slug[..at];
        var hyphen = slug.LastIndexOf('-', at - 1);
        if (hyphen > at / 2)
            return slug[..hyphen];
        while (at > 1 && char.GetUnicodeCategory(slug, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            at -= char.IsLowSurrogate(slug[at - 1]) ? 2 : 1;
        return slug[..at].TrimEnd('-');
    }
}
