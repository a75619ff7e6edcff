namespace AlitaNews.Newsroom.Diagnostics;

/// <summary>"Did you mean": finds the known word that a mistyped one was meant to be.</summary>
public static class Suggestion
{
    private const int MaxDistance = 2;

    /// <summary>The nearest of the known words within two typing errors (one for words under five letters), or null; of several equally near, the first by code point.</summary>
    public static string? Find(string word, IEnumerable<string> known)
    {
        var most = word.Length < 5 ? 1 : MaxDistance;
        string? best = null;
        foreach (var candidate in known)
        {
            if (Math.Abs(candidate.Length - word.Length) > most)
                continue;
            var distance = Distance(word, candidate, most);
            if (distance > most)
                continue;
            if (distance == 0)
                return candidate;
            if (best is null || distance < most || string.CompareOrdinal(candidate, best) < 0)
                best = candidate;
            most = distance;
        }

        return best;
    }

    /// <summary>The sentence part <c>; did you mean "…"?</c>, or nothing.</summary>
    public static string AsQuestion(string word, IEnumerable<string> known) =>
        Find(word, known) is { } found ? $"; did you mean \"{found}\"?" : "";

    /// <summary>Whether one typing error makes one word of the other.</summary>
    public static bool IsOneStep(string a, string b) => Math.Abs(a.Length - b.Length) <= 1 && Distance(a, b, 1) == 1;

    // Insertions, deletions, replacements and swapped neighbours, each one step; anything above the limit is the same.
    private static int Distance(string a, string b, int limit)
    {
        if (a.Length > 128)
            return limit + 1;

        // Names of one folder begin and end alike: what lies between is little.
        var start = a.AsSpan().CommonPrefixLength(b);
        var end = 0;
        while (end < Math.Min(a.Length, b.Length) - start && a[^(end + 1)] == b[^(end + 1)])
            end++;
        return DistanceOf(a.AsSpan(start, a.Length - start - end), b.AsSpan(start, b.Length - start - end), limit);
    }

    private static int DistanceOf(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }

            if (least > limit)
                return limit + 1; // it only grows from here

            var spare = before;
            before = last;
            last = row;
            row = spare;
        }

        return last[b.Length];
    }
}
