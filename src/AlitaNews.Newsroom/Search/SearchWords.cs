using System.Text;

namespace AlitaNews.Newsroom.Search;

/// <summary>
/// What somebody looks for, made safe: quoted phrases, <c>-word</c> and <c>or</c> are understood, every other sign is dropped, and words
/// beyond the twelfth are left out. Immutable.
/// </summary>
public sealed record SearchWords
{
    /// <summary>The most characters of a search.</summary>
    public const int MaxLength = 200;

    /// <summary>The most words of a search.</summary>
    public const int MaxWords = 12;

    /// <summary>The words to be found, each once, without those that must not occur.</summary>
    public IReadOnlyList<string> Wanted { get; init; } = [];

    /// <summary>Words that were too many.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>The search in the syntax of <c>websearch_to_tsquery</c>; empty where nothing is looked for.</summary>
    public string Exact { get; init; } = "";

    /// <summary>The same without phrases, whose words may stand apart: finds all that <see cref="Exact"/> does, and more.</summary>
    public string Loose { get; init; } = "";

    /// <summary>Whether the two differ.</summary>
    public bool HasPhrase { get; init; }

    /// <summary>Whether some word must not occur: the index must then be told what to take it from.</summary>
    public bool HasExclusion { get; init; }

    /// <summary>Reads what was typed.</summary>
    public static SearchWords Parse(string typed)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var leftOut = new List<string>();
        var terms = new List<Term>();
        var or = false;
        for (var at = 0; at < typed.Length;)
        {
            if (Read(typed, ref at) is not { } read)
                continue;
            if (read is { Quoted: false, Excluded: false } && read.Text.Equals("or", StringComparison.OrdinalIgnoreCase) && terms.Count > 0)
            {
                or = true;
                continue;
            }

            var words = PlainWords.List(read.Text).Where(Fits).ToArray();
            var term = new Term(words, read.Excluded, or && !read.Excluded && !terms[^1].Excluded);
            if (words.Length > 0 && !terms.Exists(other => other.Excluded == term.Excluded && other.Words.SequenceEqual(term.Words)))
                terms.Add(term);
            or = false;
        }

        return new SearchWords
        {
            Wanted = [.. terms.Where(static term => !term.Excluded).SelectMany(static term => term.Words).Distinct(StringComparer.Ordinal)],
            LeftOut = [.. leftOut.Distinct(StringComparer.Ordinal)],
            Exact = Write(terms, static term => $"\"{string.Join(' ', term.Words)}\""),
            Loose = Write(Chained(terms), static term => string.Join(' ', term.Words.Select(static word => $"\"{word}\""))),
            HasPhrase = terms.Exists(static term => term.Words.Length > 1),
            HasExclusion = terms.Exists(static term => term.Excluded),
        };

        bool Fits(string word)
        {
            if (known.Contains(word) || (known.Count < MaxWords && known.Add(word)))
                return true;
            leftOut.Add(word);
            return false;
        }
    }

    // A phrase between "or"s would bind to its neighbours when its words are set apart: its first word alone finds no less.
    private static IEnumerable<Term> Chained(List<Term> terms)
    {
        for (var i = 0; i < terms.Count; i++)
        {
            var term = terms[i];
            var chained = term.Or || (i + 1 < terms.Count && terms[i + 1].Or);
            if (term.Words.Length == 1 || !(term.Excluded || chained))
                yield return term;
            else if (!term.Excluded)
                yield return term with { Words = term.Words[..1] };
        }
    }

    private static string Write(IEnumerable<Term> terms, Func<Term, string> words)
    {
        var text = new StringBuilder();
        foreach (var term in terms)
            text.Append(text.Length > 0 ? " " : "").Append(term.Or ? "or " : "").Append(term.Excluded ? "-" : "").Append(words(term));
        return text.ToString();
    }

    private static Piece? Read(string typed, ref int at)
    {
        while (at < typed.Length && char.IsWhiteSpace(typed[at]))
            at++;
        var dashes = at;
        while (at < typed.Length && typed[at] == '-')
            at++;
        var excluded = at > dashes;
        if (at >= typed.Length || char.IsWhiteSpace(typed[at]))
            return null; // dashes that stand alone are no exclusion
        var quoted = typed[at] == '"';
        var start = quoted ? ++at : at;
        while (at < typed.Length && typed[at] != '"' && (quoted || !char.IsWhiteSpace(typed[at])))
            at++;
        var text = typed[start..at];
        if (quoted && at < typed.Length)
            at++;
        return new Piece(text, quoted, excluded);
    }

    private sealed record Piece(string Text, bool Quoted, bool Excluded);

    private sealed record Term(string[] Words, bool Excluded, bool Or);
}
