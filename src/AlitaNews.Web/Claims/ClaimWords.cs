using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Sources;
using AlitaNews.Store.Claims;

namespace AlitaNews.Web.Claims;

/// <summary>The words of a claim's own page.</summary>
public static class ClaimWords
{
    /// <summary>A source's part, standing alone: "Said it first".</summary>
    public static string Role(SourceRole role) => role switch
    {
        SourceRole.Origin => "Said it first",
        SourceRole.Relay => "Repeated it",
        SourceRole.Corroborates => "Says so too",
        _ => "Says it is not so",
    };

    /// <summary>A kind of evidence in running text, or null.</summary>
    public static string? Evidence(string? kind) => kind switch
    {
        null => null,
        "on-record" => "on the record",
        "outlet" => "another outlet",
        _ => kind,
    };

    /// <summary>Why the display changed where no article changed it.</summary>
    public static string ByItself(ClaimMoment moment) => moment.Display switch
    {
        ClaimDisplay.Overdue => "The due date passed, and nobody had confirmed it.",
        ClaimDisplay.Superseded => "A newer claim replaced this one.",
        _ => "Nothing new was said; the date alone changed this.",
    };

    /// <summary>What an article says of the claim, where that is not what is displayed: "It called this confirmed, without evidence. We wait for some."</summary>
    public static string? Said(ClaimMoment moment) => moment switch
    {
        { Held: true, Said.Status: { } status } => $"The article calls this {VerdictWords.InText(status.ToDisplay())} without showing evidence; we hold that until it does.",
        { Moved: false, Said.Status: { } status } when status.ToDisplay() == moment.Display => "Said again; nothing changed.",
        { Moved: false, Said.Status: null } => "Mentioned.",
        { Said.Status: { } verdict } when !verdict.IsOpen() && verdict.ToDisplay() != moment.Display => $"The article’s verdict: {VerdictWords.InText(verdict.ToDisplay())}.",
        _ => null,
    };

    /// <summary>An editor's estimate in words; null where there is none.</summary>
    public static string? Likelihood(double? estimate) => estimate switch
    {
        null => null,
        >= 0.9 => "almost certain",
        >= 0.7 => "likely",
        > 0.5 => "more likely than not",
        >= 0.4 => "as likely as not",
        >= 0.2 => "unlikely",
        _ => "very unlikely",
    };

    /// <summary>How such rumours end here, in one sentence.</summary>
    public static string BaseRate(BaseRate rate)
    {
        var what = $"rumours {(rate.Type is { } type ? $"of the kind “{type.Replace('-', ' ')}” " : "")}from “{string.Join("” and “", rate.Classes)}”";
        return rate.Record.AsBaseRate(what) ?? "";
    }
}
