using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Rules;

namespace AlitaNews.Newsroom.Pages;

/// <summary>Where another generator listed the posts of a folder, and which list of ours is meant by it.</summary>
internal static class SectionAddresses
{
    /// <summary>The old addresses of an <c>_index.md</c>: those it names, and that of its folder.</summary>
    public static IReadOnlyList<string> List(SectionPage section, CompileSettings settings)
    {
        if (settings.Layout.IsOwn)
            return section.Aliases;
        var folder = ContentLayout.FolderOf(settings.Layout.BelowSite(section.Path));
        return [.. FormerAddresses.WithPrefix([.. section.Aliases, "/" + folder], settings.Generator.Prefix, Target(section.Path, settings.Layout)).Where(static address => !IndexKeys.FixedAddresses.Contains(address))];
    }

    /// <summary>The list that a folder's posts are in: its section's, or that of all articles.</summary>
    public static string Target(string path, ContentLayout layout) => Slug.Of(layout.SectionOf(path)) is { Length: > 0 } id ? "/sections/" + id : "/archive";
}
