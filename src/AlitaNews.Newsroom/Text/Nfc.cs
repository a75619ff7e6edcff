using System.Buffers;
using System.Text;

namespace AlitaNews.Newsroom.Text;

/// <summary>
/// Unicode normal form C, in which addresses and slugs are compared. The runtime's own normalisation does nothing where it runs
/// without ICU, as this site does (<c>InvariantGlobalization</c>), so that nothing has to be installed.
/// </summary>
public static class Nfc
{
    private const int HangulStart = 0xAC00;
    private const int LeadStart = 0x1100;
    private const int VowelStart = 0x1161;
    private const int TailStart = 0x11A7;
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Tails = 28;

    private static readonly Dictionary<int, (int First, int Second)> Decompositions = [];
    private static readonly Dictionary<(int First, int Second), int> Compositions = [];
    private static readonly Dictionary<int, byte> Classes = [];

    // Latin-1 and its neighbours, and the dashes and quotation marks of prose: nothing here is composed or taken apart.
    private static readonly SearchValues<char> Settled = SearchValues.Create(
        [.. Enumerable.Range(0, 0x300).Concat(Enumerable.Range(0x2010, 0x18)).Select(static code => (char)code)]);

    static Nfc()
    {
        var never = Runes(CompositionTable.NeverComposed).ToHashSet();
        foreach (var row in Runes(CompositionTable.Pairs).Chunk(3))
        {
            Decompositions.Add(row[0], (row[1], row[2]));
            if (!never.Contains(row[0]))
                Compositions.Add((row[1], row[2]), row[0]);
        }

        foreach (var row in Runes(CombiningTable.Equivalents).Chunk(2))
            Decompositions.Add(row[0], (row[1], 0));
        foreach (var row in Runes(CombiningTable.Classes).Chunk(3))
        {
            for (var rune = row[0]; rune <= row[1]; rune++)
                Classes.Add(rune, (byte)row[2]);
        }
    }

    /// <summary>The text in normal form C; the same instance where it is ASCII, Latin-1 or the dashes and quotation marks of prose. Half characters become U+FFFD.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Settled))
            return text;
        var runes = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
            Decompose(rune.Value, runes);
        Order(runes);
        Compose(runes);
        var result = new StringBuilder(runes.Count);
        foreach (var rune in runes)
            result.Append(new Rune(rune).ToString());
        return result.ToString();
    }

    private static IEnumerable<int> Runes(string table)
    {
        foreach (var rune in table.EnumerateRunes())
            yield return rune.Value;
    }

    private static void Decompose(int rune, List<int> into)
    {
        if (rune is >= HangulStart and < HangulStart + (Leads * Vowels * Tails))
        {
            var index = rune - HangulStart;
            into.Add(LeadStart + (index / (Vowels * Tails)));
            into.Add(VowelStart + (index % (Vowels * Tails) / Tails));
            if (index % Tails != 0)
                into.Add(TailStart + (index % Tails));
        }
        else if (rune >= 0xC0 && Decompositions.TryGetValue(rune, out var parts))
        {
            Decompose(parts.First, into);
            if (parts.Second != 0)
                Decompose(parts.Second, into);
        }
        else
        {
            into.Add(rune);
        }
    }

    // Marks between two starters stand in the order of their classes; the sort must be stable.
    private static void Order(List<int> runes)
    {
        for (var start = 0; start < runes.Count; start++)
        {
            if (ClassOf(runes[start]) == 0)
                continue;
            var end = start + 1;
            while (end < runes.Count && ClassOf(runes[end]) != 0)
                end++;
            if (end - start > 1)
            {
                var sorted = runes.GetRange(start, end - start).OrderBy(ClassOf).ToList();
                for (var i = 0; i < sorted.Count; i++)
                    runes[start + i] = sorted[i];
            }

            start = end;
        }
    }

    private static void Compose(List<int> runes)
    {
        var starter = -1;
        var lastClass = 0;
        var write = 0;
        for (var read = 0; read < runes.Count; read++)
        {
            var rune = runes[read];
            var ownClass = ClassOf(rune);
            var isNext = starter >= 0 && write == starter + 1;
            if (starter >= 0 && (isNext || (lastClass < ownClass && lastClass != 0)) && Combine(runes[starter], rune) is > 0 and var combined)
            {
                runes[starter] = combined;
                continue;
            }

            if (ownClass == 0)
                starter = write;
            lastClass = ownClass;
            runes[write++] = rune;
        }

        runes.RemoveRange(write, runes.Count - write);
    }

    private static int Combine(int first, int second)
    {
        if (first is >= LeadStart and < LeadStart + Leads && second is >= VowelStart and < VowelStart + Vowels)
            return HangulStart + ((((first - LeadStart) * Vowels) + (second - VowelStart)) * Tails);
        if (first is >= HangulStart and < HangulStart + (Leads * Vowels * Tails)
            && (first - HangulStart) % Tails == 0
            && second is > TailStart and < TailStart + Tails)
        {
            return first + (second - TailStart);
        }

        return Compositions.GetValueOrDefault((first, second));
    }

    private static int ClassOf(int rune) => rune < 0x300 ? 0 : Classes.GetValueOrDefault(rune);
}
