using AlitaNews.Newsroom.Site;

namespace AlitaNews.Newsroom.Articles;

/// <summary>What an article's front matter is read with, besides its own text.</summary>
public sealed record ArticleSettings
{
    /// <summary>The site: its zone, its author.</summary>
    public required SiteFile Site { get; init; }

    /// <summary>The moment of compilation.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>When the file was first seen: the date of an article that gives none.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>The section by the folder; empty directly below the articles folder.</summary>
    public string Section { get; init; } = "";

    /// <summary>The defaults of the folder, already filled from the folders above it; null: none.</summary>
    public FolderDefaults? Defaults { get; init; }

    /// <summary>What another generator's settings say: who the people and what the tags are that posts name by a key.</summary>
    public GeneratorSettings Generator { get; init; } = GeneratorSettings.None;

    /// <summary>Whether the file lies in a folder of drafts.</summary>
    public bool InDrafts { get; init; }

    /// <summary>Whether a text of topics or tags is split at blanks too, as in a Jekyll tree.</summary>
    public bool SplitAtBlanks { get; init; }
}
