namespace AlitaNews.Newsroom.Authors;

/// <summary>An author file. Immutable.</summary>
public sealed record Author
{
    /// <summary>The file, relative to the content folder.</summary>
    public required string Path { get; init; }

    /// <summary>The id: the file's name.</summary>
    public required string Id { get; init; }

    /// <summary>The name readers see.</summary>
    public required string Name { get; init; }

    /// <summary>Their address, or null.</summary>
    public string? Url { get; init; }

    /// <summary>Their role, or null.</summary>
    public string? Role { get; init; }

    /// <summary>A picture, as written, or null.</summary>
    public string? Image { get; init; }

    /// <summary>Addresses of the same person elsewhere.</summary>
    public IReadOnlyList<string> SameAs { get; init; } = [];
}
