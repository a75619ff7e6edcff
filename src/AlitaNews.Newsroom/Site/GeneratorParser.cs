using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Site;

/// <summary>
/// Reads the settings of Jekyll, Hugo and Zola, and the lists of authors and tags of Docusaurus and Jekyll themes. They are somebody else's: what
/// cannot be read or is not known means nothing, and nobody is told.
/// </summary>
public static class GeneratorParser
{
    // Hugo may have all of it in one file, or each part in a file of its own, named after it.
    private static readonly string[] Hugo =
        [.. new[] { "hugo", "config" }.SelectMany(static name => new[] { name, "config/_default/" + name }).Append("config/_default/permalinks").SelectMany(static name => new[] { ".toml", ".yaml", ".yml", ".json" }, static (name, ending) => name + ending)];

    private static readonly string[] Settings = ["_config.yml", "_config.yaml", "zola.toml", .. Hugo];

    private static readonly string[] People = ["authors.yml", "authors.yaml", "_data/authors.yml", "_data/authors.yaml"];

    private static readonly string[] Tags = ["tags.yml", "tags.yaml"];

    /// <summary>The names of the files, as far as they may lie beside the content folder.</summary>
    public static IReadOnlyList<string> NamesBeside { get; } = [.. Settings, .. People, .. Tags];

    /// <summary>Whether a path is one of these files.</summary>
    /// <param name="path">Relative to the content folder; beside it, it begins with <c>../</c>.</param>
    /// <param name="articleRoot">Where the articles lie.</param>
    public static bool Knows(string path, string articleRoot)
    {
        var name = path.StartsWith("../", StringComparison.Ordinal) ? path[3..] : path;
        return NamesBeside.Contains(name) || (articleRoot.Length > 0 && path.StartsWith(articleRoot, StringComparison.Ordinal) && People.Concat(Tags).Contains(path[articleRoot.Length..]));
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
        if (Tags.Contains(ContentLayout.FileName(path)))
            return before with { Tags = ListTags(map).Concat(before.Tags).DistinctBy(static one => one.Key).ToDictionary(StringComparer.Ordinal) };
        return ContentLayout.FileName(path) switch
        {
            "_config.yml" or "_config.yaml" => AddJekyll(map, before),
            var name when name.StartsWith("permalinks.", StringComparison.Ordinal) => before with { Patterns = [.. before.Patterns, .. ListHugo(map)] },
            _ => AddHugo(map, before),
        };
    }

    /// <summary>Whether a path is Eleventy's data of a folder (<see cref="ContentLayout.KindOf"/> says of which).</summary>
    public static bool IsDirectoryData(string path) => path.EndsWith(".json", StringComparison.Ordinal);

    /// <summary>The map that a file of settings holds, or null.</summary>
    internal static FieldNode? Read(SourceFile file)
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
        // Zola's base_url is the same key.
        var patterns = map.Find("permalinks") is { } permalinks ? ListHugo(permalinks) : [];
        var isHugo = map.Find("baseURL") is not null || patterns.Count > 0;
        return !isHugo ? before : before with
        {
            IsZola = before.IsZola || map.Fields.Any(static field => field.Key == "base_url"),
            Prefix = Uri.TryCreate(map.Find("baseURL")?.Text, UriKind.Absolute, out var root) ? PathOf(root.AbsolutePath) : before.Prefix,
            Ugly = before.Ugly || map.Find("uglyURLs") is { } ugly && ValueReader.FindFlag(ugly) == true,
            Patterns = [.. before.Patterns, .. patterns],
        };
    }

    private static List<AddressPattern> ListHugo(FieldNode permalinks)
    {
        var patterns = new List<AddressPattern>();
        foreach (var rule in permalinks.Find("page")?.Fields ?? permalinks.Fields)
            Put(patterns, rule.Key.Trim('/'), rule.Value, isHugo: true);
        return patterns;
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

    private static IEnumerable<KeyValuePair<string, string>> ListTags(FieldNode map)
    {
        foreach (var tag in map.Fields)
        {
            if (TextOf(tag.Value, "label") is { } label)
                yield return KeyValuePair.Create(tag.Key, label);
        }
    }

    private static string? TextOf(FieldNode map, string key) => map.Find(key)?.Text.Trim() is { Length: > 0 } text ? text : null;
}
