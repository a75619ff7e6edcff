using AlitaNews.Newsroom;
using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Site;
using AlitaNews.Web.Publishing;

namespace AlitaNews.Web.Desk;

/// <summary>Compiles one file as it lies in the folder at this moment, for its editor's eyes: nothing of it is stored. Safe to share.</summary>
public sealed class FilePreview(ContentFolder folder, TimeProvider time)
{
    /// <summary>The file, compiled as far as that goes; null where it cannot be read, or is no file of ours.</summary>
    /// <param name="path">Its path, relative to the content folder.</param>
    /// <param name="site">What <c>site.yaml</c> says.</param>
    public CompiledFile? Find(string path, SiteFile site)
    {
        if (path.Split('/').Any(static part => ContentLayout.IsIgnored(part)))
            return null;
        try
        {
            if (folder.ListTopFolders() is not { } top || Read(path) is not { } bytes)
                return null;
            var settings = new CompileSettings { Site = site, Now = time.GetUtcNow(), Layout = ContentLayout.Detect(top, Path.GetFileName(folder.Root)), ForPreview = true };
            var kind = settings.Layout.KindOf(path, IsBundle);
            return kind == FileKind.Other
                ? null
                : NewsroomCompiler.Compile(path, kind, bytes, settings.Now, null, settings with { Defaults = ReadDefaults(path, settings) });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // From the top down: what a folder does not say, the one above it says.
    private Dictionary<string, FolderDefaults> ReadDefaults(string path, CompileSettings settings)
    {
        var defaults = new Dictionary<string, FolderDefaults>(StringComparer.Ordinal);
        FolderDefaults? above = null;
        foreach (var at in ListFolders(path))
        {
            foreach (var name in new[] { "_index.md", "_defaults.yaml", "_defaults.yml" })
            {
                var file = at.Length == 0 ? name : at + "/" + name;
                if (Read(file) is { } bytes && NewsroomCompiler.ReadDefaults(file, bytes, settings) is { } own)
                    defaults[at] = above = own.Below(above);
            }
        }

        return defaults;
    }

    private static IEnumerable<string> ListFolders(string path)
    {
        yield return "";
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
            yield return path[..slash];
    }

    private bool IsBundle(string path) => folder.CanOpen(path + "/index.md") || folder.CanOpen(path + "/index.markdown");

    // Asked for by name, so that a link which leads outside is looked at here.
    private byte[]? Read(string path) => folder.ListAt(path, [], CancellationToken.None).Any(found => found.Path == path) ? folder.Read(path) : null;
}
