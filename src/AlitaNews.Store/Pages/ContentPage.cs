using AlitaNews.Store.Articles;

namespace AlitaNews.Store.Pages;

/// <summary>A page that stands (about, policies, contact), as shown. Immutable.</summary>
public sealed record ContentPage
{
    /// <summary>The edition that this was read from.</summary>
    public required long Edition { get; init; }

    /// <summary>The name: its address without the slash.</summary>
    public required string Name { get; init; }

    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>The standfirst as inline HTML, or null.</summary>
    public string? StandfirstHtml { get; init; }

    /// <summary>The body as stored: safe HTML with markers.</summary>
    public required string BodyHtml { get; init; }

    /// <summary>What fills the markers.</summary>
    public BodyMaterial Material { get; init; } = BodyMaterial.None;

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>The text of the description meta tag, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Not for search engines.</summary>
    public bool NoIndex { get; init; }
}
