using AlitaNews.Newsroom.Diagnostics;

namespace AlitaNews.Store.Desk;

/// <summary>A file of the content folder as the desk knows it: where it stands with the edition, and what is wrong with it. Immutable.</summary>
public sealed record DeskFile
{
    /// <summary>The path, relative to the content folder.</summary>
    public required string Path { get; init; }

    /// <summary>Whether an error keeps its newest version out of the edition.</summary>
    public bool Held { get; init; }

    /// <summary>What is found in it, in the order of the printers.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; init; } = [];

    /// <summary>Where readers see it now, root-relative, be it an older version; null: nowhere.</summary>
    public string? Address { get; init; }

    /// <summary>Whether it is an article of the edition: a draft and one of the future too.</summary>
    public bool IsArticle { get; init; }

    /// <summary>Whether that is a draft.</summary>
    public bool Draft { get; init; }

    /// <summary>When readers see that article from, or null.</summary>
    public DateTimeOffset? Publish { get; init; }

    /// <summary>The name of the standing page that it is, or null.</summary>
    public string? Page { get; init; }
}
