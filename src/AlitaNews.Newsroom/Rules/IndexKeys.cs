namespace AlitaNews.Newsroom.Rules;

/// <summary>The names under which <see cref="ContentIndex"/> knows things: <c>claim:</c> (something is said of it), <c>known-claim:</c> (and more than its name), <c>source:</c>, <c>topic:</c>, <c>author:</c>, <c>article:</c>, <c>slug:</c>, <c>page:</c>, <c>path:</c>, <c>name:</c> (a file's stem) <c>url:</c> (an address) and <c>gone:</c> (an address that answers 410 on purpose).</summary>
public static class IndexKeys
{
    /// <summary>Addresses that exist whatever the content is. A standing page may not be called like one of their first parts.</summary>
    public static IReadOnlySet<string> FixedAddresses { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "/", "/archive", "/rumours", "/sources", "/status", "/corrections", "/search", "/feed.xml", "/feed.atom", "/feed.json",
        "/sitemap.xml", "/sitemap-news.xml", "/robots.txt", "/opensearch.xml", "/site.webmanifest", "/favicon.ico", "/sections",
        "/topics", "/tags", "/authors", "/claims", "/claims.json", "/sources.json", "/news", "/healthz", "/readyz", "/ads.txt",
        "/media", "/cards", "/desk", "/sitemaps", "/.well-known", "/llms.txt", "/css", "/js", "/brand", "/errors",
    };

    /// <summary>The prefixes of keys that name things editors write by id.</summary>
    public static IReadOnlyList<string> Prefixes { get; } = ["claim:", "known-claim:", "source:", "topic:", "author:", "file-source:", "file-topic:"];

    /// <summary>The one of <see cref="Prefixes"/> that a key has, or null.</summary>
    public static string? PrefixOf(string key)
    {
        foreach (var prefix in Prefixes)
        {
            if (key.StartsWith(prefix, StringComparison.Ordinal))
                return prefix;
        }

        return null;
    }

    /// <summary>Under which name the index keeps a file's facts: its path, or, for one that was deleted, its id.</summary>
    public static string KeyOf(FileFacts facts) => facts.Vanished ? VanishedKey(facts.Id) : facts.Path;

    /// <summary>The name under which the index keeps what was deleted; no path of a file begins like it.</summary>
    public static string VanishedKey(string id) => "vanished:" + id;

    /// <summary>The keys by which no two files may be known.</summary>
    public static IEnumerable<string> IdentitiesOf(FileFacts facts)
    {
        if (facts.Vanished)
            yield break; // a deleted file gives its names up
        if (facts.Article is { } article)
        {
            yield return "article:" + facts.Id;
            yield return "slug:" + article.Slug;
        }
        else if (PrefixOf(facts.Kind) is { } prefix && facts.Id.Length > 0)
        {
            yield return "file-" + prefix + facts.Id;
        }
        else if (facts.Kind is FileKind.Sidecar or FileKind.Site)
        {
            // The same file written .yaml and .yml.
            yield return "data:" + Path.ChangeExtension(facts.Path, null);
        }
    }

    /// <summary>Every key that exists because of a file.</summary>
    public static IEnumerable<string> MadeBy(FileFacts facts)
    {
        foreach (var claim in facts.Article?.Claims ?? [])
        {
            yield return "claim:" + claim.Id;
            if (claim.Status is not null || claim.Text is not null)
                yield return "known-claim:" + claim.Id;
        }

        if (facts.Vanished || !IsShown(facts))
            yield break;
        foreach (var key in IdentitiesOf(facts))
            yield return key;
        yield return "path:" + facts.Path;
        foreach (var address in facts.Addresses)
            yield return "url:" + address;
        foreach (var address in facts.GoneAddresses)
            yield return "gone:" + address;
        if (facts.Article is { } article)
        {
            yield return "name:" + StemOf(facts.Path);
            yield return "url:/news/" + article.Slug;
            foreach (var reference in facts.References)
            {
                // A source or topic that an article lists exists by that, as a stub.
                if (reference.Kind is ReferenceTarget.ListedSource or ReferenceTarget.ListedTopic)
                    yield return reference.Keys[0].Replace("file-", "", StringComparison.Ordinal);
            }

            yield break;
        }

        if (PrefixOf(facts.Kind) is not { } prefix || facts.Id.Length == 0)
            yield break;
        yield return prefix + facts.Id;
        foreach (var alias in facts.AliasIds)
            yield return prefix + alias;
        if (facts.Source is not null)
        {
            // Under "source:" stand the thousands of articles that list it as well.
            foreach (var id in facts.AliasIds.Append(facts.Id))
                yield return "described-source:" + id;
        }

        if (facts.Claim is { } file)
        {
            foreach (var id in file.Aliases.Concat(file.Merges).Append(file.Id))
                yield return "known-claim:" + id;
        }

        if (facts.Kind == FileKind.Page)
            yield return "name:" + facts.Id;
        yield return facts.Kind == FileKind.Page ? "url:/" + facts.Id : "url:/" + prefix.TrimEnd(':') + "s/" + facts.Id;
    }

    /// <summary>Whether a key is an address that exists whatever the content is.</summary>
    public static bool IsFixed(string key) => key.StartsWith("url:", StringComparison.Ordinal) && FixedAddresses.Contains(key["url:".Length..]);

    /// <summary>The keys of which one must exist for an internal link to lead somewhere.</summary>
    /// <param name="link">The key of a <c>link</c> marker: <c>path:</c>, <c>url:</c> or <c>name:</c>.</param>
    public static IReadOnlyList<string> OfLink(string link)
    {
        if (link.StartsWith("path:", StringComparison.Ordinal))
        {
            var path = link["path:".Length..].TrimEnd('/');
            return ContentLayout.IsMarkdown(path) ? [link] : ["path:" + path + ".md", "path:" + path + ".markdown", "path:" + path + "/index.md", "path:" + path + "/index.markdown", "path:" + path + "/_index.md", "path:" + path];
        }

        if (!link.StartsWith("url:", StringComparison.Ordinal))
            return [link];
        var address = link["url:".Length..];
        var end = address.AsSpan().IndexOfAny('?', '#');
        address = end < 0 ? address : address[..end];
        if (address.StartsWith("/media/", StringComparison.Ordinal))
            return ["path:" + address[1..]];
        return address.Length > 1 && address.EndsWith('/') ? ["url:" + address, "url:" + address.TrimEnd('/')] : ["url:" + address, "url:" + address + "/"];
    }

    /// <summary>The key of the picture that a sidecar's key belongs to, else the key itself: nobody names a sidecar, but who shows its picture depends on it.</summary>
    public static string PictureOf(string key) =>
        key.StartsWith("path:", StringComparison.Ordinal) && (key.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || key.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
            ? key[..key.LastIndexOf('.')]
            : key;

    /// <summary>The stem of a file by which other generators link to it: without date and ending; of a bundle, its folder's.</summary>
    public static string StemOf(string path)
    {
        var name = ContentLayout.IsBundleIndex(path) ? ContentLayout.FileName(ContentLayout.FolderOf(path)) : ContentLayout.FileName(path);
        return Path.GetFileNameWithoutExtension(name);
    }

    // A link to what no page shows leads nowhere.
    private static bool IsShown(FileFacts facts) => facts.Kind is not FileKind.Foreign && (facts.Kind is not FileKind.Section || facts.Id.Length > 0);

    private static string? PrefixOf(FileKind kind) => kind switch
    {
        FileKind.Claim => "claim:",
        FileKind.Source => "source:",
        FileKind.Topic => "topic:",
        FileKind.Author => "author:",
        FileKind.Section => "section:",
        FileKind.Page => "page:",
        _ => null,
    };
}
