using System.Buffers;
using System.Text.RegularExpressions;

namespace AlitaNews.Newsroom.Style;

/// <summary>Finds times that mean another day whenever they are read ("later this year", "two weeks ago"), where the sentence has no date. English only.</summary>
public static partial class RelativeTimes
{
    // Nothing here backtracks far; asking for a time limit would be asking the surroundings.
    private const int NoTimeout = -1;

    // One of these is part of all of them: finding none is much cheaper than trying the expression at every word.
    private static readonly SearchValues<string> Hints = SearchValues.Create(["later", "earlier", "next", "last", "ago"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Where each begins, and its words.</summary>
    public static IEnumerable<(int Start, string Words)> List(string text)
    {
        if (!text.AsSpan().ContainsAny(Hints))
            yield break;
        foreach (Match found in Relative().Matches(text))
        {
            if (!Date().IsMatch(SentenceAround(text, found.Index)))
                yield return (found.Index, found.Value);
        }
    }

    private static string SentenceAround(string text, int at)
    {
        var start = at;
        while (start > 0 && !(text[start - 1] is '.' or '!' or '?' && char.IsWhiteSpace(text[start])))
            start--;
        var end = at;
        while (end < text.Length && !(text[end] is '.' or '!' or '?' && (end + 1 == text.Length || char.IsWhiteSpace(text[end + 1]))))
            end++;
        return text[start..end];
    }

    [GeneratedRegex(
        @"\b(?:(?:later|earlier)\s+this\s+(?:week|month|year|spring|summer|autumn|fall|winter|decade)"
        + @"|(?:next|last)\s+(?:week|weekend|month|year|spring|summer|autumn|fall|winter|quarter|decade|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
        + @"|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|a\s+few|a\s+couple\s+of|\d{1,3})\s+(?:day|week|month|year|decade)s?\s+ago)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, NoTimeout)]
    private static partial Regex Relative();

    [GeneratedRegex(
        @"\b(?:19|20)\d\d\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d{1,2}\b"
        + @"|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, NoTimeout)]
    private static partial Regex Date();
}
