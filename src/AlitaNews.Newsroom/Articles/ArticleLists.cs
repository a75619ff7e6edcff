using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Articles;

/// <summary>Reads topics, tags and series: lists, or texts that stand for one.</summary>
internal static class ArticleLists
{
    /// <summary>The ids of the topics, each once.</summary>
    public static IReadOnlyList<string> ReadTopics(ArticleFields fields, FieldTyper typer, bool splitAtBlanks)
    {
        var topics = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (word, at) in Words(fields, typer, ArticleKey.Topics, splitAtBlanks))
        {
            var id = Slug.Of(word);
            if (id.Length == 0 || !seen.Add(id))
                continue;
            topics.Add(id);
            typer.For(ArticleKey.Topics).Refer(FieldReferenceKind.Topic, id, at);
        }

        return topics;
    }

    /// <summary>The tags, each once, with the words as written, or those that another generator's list has for them.</summary>
    public static IReadOnlyList<Tag> ReadTags(ArticleFields fields, FieldTyper typer, bool splitAtBlanks, IReadOnlyDictionary<string, string> labels)
    {
        var tags = new List<Tag>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (word, _) in Words(fields, typer, ArticleKey.Tags, splitAtBlanks))
        {
            var id = Slug.Of(word);
            if (id.Length > 0 && seen.Add(id))
                tags.Add(new Tag(id, labels.GetValueOrDefault(word, word)));
        }

        return tags;
    }

    /// <summary>The series: a text, or the first of a list.</summary>
    public static string? ReadSeries(ArticleFields fields, FieldTyper typer)
    {
        var node = fields[ArticleKey.Series];
        if (node is { Kind: FieldKind.List })
            node = node.Items.Count > 0 ? node.Items[0] : null;
        return typer.For(ArticleKey.Series).Line(node is null ? null : NameOf(node), "series") is { } name && Slug.Of(name) is { Length: > 0 } id ? id : null;
    }

    // What was taken out of another database has a map of name and slug for each.
    private static FieldNode NameOf(FieldNode item) => item.Kind == FieldKind.Map ? item.Find("name") ?? item.Find("title") ?? item.Find("slug") ?? item : item;

    private static List<(string Word, TextSpan At)> Words(ArticleFields fields, FieldTyper typer, ArticleKey key, bool splitAtBlanks)
    {
        var words = new List<(string, TextSpan)>();
        var node = fields[key];
        var values = typer.For(key);
        var name = fields.WrittenKey(key);
        if (node is { Kind: FieldKind.List })
        {
            // Hexo writes a path of categories as a list within the list.
            foreach (var item in node.Items.SelectMany(static item => item.Kind == FieldKind.List ? item.Items : [item]))
            {
                if (values.Line(NameOf(item), name) is { } word)
                    words.Add((word, item.Span));
            }

            return words;
        }

        // A key in the singular holds one thing, whatever its name is.
        var isSingular = FieldKey.AreEqual(name, "tag") || FieldKey.AreEqual(name, "category");
        var split = isSingular ? ListSplit.Never : splitAtBlanks ? ListSplit.AtBlanks : ListSplit.AtCommas;
        foreach (var word in values.Texts(node, name, split))
            words.Add((word, node!.Span));
        return words;
    }
}
