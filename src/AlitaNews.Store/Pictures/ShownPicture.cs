namespace AlitaNews.Store.Pictures;

/// <summary>A picture as a page shows it: all values are resolved (attribute, sidecar, embedded, site). Immutable.</summary>
public sealed record ShownPicture
{
    /// <summary>The address of the original below <c>/media/</c>; null: a placeholder is shown.</summary>
    public string? Url { get; init; }

    /// <summary>The content hash that addresses its variants, or null for what has none (SVG, animations, placeholders).</summary>
    public string? Hash { get; init; }

    /// <summary>Intrinsic width in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Intrinsic height in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>The text for those who do not see it; empty when it is decoration.</summary>
    public required string Alt { get; init; }

    /// <summary>The kind as written in markup, for example <c>concept-art</c>.</summary>
    public string Kind { get; init; } = "photo";

    /// <summary>The words on the picture, for example CONCEPT ART; null for photographs.</summary>
    public string? Badge { get; init; }

    /// <summary>Whether it shows what it seems to: <c>unverified</c>, <c>genuine</c>, <c>altered</c> or <c>fake</c>; null: nobody says.</summary>
    public string? Authenticity { get; init; }

    /// <summary>All words on the picture: what it is, and whether it is what it seems; null where there are none.</summary>
    public string? Words => Authenticity is null ? Badge : Badge is null ? Authenticity.ToUpperInvariant() : $"{Badge} · {Authenticity.ToUpperInvariant()}";

    /// <summary>The caption as inline HTML, or null.</summary>
    public string? CaptionHtml { get; init; }

    /// <summary>Whom to credit, or null.</summary>
    public string? Credit { get; init; }

    /// <summary>Where the credit leads, or null.</summary>
    public string? CreditUrl { get; init; }

    /// <summary>The licence in words, or null.</summary>
    public string? License { get; init; }

    /// <summary>Where the licence stands, or null.</summary>
    public string? LicenseUrl { get; init; }

    /// <summary>Where and when it was taken, as written, or null.</summary>
    public string? Taken { get; init; }

    /// <summary>Where the file came from, as written: words or an address; null: nobody says.</summary>
    public string? Source { get; init; }

    /// <summary>Who holds the rights, as written, or null.</summary>
    public string? Copyright { get; init; }

    /// <summary>Where a licence can be bought, or null.</summary>
    public string? AcquireUrl { get; init; }

    /// <summary>The IPTC digital source type, where the editor states one, or null.</summary>
    public string? SourceType { get; init; }

    /// <summary>How much room it takes: <c>normal</c>, <c>wide</c> or <c>full</c>.</summary>
    public string Room { get; init; } = "normal";

    /// <summary>Beside the text: <c>left</c> or <c>right</c>; null: between paragraphs.</summary>
    public string? Side { get; init; }

    /// <summary>Whether it stands within a line of text: a bare picture then.</summary>
    public bool Inline { get; init; }

    /// <summary>Where it links to, or null: to the original.</summary>
    public string? Link { get; init; }

    /// <summary>The host of a picture elsewhere, which is never fetched; else null.</summary>
    public string? ForeignHost { get; init; }

    /// <summary>Its address there, for readers who want to look; null: it has none that can be led to.</summary>
    public string? ForeignUrl { get; init; }

    /// <summary>The average colour as <c>#rrggbb</c>, or null.</summary>
    public string? Colour { get; init; }

    /// <summary>What must stay in sight where it is cut: <c>x,y</c> in percent or <c>face</c>; null: the middle.</summary>
    public string? Focus { get; init; }

    /// <summary>Whether it gives the story away: it is then behind a cover.</summary>
    public bool Spoiler { get; init; }
}
