using System.Globalization;
using AlitaNews.Newsroom.Sources;
using AlitaNews.Store.Sources;

namespace AlitaNews.Web.Sources;

/// <summary>Sources and their records in words.</summary>
public static class SourceWords
{
    /// <summary>What sort of source it is; null: it has no file.</summary>
    public static string Kind(SourceKind? kind) => kind switch
    {
        SourceKind.Outlet => "publication",
        SourceKind.Leaker => "leaker",
        SourceKind.Official => "official voice",
        SourceKind.Document => "document",
        SourceKind.AnonymousClass => "unnamed people",
        SourceKind.Person => "person",
        _ => "source",
    };

    /// <summary>The record; for what is not rated, why.</summary>
    public static string Record(RatedSource source) => source.Record.InWords() ?? source.File?.Kind switch
    {
        SourceKind.Official => "Not ranked: an official voice speaks for itself.",
        _ => "Not ranked: fewer than three stories rest on people of this kind.",
    };

    /// <summary>The part a source had in a claim.</summary>
    public static string Role(SourceRole role) => role switch
    {
        SourceRole.Origin => "said it first",
        SourceRole.Corroborates => "backed it",
        SourceRole.Denies => "said it is not so",
        _ => "repeated it",
    };

    /// <summary>The parts a source had in a claim, as a sentence begins.</summary>
    public static string Roles(IReadOnlyList<SourceRole> roles)
    {
        var words = string.Join(", ", roles.Select(Role));
        return words.Length == 0 ? "Named with it" : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>A share as a whole percentage.</summary>
    public static string Percent(double share) => Math.Round(share * 100, MidpointRounding.ToEven).ToString("0", CultureInfo.InvariantCulture) + " %";

    /// <summary>The dots of a short record: 2 for a hit, 1 for half of one, 0 for none.</summary>
    public static IEnumerable<int> Dots(TrackRecord record)
    {
        var halves = (int)Math.Round(record.CameTrueClaims * 2);
        return Enumerable.Range(0, record.SettledClaims).Select(place => Math.Clamp(halves - (2 * place), 0, 2));
    }
}
