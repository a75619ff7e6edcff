using AlitaNews.Newsroom.Markdown.Links;

namespace AlitaNews.Newsroom.Markdown.Figures;

/// <summary>Where the file of a picture may lie (<c>content.md</c> section 2, "Media resolution").</summary>
public static class MediaPaths
{
    /// <summary>The paths to try, best first; empty for a picture at another host, and for what is none.</summary>
    /// <param name="path">The path of the file that shows the picture.</param>
    /// <param name="src">The address as written.</param>
    /// <param name="roots">The media roots of the site.</param>
    public static IReadOnlyList<string> List(string path, string src, IReadOnlyList<string> roots)
    {
        if (FindForeignHost(src) is not null)
            return [];
        var file = WithoutRootSign(WithoutQuery(src.Trim().Replace('\\', '/')));
        var list = new List<string>(4 + (2 * roots.Count));
        if (file.StartsWith('/'))
        {
            if (file.StartsWith("/media/", StringComparison.Ordinal))
                file = file["/media".Length..];
            Add(list, LinkTarget.Resolve("", file));
        }
        else
        {
            if (BundleOf(path) is { } bundle)
                Add(list, LinkTarget.Resolve(bundle, file));
            Add(list, LinkTarget.Resolve(path, file));
        }

        var rest = LinkTarget.Resolve("", file);
        AddShared(list, rest, roots);

        // Eleventy and Astro count from the folder above their sources.
        if (rest.StartsWith("src/", StringComparison.Ordinal))
        {
            Add(list, rest);
            AddShared(list, rest["src/".Length..], roots);
        }

        return list;
    }

    private static void AddShared(List<string> list, string rest, IReadOnlyList<string> roots)
    {
        Add(list, "media/" + rest);
        if (rest.StartsWith("media/", StringComparison.Ordinal))
            Add(list, rest);
        foreach (var root in roots)
        {
            var folder = LinkTarget.Resolve("", root);
            Add(list, folder + "/" + rest);
            Add(list, "../" + folder + "/" + rest);

            // "static/x.jpg" is also written by people who mean the root itself.
            if (rest.StartsWith(folder + "/", StringComparison.Ordinal))
            {
                Add(list, rest);
                Add(list, "../" + rest);
            }
        }
    }

    /// <summary>The host of a picture elsewhere, <c>data:</c> for one in the address itself, or null for one of the site.</summary>
    public static string? FindForeignHost(string src)
    {
        var target = LinkTarget.Read(src, "");
        return target.Kind switch
        {
            LinkKind.External => LinkTarget.HostOf(target.Value) ?? target.Value,
            LinkKind.Forbidden => target.Value + ":",
            _ => null,
        };
    }

    private static string? BundleOf(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return dot <= 0 || name.StartsWith("index.", StringComparison.Ordinal) || name.StartsWith("_index.", StringComparison.Ordinal)
            ? null
            : path[..(path.Length - name.Length + dot)] + "/";
    }

    // Docusaurus counts from the site, @site/static/x.png, Astro from its sources, ~/assets/x.png: so does an address that begins with a slash.
    private static string WithoutRootSign(string src)
    {
        foreach (var sign in (ReadOnlySpan<string>)["@site/", "~/", "@/", "@"])
        {
            if (src.StartsWith(sign, StringComparison.Ordinal) && src.Contains('/', StringComparison.Ordinal))
                return "/" + src[sign.Length..];
        }

        return src;
    }

    private static string WithoutQuery(string src)
    {
        var end = src.AsSpan().IndexOfAny("?#");
        return LinkTarget.Decode(end < 0 ? src : src[..end]);
    }

    private static void Add(List<string> list, string path)
    {
        if (ContentLayout.IsPicture(path) && !list.Contains(path))
            list.Add(path);
    }
}
