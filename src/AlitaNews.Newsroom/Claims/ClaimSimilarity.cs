namespace AlitaNews.Newsroom.Claims;

/// <summary>Finds claims that say nearly the same: by the three-letter pieces of their words.</summary>
public static class ClaimSimilarity
{
    /// <summary>Above this two claims that share a topic are taken for one.</summary>
    public const double Threshold = 0.6;

    private const int Letter = 16;
    private const ulong ThreeLetters = (1UL << (3 * Letter)) - 1;
    private const ulong WordStart = (' ' << Letter) | ' ';

    /// <summary>
    /// The pieces of a text: of each word, lower-cased, with two blanks before and one behind, every three letters. Each piece is its letters
    /// side by side, sixteen bits each; sorted, none twice.
    /// </summary>
    public static ulong[] Trigrams(string text)
    {
        // A word of n letters has n + 1 pieces, and words are parted by a character at least.
        Span<ulong> pieces = text.Length < 256 ? stackalloc ulong[(text.Length * 2) + 1] : new ulong[(text.Length * 2) + 1];
        var count = 0;
        var last = WordStart;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                last = ((last << Letter) | char.ToLowerInvariant(text[i])) & ThreeLetters;
                pieces[count++] = last;
                continue;
            }

            if (last != WordStart)
                pieces[count++] = ((last << Letter) | ' ') & ThreeLetters;
            last = WordStart;
        }

        pieces = pieces[..count];
        pieces.Sort();
        var distinct = 0;
        for (var i = 0; i < count; i++)
        {
            if (i == 0 || pieces[i] != pieces[i - 1])
                pieces[distinct++] = pieces[i];
        }

        return pieces[..distinct].ToArray();
    }

    /// <summary>The share of pieces that two texts have in common, from 0 to 1.</summary>
    public static double Compare(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        var common = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            var order = a[i].CompareTo(b[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return common == 0 ? 0 : (double)common / (a.Length + b.Length - common);
    }

    /// <summary>Whether two texts are above the threshold.</summary>
    public static bool Resemble(string text, string otherText) => Compare(Trigrams(text), Trigrams(otherText)) > Threshold;
}
