using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;

namespace AlitaNews.Newsroom.Articles;

/// <summary>Reads the small maps of an article, and the words that may stand for them.</summary>
internal static class ArticleMaps
{
    private static readonly string[] SponsorKeys = ["name", "url", "scope"];
    private static readonly string[] RemovalKeys = ["date", "reason", "by", "silent"];

    /// <summary>Who paid: a map, or the name.</summary>
    public static Sponsor? ReadSponsor(FieldNode? node, ValueReader values)
    {
        if (node is null or { Kind: FieldKind.Empty })
            return null;
        if (node.Kind != FieldKind.Map)
            return values.Line(node, "sponsor") is { } only ? new Sponsor(only, null, null) : null;
        values.CheckKeys(node, "a sponsor", SponsorKeys);
        if (values.Line(node.Find("name"), "name") is { } name)
            return new Sponsor(name, ArticleAddresses.ReadWebAddress(node.Find("url"), values, "url"), values.Line(node.Find("scope"), "scope")?.ToLowerInvariant());
        values.Report(DiagnosticCatalogue.MissingValue, node.Span, "the sponsor has no \"name\"");
        return null;
    }

    /// <summary>Whether the article is pinned, and until when: a switch, or the day on which the pin ends.</summary>
    public static (bool Featured, DateTimeOffset? Until) ReadPin(FieldNode? node, ValueReader values, string key)
    {
        if (node is null or { Kind: FieldKind.Empty })
            return (false, null);
        if (ValueReader.FindFlag(node) is { } flag)
            return (flag, null);
        if (DateReader.LooksLikeDate(node.Text))
            return values.Instant(node, key, endOfDay: true) is { } until ? (true, until) : (false, null);
        values.Report(DiagnosticCatalogue.WrongType, node.Span, $"\"{key}\" must be true, false or the date on which it ends");
        return (false, null);
    }

    /// <summary>What makes a file a tombstone: a map, a switch, a date or a reason.</summary>
    public static Removal? ReadRemoval(FieldNode? node, ValueReader values, bool silent)
    {
        if (node is null or { Kind: FieldKind.Empty } || ValueReader.FindFlag(node) == false)
            return null;
        if (ValueReader.FindFlag(node) == true)
            return new Removal(null, null, null, silent);
        if (node.Kind == FieldKind.Text)
        {
            return DateReader.LooksLikeDate(node.Text)
                ? new Removal(values.Instant(node, "removed"), null, null, silent)
                : new Removal(null, values.Line(node, "removed"), null, silent);
        }

        if (node.Kind == FieldKind.List)
        {
            values.Report(DiagnosticCatalogue.WrongType, node.Span, "\"removed\" must be a map of date, reason and by");
            return new Removal(null, null, null, silent);
        }

        values.CheckKeys(node, "a removal", RemovalKeys);
        return new Removal(
            values.Instant(node.Find("date"), "date"),
            values.Line(node.Find("reason"), "reason"),
            values.Line(node.Find("by"), "by"),
            values.Flag(node.Find("silent"), "silent") ?? silent);
    }
}
