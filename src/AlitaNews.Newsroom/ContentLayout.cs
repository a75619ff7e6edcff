using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Site;

namespace AlitaNews.Newsroom;

/// <summary>What a file of the content folder is, by its place and name.</summary>
public enum FileKind
{
    /// <summary>Nothing of ours.</summary>
    Other,

    /// <summary>An article, loose or a bundle's <c>index.md</c>.</summary>
    Article,

    /// <summary>A section's <c>_index.md</c>.</summary>
    Section,

    /// <summary>A standing page.</summary>
    Page,

    /// <summary>A claim's own file.</summary>
    Claim,

    /// <summary>A source.</summary>
    Source,

    /// <summary>An author.</summary>
    Author,

    /// <summary>A topic.</summary>
    Topic,

    /// <summary><c>site.yaml</c>.</summary>
    Site,

    /// <summary><c>redirects.yaml</c>.</summary>
    Redirects,

    /// <summary><c>_defaults.yaml</c>.</summary>
    Defaults,

    /// <summary>A picture.</summary>
    Picture,

    /// <summary>What is said of a picture in <c>name.jpg.yaml</c> beside it.</summary>
    Sidecar,

    /// <summary><c>ads.txt</c>.</summary>
    AdsText,

    /// <summary>Any other file of a bundle, or of <c>media/</c>: a press kit, a recording. It is served as it is, and nobody looks into it.</summary>
    Attachment,

    /// <summary>Settings of another generator, as far as they say something of its posts.</summary>
    Generator,

    /// <summary>A text that no page shows: in a format that is not read, beside a bundle's text, outside the articles. Said, not passed over.</summary>
    Foreign,
}

/// <summary>
/// Where things lie in a content folder (<c>content.md</c>, section 2). Paths are relative to it, with <c>/</c> between their parts;
/// pictures of media roots beside it begin with <c>../</c>. Immutable.
/// </summary>
public sealed class ContentLayout
{
    private static readonly string[] ArticleFolders = ["articles", "_posts", "posts", "post", "blog", "news"];
    private static readonly string[] SourceFolders = ["website/", "src/", "content/", "pages/", "data/"]; // never a part of an address
    private static readonly string[] ForeignEndings = [".mdx", ".mdown", ".mkd", ".adoc", ".asciidoc", ".org", ".rst", ".textile", ".qmd", ".rmd"];
    private static readonly string[] PictureEndings = [".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".svg", ".tif", ".tiff"];

    private const string DataEnding = ".11tydata.json";

    private ContentLayout(string articleRoot, string ownName)
    {
        ArticleRoot = articleRoot;
        OwnName = ownName;
    }

    /// <summary>What the content folder itself is called, or empty.</summary>
    public string OwnName { get; }

    /// <summary>Whether the articles lie where only this site has them, so that no other generator published them.</summary>
    public bool IsOwn => ArticleRoot == ArticleFolders[0] + "/";

    /// <summary>The folder that holds the articles, ending in <c>/</c>; empty: the content folder itself.</summary>
    public string ArticleRoot { get; }

    /// <summary>Chooses the folder of the articles from the names of the folders at the top.</summary>
    /// <param name="topFolders">Their names.</param>
    /// <param name="ownName">What the content folder itself is called.</param>
    public static ContentLayout Detect(IReadOnlySet<string> topFolders, string ownName = "")
    {
        var found = Array.Find(ArticleFolders, topFolders.Contains);
        return new ContentLayout(found is null ? "" : found + "/", ownName);
    }

    /// <summary>Whether a file or folder name is never looked at: hidden, temporary, a README, or a package folder.</summary>
    public static bool IsIgnored(ReadOnlySpan<char> name) =>
        name.IsEmpty
        || name[0] is '.' or '~' or '#'
        || name[^1] is '~' or '#'
        || name.StartsWith("README", StringComparison.OrdinalIgnoreCase)
        || name.Equals("node_modules", StringComparison.Ordinal)
        || name.Equals("4913", StringComparison.Ordinal) // what vim writes to see whether it may
        || name.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".swp", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".swx", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".bak", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".crdownload", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".part", StringComparison.OrdinalIgnoreCase)
        || name.Contains("___jb_", StringComparison.Ordinal);

    /// <summary>Whether a path names Markdown.</summary>
    public static bool IsMarkdown(ReadOnlySpan<char> path) =>
        path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a path names a picture.</summary>
    public static bool IsPicture(ReadOnlySpan<char> path)
    {
        foreach (var ending in PictureEndings)
        {
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Whether a path is a bundle's text, in whatever language: it makes its folder one article, or one in each of them.</summary>
    public static bool IsBundleIndex(string path) => IsNamed(FileName(path), "index");

    /// <summary>Whether a path is the page of a folder, in whatever language.</summary>
    public static bool IsListPage(string path) => IsNamed(FileName(path), "_index");

    // index.md, index.fr.md, index.pt-br.md
    private static bool IsNamed(ReadOnlySpan<char> name, string stem)
    {
        if (!name.StartsWith(stem, StringComparison.Ordinal) || !IsMarkdown(name))
            return false;
        var language = name[stem.Length..name.LastIndexOf('.')];
        return language.IsEmpty || (language[0] == '.' && ArticlePath.IsLanguage(language[1..]));
    }

    /// <summary>What a file is.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="isBundle">Whether a folder (without slash at its end) holds a bundle's text.</param>
    public FileKind KindOf(string path, Func<string, bool> isBundle)
    {
        if (IsPicture(path))
            return FileKind.Picture;
        if (path is "site.yaml" or "site.yml")
            return FileKind.Site;
        if (path is "redirects.yaml" or "redirects.yml")
            return FileKind.Redirects;
        if (path is "ads.txt")
            return FileKind.AdsText;
        if (GeneratorParser.Knows(path, ArticleRoot))
            return FileKind.Generator;
        var name = FileName(path);
        if (path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
        {
            if (name is "_defaults.yaml" or "_defaults.yml")
                return FileKind.Defaults;
            return IsPicture(Path.GetFileNameWithoutExtension(path)) ? FileKind.Sidecar : FileKind.Other;
        }

        if (IsEleventyData(path, name))
            return FileKind.Defaults;
        if (IsMarkdown(path))
            return KindOfMarkdown(path, name, isBundle) is not FileKind.Other and var kind ? kind : IsOurs(path) ? FileKind.Other : FileKind.Foreign;

        // What lies in a bundle is a resource of it, unless it is its text or, for Eleventy, a programme.
        if (!IsOwn && IsAmongArticles(path) && IsProgramme(name))
            return FileKind.Foreign;
        if (Array.Exists(ForeignEndings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            && KindOfMarkdown(Path.ChangeExtension(path, ".md"), Path.ChangeExtension(name, ".md"), isBundle) is not FileKind.Other)
            return FileKind.Foreign;
        return path.StartsWith("media/", StringComparison.Ordinal) || (IsAmongArticles(path) && IsInBundle(path, isBundle)) ? FileKind.Attachment : FileKind.Other;
    }

    /// <summary>Whether a path lies where articles do: below their folder, or among the drafts.</summary>
    public bool IsAmongArticles(string path) => path.StartsWith(ArticleRoot, StringComparison.Ordinal) || IsInDrafts(path);

    /// <summary>The section of an article: the first folder below the articles, or nothing.</summary>
    public string SectionOf(string path)
    {
        var rest = Below(path);
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0)
            return "";
        // The first folder may be the bundle itself.
        return IsBundleIndex(path) && rest.IndexOf('/', slash + 1) < 0 ? "" : rest[..slash];
    }

    /// <summary>Whether an <c>_index.md</c> is the page of a section: it lies in the first folder below the articles.</summary>
    public bool IsSectionPage(string path) => Below(path).Count(static c => c == '/') == 1;

    /// <summary>Whether a file lies in a folder of drafts.</summary>
    public static bool IsInDrafts(string path) =>
        path.StartsWith("_drafts/", StringComparison.Ordinal) || path.Contains("/_drafts/", StringComparison.Ordinal);

    /// <summary>Whether a text of topics and tags is split on blanks too, as Jekyll does.</summary>
    public bool IsJekyll(string path) =>
        (ArticleRoot.Length == 0 && OwnName == "_posts") || path.StartsWith("_posts/", StringComparison.Ordinal) || path.Contains("/_posts/", StringComparison.Ordinal) || IsInDrafts(path);

    /// <summary>A path as the generator saw it that published a folder of posts: below the folder above, where the content folder is that of the posts itself.</summary>
    public string BelowSite(string path)
    {
        if (ArticleRoot.Length == 0 && Array.IndexOf(ArticleFolders, OwnName) > 0)
            return OwnName + "/" + path;
        foreach (var folder in SourceFolders)
        {
            if (path.StartsWith(folder, StringComparison.Ordinal))
                path = path[folder.Length..];
        }

        return path;
    }

    /// <summary>The folder of a path, without slash at its end; empty at the top.</summary>
    public static string FolderOf(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? "" : path[..slash];
    }

    /// <summary>For which files defaults hold: a folder without slash at its end, or one text, which ends in <c>.md</c>.</summary>
    public string ScopeOf(string path)
    {
        var folder = FolderOf(path);
        var isOfFolder = !path.EndsWith(DataEnding, StringComparison.Ordinal) || FileName(path) == NameOf(folder) + DataEnding;
        return isOfFolder ? folder : path[..^DataEnding.Length] + ".md";
    }

    private string NameOf(string folder) => folder.Length == 0 ? OwnName : FileName(folder);

    /// <summary>The scope of defaults that hold for one text alone.</summary>
    public static string OwnScopeOf(string path) => Path.ChangeExtension(path, ".md");

    /// <summary>The last part of a path.</summary>
    public static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];

    private FileKind KindOfMarkdown(string path, string name, Func<string, bool> isBundle)
    {
        var top = path.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 ? path[..slash] : "";
        FileKind? own = top switch
        {
            "pages" => FileKind.Page,
            "claims" => FileKind.Claim,
            "sources" => FileKind.Source,
            "authors" => FileKind.Author,
            "topics" => FileKind.Topic,
            "media" => FileKind.Other,
            _ => null,
        };
        if (own is { } kind)
            return OneLevelBelow(path, top) ? kind : FileKind.Other;

        if (!IsAmongArticles(path))
            return FileKind.Other;
        if (name is "_index.md" or "_index.markdown")
            return FileKind.Section;
        if (IsListPage(name))
            return FileKind.Other;

        // Inside a bundle only its own text is an article.
        return IsInBundle(IsBundleIndex(path) ? FolderOf(path) : path, isBundle) ? FileKind.Other : FileKind.Article;
    }

    // The folder of all articles is no bundle: an index.md there is the home page of another generator, beside its posts.
    private bool IsInBundle(string path, Func<string, bool> isBundle)
    {
        for (var folder = FolderOf(path); folder.Length > 0 && !ArticleRoot.AsSpan().TrimEnd('/').SequenceEqual(folder); folder = FolderOf(folder))
        {
            if (isBundle(folder))
                return true;
        }

        return false;
    }

    // Media are looked at as pictures; beside articles/, which is our own name, an editor may keep what they like.
    private bool IsOurs(string path) => path.StartsWith("media/", StringComparison.Ordinal) || (IsOwn && !IsAmongArticles(path) && !path.StartsWith("pages/", StringComparison.Ordinal));

    // Eleventy's data: posts/posts.json of a folder, posts/story.11tydata.json of one post.
    private bool IsEleventyData(string path, string name) =>
        !IsOwn && IsAmongArticles(path) && (name.EndsWith(DataEnding, StringComparison.Ordinal) || name == NameOf(FolderOf(path)) + ".json");

    /// <summary>Whether a file is a programme that gives posts of Eleventy their data, posts/posts.11tydata.js.</summary>
    public static bool IsProgramme(string name) => name.Contains(".11tydata.", StringComparison.Ordinal) && !name.EndsWith(".json", StringComparison.Ordinal);

    private static bool OneLevelBelow(string path, string top) =>
        path.IndexOf('/', top.Length + 1) < 0 && FileName(path) is not ("_index.md" or "index.md");

    private string Below(string path) =>
        path.StartsWith(ArticleRoot, StringComparison.Ordinal) ? path[ArticleRoot.Length..]
        : path.StartsWith("_drafts/", StringComparison.Ordinal) ? path["_drafts/".Length..]
        : path;
}
