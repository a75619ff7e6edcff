namespace AlitaNews.Newsroom.Pictures.Embedded;

/// <summary>What metadata says, as it stands there; of several voices the first that is not empty counts.</summary>
internal sealed record EmbeddedWords
{
    private const int LongestText = 4_000;

    public string? Caption { get; init; }

    public string? Alt { get; init; }

    public string? Creator { get; init; }

    public string? CreditLine { get; init; }

    public string? Copyright { get; init; }

    public string? License { get; init; }

    public string? AcquireUrl { get; init; }

    public string? SourceType { get; init; }

    /// <summary>These words, and where they are silent those of another block.</summary>
    public EmbeddedWords Or(EmbeddedWords other) => new()
    {
        Caption = Caption ?? other.Caption,
        Alt = Alt ?? other.Alt,
        Creator = Creator ?? other.Creator,
        CreditLine = CreditLine ?? other.CreditLine,
        Copyright = Copyright ?? other.Copyright,
        License = License ?? other.License,
        AcquireUrl = AcquireUrl ?? other.AcquireUrl,
        SourceType = SourceType ?? other.SourceType,
    };

    /// <summary>Text without control characters and ends, cut at a length no caption has; null where nothing is left.</summary>
    public static string? Clean(string? text)
    {
        if (text is null)
            return null;
        var kept = string.Concat(text.Take(LongestText).Select(static c => char.IsControl(c) ? ' ' : c)).Trim();
        if (kept.Length > 0 && char.IsHighSurrogate(kept[^1]))
            kept = kept[..^1];
        return kept.Length == 0 ? null : kept;
    }
}
