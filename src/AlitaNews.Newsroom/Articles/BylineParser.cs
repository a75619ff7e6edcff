using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;

namespace AlitaNews.Newsroom.Articles;

/// <summary>Reads <c>authors</c>: ids, names, or maps. A text is one person, never split.</summary>
internal static class BylineParser
{
    private static readonly string[] Keys =
    [
        "name", "id", "url", "role", "title", "email", "image", "image_url", "twitter", "github", "key", "display_name", "login", "socials", "page", "picture", "avatar",
    ];

    /// <summary>The byline, each person once.</summary>
    /// <param name="node">The value.</param>
    /// <param name="values">Types what it holds.</param>
    /// <param name="people">Those whom another generator's list describes, by key.</param>
    public static List<Byline> List(FieldNode? node, ValueReader values, IReadOnlyDictionary<string, Byline> people)
    {
        var byline = new List<Byline>();
        if (node is null or { Kind: FieldKind.Empty })
            return byline;
        foreach (var item in node.Kind == FieldKind.List ? node.Items : [node])
        {
            if (Parse(item, values, people) is { } person && !byline.Exists(other => other.Id == person.Id))
                byline.Add(person);
        }

        return byline;
    }

    /// <summary>What Docusaurus says of its only author in keys of their own: <c>author_title</c>, <c>author_url</c>.</summary>
    public static IReadOnlyList<Byline> Complete(IReadOnlyList<Byline> byline, IReadOnlyList<Field> others)
    {
        if (byline is not [var person])
            return byline;
        var url = TextOf("author_url");
        return [person with { Role = person.Role ?? TextOf("author_title"), Url = person.Url ?? (url?.StartsWith("http", StringComparison.Ordinal) == true && ArticleAddresses.IsTarget(url) ? url : null) }];

        string? TextOf(string key) => others.FirstOrDefault(field => FieldKey.AreEqual(field.Key, key))?.Value is { Kind: FieldKind.Text, Text: { Length: > 0 } text } ? text : null;
    }

    private static Byline? Parse(FieldNode item, ValueReader values, IReadOnlyDictionary<string, Byline> people)
    {
        if (item.Kind == FieldKind.Map)
            values.CheckKeys(item, "an author", Keys);
        var isMap = item.Kind == FieldKind.Map;
        var name = values.Line(isMap ? item.Find("name") ?? item.Find("display_name") : item, "authors");

        // Docusaurus names a person of its own list by "key".
        var written = (isMap ? values.Line(item.Find("id") ?? item.Find("key"), "id") : null) ?? name;
        if (written is null)
        {
            if (isMap)
                values.Report(DiagnosticCatalogue.MissingValue, item.Span, "the author has neither \"name\" nor \"id\"");
            return null;
        }

        var id = Slug.Of(written);
        if (id.Length == 0)
        {
            values.Report(DiagnosticCatalogue.NotAnId, item.Span, $"\"{written}\" has no letter or digit, so it names nobody");
            return null;
        }

        var person = new Byline(
            id,
            name == id ? null : name,
            isMap ? values.Text(item.Find("url"), "url") : null,
            isMap ? values.Line(item.Find("role") ?? item.Find("title"), "role") : null);
        if (people.TryGetValue(written, out var known))
            return known with { Name = isMap ? person.Name ?? known.Name : known.Name, Url = person.Url ?? known.Url, Role = person.Role ?? known.Role };
        values.Refer(FieldReferenceKind.Author, id, item.Span);
        return person;
    }
}
