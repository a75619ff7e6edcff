using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Articles;

/// <summary>
/// What a folder says for every article below it: <c>_defaults.yaml</c>, or <c>cascade</c> of <c>_index.md</c>. The nearest folder wins,
/// a value replaces the whole value. Immutable once made.
/// </summary>
public sealed class FolderDefaults
{
    private static readonly ArticleKey[] NotAllowed =
        [ArticleKey.Id, ArticleKey.Slug, ArticleKey.Title, ArticleKey.Date, ArticleKey.Aliases, ArticleKey.Claims, ArticleKey.Removed];

    private FolderDefaults(ArticleFields fields) => Fields = fields;

    internal ArticleFields Fields { get; }

    /// <summary>Reads the fields of a folder; keys that may not stand there are reported and left out, and so is every value of the wrong type.</summary>
    /// <param name="map">The fields.</param>
    /// <param name="settings">The site and the moment; the rest does not matter.</param>
    /// <param name="bag">Takes the findings.</param>
    public static FolderDefaults Parse(FieldNode map, ArticleSettings settings, DiagnosticBag bag)
    {
        var fields = ArticleFields.Sort(map, bag);
        foreach (var key in NotAllowed)
        {
            if (fields[key] is null)
                continue;
            bag.Add(
                DiagnosticCatalogue.KeyNotAllowedHere,
                fields.SpanOf(key),
                $"\"{fields.WrittenKey(key)}\" cannot be a default of a folder",
                "write it into the article");
            fields.Remove(key);
        }

        ArticleParser.CheckDefaults(fields, settings, bag);
        return new FolderDefaults(fields);
    }

    /// <summary>Reads a <c>_defaults.yaml</c>.</summary>
    public static FolderDefaults Parse(SourceFile file, ArticleSettings settings, DiagnosticBag bag) =>
        Parse(FrontMatterReader.ReadData(file, bag), settings, bag);

    /// <summary>These defaults, and where they are silent those of the folder above.</summary>
    public FolderDefaults Below(FolderDefaults? above)
    {
        if (above is null)
            return this;
        var merged = ArticleFields.Sort(FieldNode.Map([], TextSpan.FileStart), bag: null);
        merged.InheritFrom(Fields);
        merged.InheritFrom(above.Fields);
        return new FolderDefaults(merged);
    }
}
