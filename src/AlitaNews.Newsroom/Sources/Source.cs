namespace AlitaNews.Newsroom.Sources;

/// <summary>A source file (<c>content.md</c>, section 11). Immutable.</summary>
public sealed record Source
{
    /// <summary>The file, relative to the content folder.</summary>
    public required string Path { get; init; }

    /// <summary>The id: the file's name.</summary>
    public required string Id { get; init; }

    /// <summary>The name readers see.</summary>
    public required string Name { get; init; }

    /// <summary>What sort of source it is.</summary>
    public SourceKind Kind { get; init; }

    /// <summary>Whether it speaks on the record.</summary>
    public bool OnRecord { get; init; }

    /// <summary>Its address, or null.</summary>
    public string? Url { get; init; }

    /// <summary>Addresses of the same thing elsewhere.</summary>
    public IReadOnlyList<string> SameAs { get; init; } = [];

    /// <summary>Whom it works for, or null.</summary>
    public string? WorksFor { get; init; }

    /// <summary>What it covers, or null.</summary>
    public string? Beat { get; init; }

    /// <summary>Other ids that mean it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>No longer active.</summary>
    public bool Retired { get; init; }

    /// <summary>A note on how we treat it, or null.</summary>
    public string? PolicyNote { get; init; }
}

/// <summary>The closed list of source kinds.</summary>
public enum SourceKind
{
    /// <summary>A named person.</summary>
    Person,

    /// <summary>A publication.</summary>
    Outlet,

    /// <summary>Someone known for leaks, named or by a handle.</summary>
    Leaker,

    /// <summary>A studio, publisher or other official voice; never ranked.</summary>
    Official,

    /// <summary>A document.</summary>
    Document,

    /// <summary>A class of people who are not named.</summary>
    AnonymousClass,
}
