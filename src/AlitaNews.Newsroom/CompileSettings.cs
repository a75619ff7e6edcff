using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Markdown;
using AlitaNews.Newsroom.Site;

namespace AlitaNews.Newsroom;

/// <summary>What a file is compiled with, besides its own text. Immutable.</summary>
public sealed record CompileSettings
{
    /// <summary>The site.</summary>
    public required SiteFile Site { get; init; }

    /// <summary>The moment of compilation.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Where things lie.</summary>
    public required ContentLayout Layout { get; init; }

    /// <summary>What the settings of another generator say.</summary>
    public GeneratorSettings Generator { get; init; } = GeneratorSettings.None;

    /// <summary>What folders say for the articles below them, by <see cref="ContentLayout.ScopeOf"/>; each is already filled from those above.</summary>
    public IReadOnlyDictionary<string, FolderDefaults> Defaults { get; init; } = new Dictionary<string, FolderDefaults>();

    /// <summary>Whether an article that cannot be published is compiled nonetheless, as far as that goes: its editor wants to see it.</summary>
    public bool ForPreview { get; init; }

    /// <summary>How bodies are read.</summary>
    public MarkdownSettings Markdown => new(Site.AdWords, Site.PandocFigures, Site.Typography, Site.WikiLinks, Site.Features.Contains("math")) { MediaRoots = Site.MediaRoots, OwnName = Layout.OwnName, ArticleRoot = Layout.ArticleRoot };

    /// <summary>The defaults that hold for a file: its own, else its nearest folder's.</summary>
    public FolderDefaults? FindDefaults(string path)
    {
        if (Defaults.TryGetValue(ContentLayout.OwnScopeOf(path), out var own))
            return own;
        for (var folder = ContentLayout.FolderOf(path); ; folder = ContentLayout.FolderOf(folder))
        {
            if (Defaults.TryGetValue(folder, out var found))
                return found;
            if (folder.Length == 0)
                return null;
        }
    }
}
