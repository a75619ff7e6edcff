namespace AlitaNews.Newsroom.Search;

/// <summary>The place of a text where what was looked for stands closest together. Immutable.</summary>
/// <param name="Runs">Its runs of text, in order.</param>
/// <param name="CutBefore">Whether the text begins earlier.</param>
/// <param name="CutAfter">Whether the text goes on.</param>
public sealed record Snippet(IReadOnlyList<SnippetRun> Runs, bool CutBefore, bool CutAfter)
{
    private const int Before = 60;
    private const int Length = 220;
    private const int MostText = 100_000;

    private static readonly string[] Endings = ["ings", "ing", "ies", "ed", "es", "s", "y", "e"];

    /// <summary>The snippet of a text.</summary>
    /// <param name="text">Plain text, without what must not be given away.</param>
    /// <param name="words">What was looked for, as <see cref="PlainWords"/> writes words.</param>
    /// <returns>The snippet, or null where none of the words occurs.</returns>
    public static Snippet? Of(string text, IReadOnlyCollection<string> words)
    {
        if (text.Length > MostText)
            text = text[..MostText];
        var stems = words.Select(Stem).ToHashSet(StringComparer.Ordinal);
        var found = new List<Match>();
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
                end++;
            if (end > at && PlainWords.List(text[at..end]).Select(Stem).FirstOrDefault(stems.Contains) is { } stem)
                found.Add(Bare(text, at, end, stem));
            at = end + 1;
        }

        if (found.Count == 0)
            return null;
        var first = found.MaxBy(match => Worth(found, match))!;
        var start = first.Start < Before ? 0 : text.IndexOf(' ', first.Start - Before) + 1;
        var stop = Math.Min(text.Length, start + Length);
        if (stop < text.Length && text.LastIndexOf(' ', stop) is var blank && blank > first.Start)
            stop = Math.Max(blank, first.End);
        return new Snippet(Cut(text, start, stop, found), start > 0, stop < text.Length);
    }

    // Brackets and stops around a word are not what was looked for.
    private static Match Bare(string text, int start, int end, string stem)
    {
        while (start < end - 1 && IsSign(text[start]))
            start++;
        while (end > start + 1 && IsSign(text[end - 1]))
            end--;
        return new Match(start, end, stem);
    }

    private static bool IsSign(char letter) => char.IsPunctuation(letter) || char.IsSymbol(letter);

    private static int Worth(List<Match> found, Match first) => found
        .Where(match => match.Start >= first.Start && match.End <= first.Start + Length - Before)
        .Select(static match => match.Stem)
        .Distinct(StringComparer.Ordinal)
        .Count();

    private static List<SnippetRun> Cut(string text, int start, int stop, List<Match> found)
    {
        var runs = new List<SnippetRun>();
        var at = start;
        foreach (var match in found.Where(match => match.Start >= start && match.Start < stop))
        {
            if (match.Start > at)
                runs.Add(new SnippetRun(text[at..match.Start], Marked: false));
            at = Math.Min(match.End, stop); // a word may be longer than all of a snippet
            runs.Add(new SnippetRun(text[match.Start..at], Marked: true));
        }

        if (at < stop)
            runs.Add(new SnippetRun(text[at..stop], Marked: false));
        return runs;
    }

    // As the index does, only roughly: a wrong mark misleads nobody, since the index decided what is shown.
    private static string Stem(string word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length >= ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length];
        }

        return word;
    }

    private sealed record Match(int Start, int End, string Stem);
}

/// <summary>A run of a snippet.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Marked">Whether it is what was looked for.</param>
public sealed record SnippetRun(string Text, bool Marked);
