using System.Text;

namespace AlitaNews.Newsroom.Claims;

/// <summary>Finds claims that say nearly the same: by the three-letter pieces of their words.</summary>
public static class ClaimSimilarity
{
    /// <summary>Above this two claims that share a topic are taken for one.</summary>
    public const double Threshold = 0.6;

    /// <summary>The pieces of a text: of each word, lower-cased, with two blanks before and one behind, every three letters.</summary>
    public static IReadOnlySet<string> Trigrams(string text)
    {
        var pieces = new HashSet<string>(StringComparer.Ordinal);
        var word = new StringBuilder("  ");
        foreach (var c in text.ToLowerInvariant().Append(' '))
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(c);
                continue;
            }

            if (word.Length > 2)
            {
                word.Append(' ');
                for (var i = 0; i + 3 <= word.Length; i++)
                    pieces.Add(word.ToString(i, 3));
            }

            word.Clear().Append("  ");
        }

        return pieces;
    }

    /// <summary>The share of pieces that two texts have in common, from 0 to 1.</summary>
    public static double Compare(IReadOnlySet<string> a, IReadOnlySet<string> b)
    {
        var common = a.Count(b.Contains);
        return common == 0 ? 0 : (double)common / (a.Count + b.Count - common);
    }

    /// <summary>Whether two texts are above the threshold.</summary>
    public static bool Resemble(string text, string otherText) => Compare(Trigrams(text), Trigrams(otherText)) > Threshold;
}
