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
    private static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (a.Length > 128)
            return limit + 1;

        // What both begin or end with costs no step: ids of a library are alike for most of their length.
        var same = a.CommonPrefixLength(b);
        a = a[same..];
        b = b[same..];
        var tail = 0;
        while (tail < Math.Min(a.Length, b.Length) && a[^(tail + 1)] == b[^(tail + 1)])
            tail++;
        a = a[..^tail];
        b = b[..^tail];
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

            // A swap reaches back two rows, to one step more.
            if (least > limit + 1)
                return limit + 1;

            var spare = before;
            before = last;
            last = row;
            row = spare;
        }

        return last[b.Length];
    }
}
