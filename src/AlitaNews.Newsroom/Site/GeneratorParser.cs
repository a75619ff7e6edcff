using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Site;

/// <summary>
/// Reads the settings of Jekyll and Hugo, and the lists of authors of Docusaurus and Jekyll themes. They are somebody else's: what cannot be
/// read or is not known means nothing, and nobody is told.
/// </summary>
public static class GeneratorParser
{
    private static readonly string[] Settings =
        ["_config.yml", "_config.yaml", "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml", "config.yml"];

    private static readonly string[] People = ["authors.yml", "authors.yaml", "_data/authors.yml", "_data/authors.yaml"];

    /// <summary>The names of the files, as far as they may lie beside the content folder.</summary>
    public static IReadOnlyList<string> NamesBeside { get; } = [.. Settings, .. People];

    /// <summary>Whether a path is one of these files.</summary>
    /// <param name="path">Relative to the content folder; beside it, it begins with <c>../</c>.</param>
    /// <param name="articleRoot">Where the articles lie.</param>
    public static bool Knows(string path, string articleRoot)
    {
        var name = path.StartsWith("../", StringComparison.Ordinal) ? path[3..] : path;
        return NamesBeside.Contains(name) || (articleRoot.Length > 0 && path.StartsWith(articleRoot, StringComparison.Ordinal) && People.Contains(path[articleRoot.Length..]));
    }

    /// <summary>Adds what a file says.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="before">What other files say; what they say first stays.</param>
    public static GeneratorSettings Add(string path, byte[] bytes, GeneratorSettings before)
    {
        if (SourceFile.TryDecode(path, bytes, out _) is not { } file || Read(file) is not { } map)
            return before;
        if (People.Any(name => path.EndsWith(name, StringComparison.Ordinal)))
            return before with { People = ListPeople(map).Concat(before.People).DistinctBy(static one => one.Key).ToDictionary(StringComparer.Ordinal) };
        return ContentLayout.FileName(path).StartsWith("_config", StringComparison.Ordinal) ? AddJekyll(map, before) : AddHugo(map, before);
    }

    private static FieldNode? Read(SourceFile file)
    {
        var bag = new DiagnosticBag(file);
        if (file.Text.Length > TextLimits.FrontMatterBytes)
            return null;
        var map = Path.GetExtension(file.Path) switch
        {
            ".toml" => TomlFieldReader.Read(file.Text, 0, []),
            ".json" => JsonFieldReader.Read(file.Text, 0, []),
            _ => FrontMatterReader.ReadData(file, bag),
        };
        return bag.Blocked ? null : map;
    }

    private static GeneratorSettings AddJekyll(FieldNode map, GeneratorSettings before)
    {
        var patterns = new List<AddressPattern>();
        foreach (var rule in map.Find("defaults")?.Items ?? [])
            Put(patterns, rule.Find("scope")?.Find("path")?.Text.Trim('/') is { Length: > 0 } path ? path : FolderOf(rule.Find("scope")?.Find("type")?.Text), rule.Find("values")?.Find("permalink"), isHugo: false);
        foreach (var collection in map.Find("collections")?.Fields ?? [])
            Put(patterns, FolderOf(collection.Key), collection.Value.Find("permalink"), isHugo: false);
        Put(patterns, "", map.Find("permalink"), isHugo: false);
        return before with { Prefix = PathOf(map.Find("baseurl")?.Text ?? ""), Patterns = [.. before.Patterns, .. patterns] };
    }

    private static GeneratorSettings AddHugo(FieldNode map, GeneratorSettings before)
    {
        var patterns = new List<AddressPattern>();
        foreach (var rule in map.Find("permalinks") is { } permalinks ? permalinks.Find("page")?.Fields ?? permalinks.Fields : [])
            Put(patterns, rule.Key.Trim('/'), rule.Value, isHugo: true);
        var isHugo = map.Find("baseURL") is not null || patterns.Count > 0;
        return !isHugo ? before : before with
        {
            Prefix = Uri.TryCreate(map.Find("baseURL")?.Text, UriKind.Absolute, out var root) ? PathOf(root.AbsolutePath) : before.Prefix,
            Ugly = before.Ugly || map.Find("uglyURLs") is { } ugly && ValueReader.FindFlag(ugly) == true,
            Patterns = [.. before.Patterns, .. patterns],
        };
    }

    private static string FolderOf(string? collection) => string.IsNullOrEmpty(collection) ? "" : "_" + collection;

    private static void Put(List<AddressPattern> patterns, string folder, FieldNode? value, bool isHugo)
    {
        // Jekyll has names for the patterns that most sites use.
        var text = value?.Text.Trim() switch
        {
            "date" => "/:categories/:year/:month/:day/:title.html",
            "pretty" => "/:categories/:year/:month/:day/:title/",
            "ordinal" => "/:categories/:year/:y_day/:title.html",
            "none" => "/:categories/:title.html",
            { Length: > 0 } pattern when pattern.Contains(':', StringComparison.Ordinal) => pattern,
            _ => null,
        };
        if (text is not null)
            patterns.Add(new AddressPattern(folder, text, isHugo));
    }

    private static string PathOf(string text) => text.Trim().Trim('/') is { Length: > 0 } path && !path.Contains(':', StringComparison.Ordinal) ? "/" + path : "";

    private static IEnumerable<KeyValuePair<string, Byline>> ListPeople(FieldNode map)
    {
        foreach (var person in map.Fields)
        {
            var name = TextOf(person.Value, "name") ?? TextOf(person.Value, "full_name") ?? TextOf(person.Value, "display_name");
            var url = TextOf(person.Value, "url");
            if (name is not null && Slug.Of(person.Key) is { Length: > 0 } id)
                yield return KeyValuePair.Create(person.Key, new Byline(id, name, url is not null && ArticleAddresses.IsTarget(url) && url[0] != '/' ? url : null, TextOf(person.Value, "title") ?? TextOf(person.Value, "role")));
        }
    }

    private static string? TextOf(FieldNode map, string key) => map.Find(key)?.Text.Trim() is { Length: > 0 } text ? text : null;
}
