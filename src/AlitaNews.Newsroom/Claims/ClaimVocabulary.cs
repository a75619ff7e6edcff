namespace AlitaNews.Newsroom.Claims;

/// <summary>The words of claims as machines read them: in front matter, in attributes, headers and data.</summary>
public static class ClaimVocabulary
{
    /// <summary>Every status word that may be written, the preferred ones first.</summary>
    public static IReadOnlyDictionary<string, ClaimStatus> StatusWords { get; } = new Dictionary<string, ClaimStatus>(StringComparer.OrdinalIgnoreCase)
    {
        ["rumour"] = ClaimStatus.Rumour,
        ["unverified"] = ClaimStatus.Unverified,
        ["confirmed"] = ClaimStatus.Confirmed,
        ["partly"] = ClaimStatus.Partly,
        ["debunked"] = ClaimStatus.Debunked,
        ["missed"] = ClaimStatus.Missed,
        ["withdrawn"] = ClaimStatus.Withdrawn,
        ["rumor"] = ClaimStatus.Rumour,
        ["true"] = ClaimStatus.Confirmed,
        ["mixed"] = ClaimStatus.Partly,
        ["false"] = ClaimStatus.Debunked,
        ["void"] = ClaimStatus.Withdrawn,
    };

    /// <summary>Every display state, by its word.</summary>
    public static IReadOnlyDictionary<string, ClaimDisplay> DisplayWords { get; } =
        Enum.GetValues<ClaimDisplay>().ToDictionary(static display => display.Word(), StringComparer.Ordinal);

    /// <summary>The status of a written word (case does not matter), or null.</summary>
    public static ClaimStatus? FindStatus(string word) => StatusWords.TryGetValue(word.Trim(), out var status) ? status : null;

    /// <summary>The display state of its exact word, or null.</summary>
    public static ClaimDisplay? FindDisplay(string word) => DisplayWords.TryGetValue(word, out var display) ? display : null;

    /// <summary>Whether a status leaves the question open.</summary>
    public static bool IsOpen(this ClaimStatus status) => status is ClaimStatus.Rumour or ClaimStatus.Unverified;

    /// <summary>The display state of a status by itself.</summary>
    public static ClaimDisplay ToDisplay(this ClaimStatus status) => status switch
    {
        ClaimStatus.Rumour => ClaimDisplay.Rumour,
        ClaimStatus.Unverified => ClaimDisplay.Unverified,
        ClaimStatus.Confirmed => ClaimDisplay.Confirmed,
        ClaimStatus.Partly => ClaimDisplay.Partly,
        ClaimStatus.Debunked => ClaimDisplay.Debunked,
        ClaimStatus.Missed => ClaimDisplay.Missed,
        _ => ClaimDisplay.Withdrawn,
    };

    /// <summary>The wire word of a status.</summary>
    public static string Word(this ClaimStatus status) => status.ToDisplay().Word();

    /// <summary>The wire word of a display state.</summary>
    public static string Word(this ClaimDisplay display) => display switch
    {
        ClaimDisplay.Rumour => "rumour",
        ClaimDisplay.Unverified => "unverified",
        ClaimDisplay.Confirmed => "confirmed",
        ClaimDisplay.Partly => "partly",
        ClaimDisplay.Debunked => "debunked",
        ClaimDisplay.Missed => "missed",
        ClaimDisplay.Withdrawn => "withdrawn",
        ClaimDisplay.Overdue => "overdue",
        ClaimDisplay.Superseded => "superseded",
        ClaimDisplay.Disputed => "disputed",
        _ => "none",
    };

    /// <summary>The wire words of flags, in the contract's order.</summary>
    public static IReadOnlyList<string> Words(this ClaimFlags flags)
    {
        if (flags == ClaimFlags.None)
            return [];
        var words = new List<string>();
        foreach (var (flag, word) in FlagWords)
        {
            if (flags.HasFlag(flag))
                words.Add(word);
        }

        return words;
    }

    private static readonly (ClaimFlags Flag, string Word)[] FlagWords =
    [
        (ClaimFlags.Overdue, "overdue"),
        (ClaimFlags.Slipped, "slipped"),
        (ClaimFlags.Reversed, "reversed"),
        (ClaimFlags.Reopened, "reopened"),
        (ClaimFlags.Disputed, "disputed"),
        (ClaimFlags.Superseded, "superseded"),
        (ClaimFlags.Stale, "stale"),
    ];
}
