namespace AlitaNews.Newsroom.Sources;

/// <summary>A source as an article or a claim entry cites it.</summary>
public sealed record SourceMention
{
    /// <summary>The source's id, also when no file describes it.</summary>
    public required string Id { get; init; }

    /// <summary>Its part in the matter; null: by default origin for the first of a claim, relay for outlets.</summary>
    public SourceRole? Role { get; init; }

    /// <summary>Why it is not named, or null.</summary>
    public string? Anonymity { get; init; }

    /// <summary>Whether it spoke on the record; null: as its file says.</summary>
    public bool? OnRecord { get; init; }

    /// <summary>Its words, or null.</summary>
    public string? Quote { get; init; }

    /// <summary>Where it said so, or null.</summary>
    public string? Url { get; init; }

    /// <summary>When it said so, or null.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Whether this word may settle a claim: an official voice, a document, or somebody on the record, who does not deny it.</summary>
    /// <param name="kind">What the source's file says it is.</param>
    /// <param name="onRecord">Whether its file says that it speaks on the record.</param>
    public bool Vouches(SourceKind kind, bool onRecord) =>
        Role != SourceRole.Denies && (kind is SourceKind.Official or SourceKind.Document || onRecord);
}

/// <summary>The part a source has in a claim.</summary>
public enum SourceRole
{
    /// <summary>Said it first.</summary>
    Origin,

    /// <summary>Repeated it.</summary>
    Relay,

    /// <summary>Says it of its own knowledge.</summary>
    Corroborates,

    /// <summary>Says it is not so.</summary>
    Denies,
}
