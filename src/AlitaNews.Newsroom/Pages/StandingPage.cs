namespace AlitaNews.Newsroom.Pages;

/// <summary>A page that stands: about, policies, contact (<c>pages/x.md</c> is <c>/x</c>). Immutable.</summary>
public sealed record StandingPage
{
    /// <summary>The file, relative to the content folder.</summary>
    public required string Path { get; init; }

    /// <summary>The name: the address without its slash.</summary>
    public required string Name { get; init; }

    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>The standfirst as inline HTML, or null.</summary>
    public string? StandfirstHtml { get; init; }

    /// <summary>The text of the description meta tag, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The last change, as the editor gave it; null: observed.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Not for search engines.</summary>
    public bool NoIndex { get; init; }

    /// <summary>Old root-relative addresses.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}

/// <summary>A section's own page, from <c>_index.md</c>. Immutable.</summary>
public sealed record SectionPage
{
    /// <summary>The file, relative to the content folder.</summary>
    public required string Path { get; init; }

    /// <summary>The section's id: the first folder below the articles folder.</summary>
    public required string Id { get; init; }

    /// <summary>The name readers see.</summary>
    public required string Title { get; init; }

    /// <summary>Addresses it had, or had in another generator.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The standfirst as inline HTML, or null.</summary>
    public string? StandfirstHtml { get; init; }
}
