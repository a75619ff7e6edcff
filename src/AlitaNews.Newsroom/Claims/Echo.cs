using AlitaNews.Newsroom.Sources;

namespace AlitaNews.Newsroom.Claims;

/// <summary>How loud a claim sounds, and how few stand behind it: "Seven outlets, one source."</summary>
public static class Echo
{
    private static readonly string[] Small =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>The sentence; null where nobody repeats the claim.</summary>
    /// <param name="voices">Everybody with each part they had. One who says it of their own knowledge is a source, also where they repeat it elsewhere.</param>
    public static string? InWords(IEnumerable<SourceVoice> voices)
    {
        var bySource = voices.Where(static voice => voice.Role != SourceRole.Denies).ToLookup(static voice => voice.Source, static voice => voice.Role, StringComparer.Ordinal);
        var sources = bySource.Count(static roles => roles.Any(static role => role is SourceRole.Origin or SourceRole.Corroborates));
        var outlets = bySource.Count - sources;
        if (outlets == 0)
            return null;
        var said = $"{Count(outlets, "outlet")}, {Count(sources, "source")}.";
        return char.ToUpperInvariant(said[0]) + said[1..];
    }

    private static string Count(int number, string what) =>
        $"{(number < Small.Length ? Small[number] : number.ToString(System.Globalization.CultureInfo.InvariantCulture))} {what}{(number == 1 ? "" : "s")}";
}
