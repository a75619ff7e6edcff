namespace AlitaNews.Newsroom.Rules;

/// <summary>Under which names <see cref="ContentIndex"/> knows files, and what they refer to.</summary>
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

    // What a link to a path may leave out, the likeliest first.
    private static readonly string[] TextEndings = [".md", ".markdown", "/index.md", "/index.markdown", "/_index.md", ""];

    /// <summary>The kinds of names that editors write by id, and may mistype.</summary>
    public static IReadOnlyList<KeyKind> Written { get; } =
        [KeyKind.Claim, KeyKind.KnownClaim, KeyKind.Source, KeyKind.SourceFile, KeyKind.Topic, KeyKind.TopicFile, KeyKind.Author];

    /// <summary>Under which name the index keeps a file's facts: its path, or, for one that was deleted, its id.</summary>
    public static string KeyOf(FileFacts facts) => facts.Vanished ? VanishedKey(facts.Id) : facts.Path;

    /// <summary>The name under which the index keeps what was deleted; no path of a file begins like it.</summary>
    public static string VanishedKey(string id) => "vanished:" + id;

    /// <summary>The keys by which no two files may be known.</summary>
    public static IEnumerable<IndexKey> IdentitiesOf(FileFacts facts)
    {
        if (facts.Vanished)
            yield break; // a deleted file gives its names up
        if (facts.Article is { } article)
        {
            yield return new(KeyKind.Article, facts.Id);
            yield return new(KeyKind.Slug, article.Slug);
        }
        else if (KindsOf(facts.Kind) is { } kinds && facts.Id.Length > 0)
        {
            yield return new(kinds.File, facts.Id);
        }
        else if (facts.Kind is FileKind.Sidecar or FileKind.Site)
        {
            // The same file written .yaml and .yml.
            yield return new(KeyKind.Data, Path.ChangeExtension(facts.Path, null));
        }
    }

    /// <summary>The keys on which findings about a file depend.</summary>
    /// <param name="facts">The file.</param>
    /// <param name="mediaRoots">Where pictures may lie.</param>
    public static IEnumerable<IndexKey> ReferredToBy(FileFacts facts, IReadOnlyList<string> mediaRoots) =>
        facts.Vanished ? WaitedForBy(facts) : facts.RefersTo.SelectMany(reference => ReferenceKeys.List(reference, facts.Path, mediaRoots));

    /// <summary>The keys that answer the address of an article that was deleted: again, or as gone on purpose.</summary>
    public static IEnumerable<IndexKey> WaitedForBy(FileFacts vanished)
    {
        var address = "/news/" + vanished.Article!.Slug;
        return [new(KeyKind.Address, address), new(KeyKind.Gone, address)];
    }

    /// <summary>Every key that exists because of a file.</summary>
    public static IEnumerable<IndexKey> MadeBy(FileFacts facts)
    {
        foreach (var claim in facts.Article?.Claims ?? [])
        {
            yield return new(KeyKind.Claim, claim.Id);
            if (claim.Status is not null || claim.Text is not null)
                yield return new(KeyKind.KnownClaim, claim.Id);
        }

        if (facts.Vanished || !IsShown(facts))
            yield break;
        foreach (var key in IdentitiesOf(facts))
            yield return key;
        yield return new(KeyKind.Path, facts.Path);
        foreach (var address in facts.Addresses)
            yield return new(KeyKind.Address, address);
        foreach (var address in facts.GoneAddresses)
            yield return new(KeyKind.Gone, address);
        if (facts.Article is { } article)
        {
            yield return new(KeyKind.Stem, StemOf(facts.Path));
            yield return new(KeyKind.Address, "/news/" + article.Slug);
            if (article.Section.Length > 0)
                yield return new(KeyKind.Section, article.Section);
            foreach (var reference in facts.RefersTo)
            {
                // A source or topic that an article lists exists by that, as a stub.
                if (reference.Kind is ReferenceTarget.ListedSource)
                    yield return new(KeyKind.Source, reference.Target);
                else if (reference.Kind is ReferenceTarget.ListedTopic)
                    yield return new(KeyKind.Topic, reference.Target);
            }

            yield break;
        }

        if (KindsOf(facts.Kind) is not { } kinds || facts.Id.Length == 0)
            yield break;
        yield return new(kinds.Named, facts.Id);
        foreach (var alias in facts.AliasIds)
            yield return new(kinds.Named, alias);
        if (facts.Source is not null)
        {
            // As a source it is named by the thousands of articles that list it as well.
            foreach (var id in facts.AliasIds.Append(facts.Id))
                yield return new(KeyKind.DescribedSource, id);
        }

        if (facts.Claim is { } file)
        {
            foreach (var id in file.Aliases.Concat(file.Merges).Append(file.Id))
                yield return new(KeyKind.KnownClaim, id);
        }

        if (facts.Kind == FileKind.Page)
            yield return new(KeyKind.Stem, facts.Id);
        yield return new(KeyKind.Address, kinds.Folder + facts.Id);
    }

    /// <summary>Whether a key is an address that exists whatever the content is.</summary>
    public static bool IsFixed(IndexKey key) => key.Kind == KeyKind.Address
        && (FixedAddresses.Contains(key.Name) || key.Name.StartsWith("/tags/", StringComparison.Ordinal) || key.Name.StartsWith("/authors/", StringComparison.Ordinal)); // of these, nobody here knows all

    /// <summary>The keys of which one must exist for an internal link to lead somewhere.</summary>
    /// <param name="link">The key of a <c>link</c> marker: <c>path:</c>, <c>url:</c> or <c>name:</c>.</param>
    public static IEnumerable<IndexKey> OfLink(string link)
    {
        var (kind, target) = (link[..link.IndexOf(':', StringComparison.Ordinal)], link[(link.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        switch (kind)
        {
            case "path":
                var path = target.TrimEnd('/');
                return ContentLayout.IsMarkdown(path)
                    ? [new(KeyKind.Path, target)]
                    : [.. TextEndings.Select(ending => new IndexKey(KeyKind.Path, path + ending))];
            case "name":
                return [new(KeyKind.Stem, target)];
            default:
                var end = target.AsSpan().IndexOfAny('?', '#');
                var address = end < 0 ? target : target[..end];
                if (address.StartsWith("/media/", StringComparison.Ordinal))
                    return [new(KeyKind.Path, address[1..])];
                if (address.Split('/', StringSplitOptions.RemoveEmptyEntries) is [("sections" or "topics" or "sources") and var list, var id])
                    return [new(KeyKind.Address, $"/{list}/{id}"), new(list == "sections" ? KeyKind.Section : list == "topics" ? KeyKind.Topic : KeyKind.Source, id)];
                return address.Length > 1 && address.EndsWith('/')
                    ? [new(KeyKind.Address, address), new(KeyKind.Address, address.TrimEnd('/'))]
                    : [new(KeyKind.Address, address), new(KeyKind.Address, address + "/")];
        }
    }

    /// <summary>The key of the picture that a sidecar's key belongs to, else the key itself: nobody names a sidecar, but who shows its picture depends on it.</summary>
    public static IndexKey PictureOf(IndexKey key) =>
        key.Kind == KeyKind.Path && (key.Name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || key.Name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
            ? key with { Name = key.Name[..key.Name.LastIndexOf('.')] }
            : key;

    /// <summary>The stem of a file by which other generators link to it: without date and ending; of a bundle, its folder's.</summary>
    public static string StemOf(string path)
    {
        var name = ContentLayout.IsBundleIndex(path) ? ContentLayout.FileName(ContentLayout.FolderOf(path)) : ContentLayout.FileName(path);
        return Path.GetFileNameWithoutExtension(name);
    }

    // A link to what no page shows leads nowhere.
    private static bool IsShown(FileFacts facts) => facts.Kind is not FileKind.Foreign && (facts.Kind is not FileKind.Section || facts.Id.Length > 0);

    private static (KeyKind Named, KeyKind File, string Folder)? KindsOf(FileKind kind) => kind switch
    {
        FileKind.Claim => (KeyKind.Claim, KeyKind.ClaimFile, "/claims/"),
        FileKind.Source => (KeyKind.Source, KeyKind.SourceFile, "/sources/"),
        FileKind.Topic => (KeyKind.Topic, KeyKind.TopicFile, "/topics/"),
        FileKind.Author => (KeyKind.Author, KeyKind.AuthorFile, "/authors/"),
        FileKind.Section => (KeyKind.Section, KeyKind.SectionFile, "/sections/"),
        FileKind.Page => (KeyKind.Page, KeyKind.PageFile, "/"),
        _ => null,
    };
}
