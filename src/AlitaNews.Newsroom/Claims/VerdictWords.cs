using System.Globalization;
using AlitaNews.Newsroom.Sources;

namespace AlitaNews.Newsroom.Claims;

/// <summary>The words of claims as readers see them.</summary>
public static class VerdictWords
{
    /// <summary>A state in running text: "did not happen".</summary>
    public static string InText(ClaimDisplay display) => display switch
    {
        ClaimDisplay.Partly => "partly confirmed",
        ClaimDisplay.Missed => "did not happen",
        ClaimDisplay.None => "no verdict",
        _ => display.Word(),
    };

    /// <summary>A state standing alone: "Did not happen".</summary>
    public static string Alone(ClaimDisplay display)
    {
        var words = InText(display);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>What a state means, in one sentence; null for none.</summary>
    public static string? Meaning(ClaimDisplay display) => display switch
    {
        ClaimDisplay.Rumour => "This comes from someone we cannot name or check.",
        ClaimDisplay.Unverified => "This is on the record or documented, but we have not checked it yet.",
        ClaimDisplay.Confirmed => "A primary source, official word or two independent sources on the record bear this out.",
        ClaimDisplay.Partly => "The essence of this holds; a material part does not.",
        ClaimDisplay.Debunked => "This has been shown to be untrue or invented.",
        ClaimDisplay.Missed => "The date has passed and this did not happen.",
        ClaimDisplay.Withdrawn => "This was taken back, or has lost its meaning.",
        ClaimDisplay.Overdue => "The date has passed and nobody has confirmed this.",
        ClaimDisplay.Superseded => "A newer claim has replaced this one.",
        ClaimDisplay.Disputed => "Our own articles disagree about this; an editor has to decide.",
        _ => null,
    };

    /// <summary>The headline label of a state; null for none.</summary>
    /// <param name="display">The state.</param>
    /// <param name="status">The folded status: it tells an overdue rumour from what is merely overdue.</param>
    public static string? Label(ClaimDisplay display, ClaimStatus? status) => display switch
    {
        ClaimDisplay.Rumour => "RUMOUR",
        ClaimDisplay.Unverified => "UNVERIFIED",
        ClaimDisplay.Overdue => status == ClaimStatus.Rumour ? "OVERDUE RUMOUR" : "OVERDUE",
        ClaimDisplay.Missed => "DID NOT HAPPEN",
        ClaimDisplay.Debunked => "DEBUNKED",
        ClaimDisplay.Partly => "PARTLY CONFIRMED",
        ClaimDisplay.Disputed => "DISPUTED",
        ClaimDisplay.Withdrawn => "WITHDRAWN",
        ClaimDisplay.Superseded => "SUPERSEDED",
        ClaimDisplay.Confirmed => "CONFIRMED",
        _ => null,
    };

    /// <summary>The correction that stands on a page whose verdict was reversed.</summary>
    public static string Correction(WrongVerdict wrong) =>
        $"This article’s verdict was “{InText(wrong.Was.ToDisplay())}”. That was wrong: the verdict is “{InText(wrong.Now.ToDisplay())}”.";

    /// <summary>A day for readers: "1 February 2024".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Who says so, for example "According to the insider. Repeated by A and B. Denied by the studio."</summary>
    /// <param name="voices">Names with their parts, in the order to be told.</param>
    public static string WhoSaysSo(IReadOnlyCollection<(string Name, SourceRole Role)> voices)
    {
        var sentences = new List<string>();
        foreach (var (role, opening) in Openings)
        {
            var names = voices.Where(voice => voice.Role == role).Select(static voice => voice.Name).Distinct(StringComparer.Ordinal).ToArray();
            if (names.Length > 0)
                sentences.Add($"{opening} {Join(names)}.");
        }

        return sentences.Count == 0 ? "No source is named." : string.Join(' ', sentences);
    }

    /// <summary>What to say of the due date; null where nothing was due or it no longer matters.</summary>
    public static string? Due(ClaimState state)
    {
        if (state.Due is null || DuePeriod.Parse(state.Due) is not { IsNone: false } due)
            return null;
        var sentence = state switch
        {
            { Display: ClaimDisplay.Missed } => $"Was due by {due.InWords()}. Did not happen.",
            _ when state.Flags.HasFlag(ClaimFlags.Overdue) => $"Was due by {due.EndInWords()}. We have found no confirmation.",
            { Status: ClaimStatus.Rumour or ClaimStatus.Unverified } => $"Due by {due.EndInWords()}.",
            _ => null,
        };
        if (sentence is null || state.FirstDue is null || state.FirstDueEnds == state.DueEnds)
            return sentence;
        return $"{sentence} First due by {DuePeriod.Parse(state.FirstDue)!.EndInWords()}.";
    }

    private static readonly (SourceRole Role, string Opening)[] Openings =
    [
        (SourceRole.Origin, "According to"),
        (SourceRole.Corroborates, "Backed by"),
        (SourceRole.Relay, "Repeated by"),
        (SourceRole.Denies, "Denied by"),
    ];

    private static string Join(string[] names) =>
        names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
}
