using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;

namespace AlitaNews.Newsroom.Sources;

/// <summary>Reads <c>sources</c>, of an article or of a claim entry: ids, or maps with an id.</summary>
internal static class SourceMentionParser
{
    private static readonly string[] Keys = ["id", "role", "anonymity", "on-record", "quote", "url", "date"];

    private static readonly Dictionary<string, SourceRole> Roles = new(StringComparer.Ordinal)
    {
        ["origin"] = SourceRole.Origin,
        ["relay"] = SourceRole.Relay,
        ["corroborates"] = SourceRole.Corroborates,
        ["denies"] = SourceRole.Denies,
    };

    /// <summary>The mentions, each source once.</summary>
    public static IReadOnlyList<SourceMention> List(FieldNode? node, ValueReader values)
    {
        if (node is null or { Kind: FieldKind.Empty })
            return [];
        var mentions = new List<SourceMention>();
        foreach (var item in node.Kind == FieldKind.List ? node.Items : [node])
        {
            if (Parse(item, values) is { } mention && !mentions.Exists(other => other.Id == mention.Id))
                mentions.Add(mention);
        }

        return mentions;
    }

    private static SourceMention? Parse(FieldNode item, ValueReader values)
    {
        if (item.Kind != FieldKind.Map)
            return FindId(item, item, values) is { } only ? new SourceMention { Id = only } : null;
        values.CheckKeys(item, "a source", Keys);
        if (FindId(item.Find("id"), item, values) is not { } id)
            return null;
        return new SourceMention
        {
            Id = id,
            Role = values.Word(item.Find("role"), "role", Roles),
            Anonymity = values.Line(item.Find("anonymity"), "anonymity"),
            OnRecord = values.Flag(item.Find("on-record"), "on-record"),
            Quote = values.Line(item.Find("quote"), "quote"),
            Url = values.Text(item.Find("url"), "url"),
            Date = values.Instant(item.Find("date"), "date"),
        };
    }

    private static string? FindId(FieldNode? node, FieldNode entry, ValueReader values)
    {
        if (values.Text(node, "id") is not { } text)
        {
            if (node is null or { Kind: FieldKind.Empty })
                values.Report(DiagnosticCatalogue.MissingValue, entry.Span, "the source has no \"id\"");
            return null;
        }

        var id = Slug.Of(text);
        if (id.Length == 0)
        {
            values.Report(DiagnosticCatalogue.NotAnId, node!.Span, $"\"{text}\" is not an id", "use letters, digits and hyphens");
            return null;
        }

        values.Refer(FieldReferenceKind.Source, id, node!.Span);
        return id;
    }
}
