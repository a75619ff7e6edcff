using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Site;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Articles;

/// <summary>When an article is dated, public, changed and over (<c>content.md</c>, section 4, Time).</summary>
internal readonly record struct ArticleTimes(
    DateTimeOffset Date,
    bool DateIsFirstSeen,
    DateTimeOffset Publish,
    DateTimeOffset? Updated,
    DateTimeOffset? Expires)
{
    /// <summary>The reader of dates in the zone of an article: its own, else the site's, else UTC.</summary>
    public static DateReader ZoneOf(ArticleFields fields, ArticleSettings settings, DiagnosticBag bag)
    {
        var site = DateReader.Find(settings.Site.TimeZone) ?? DateReader.Utc;
        if (fields[ArticleKey.TimeZone] is not { Kind: FieldKind.Text } node)
            return site;
        if (DateReader.Find(node.Text.Trim()) is { } zone)
            return zone;
        if (!fields.IsInherited(ArticleKey.TimeZone))
            bag.Add(DiagnosticCatalogue.UnknownZone, node.Span, SiteZone.Complaint(node.Text), "write an IANA name such as Europe/London");
        return site;
    }

    /// <summary>Reads the times. Order of belief: front matter, file name, first seen.</summary>
    public static ArticleTimes Read(ArticleFields fields, FieldTyper typer, ArticlePath path, ArticleSettings settings)
    {
        var written = IsComputed(fields[ArticleKey.Date]) ? null : fields[ArticleKey.Date];
        var date = typer.For(ArticleKey.Date).Instant(written, fields.WrittenKey(ArticleKey.Date), blocks: true);
        var publish = typer.For(ArticleKey.Publish).Instant(fields[ArticleKey.Publish], fields.WrittenKey(ArticleKey.Publish), blocks: true);
        var expires = typer.For(ArticleKey.Expires).Instant(fields[ArticleKey.Expires], fields.WrittenKey(ArticleKey.Expires), blocks: true, endOfDay: true);
        date ??= publish ?? FromFileName(path, typer.Dates);
        var firstSeen = date is null;
        if (firstSeen && written is null or { Kind: FieldKind.Empty } && fields[ArticleKey.Publish] is null or { Kind: FieldKind.Empty }) // else that is complained of
            typer.Own.Report(DiagnosticCatalogue.DateFromFirstSeen, TextSpan.FileStart, "the article has no date; the moment its file was first seen is used", "write \"date:\"");
        date ??= settings.FirstSeen;
        publish ??= date;
        return new ArticleTimes(date.Value, firstSeen, publish.Value, ReadUpdated(fields, typer, publish.Value, settings.Now), expires);
    }

    private static DateTimeOffset? FromFileName(ArticlePath path, DateReader dates) =>
        path.Date is null ? null : dates.Read(path.Date) is { Problem: DateProblem.None } reading ? reading.Instant : null;

    // Eleventy's words for a date that it looks up in the file system or in git.
    private static bool IsComputed(FieldNode? node) => node is { Kind: FieldKind.Text }
        && node.Text.Trim().ToLowerInvariant() is "last modified" or "created" or "git last modified" or "git created";

    // A day by itself is not before a time on that day.
    private static bool IsBareDate(FieldNode? node) => node?.Text.Trim().Length <= "2023-01-10".Length;

    private static DateTimeOffset? ReadUpdated(ArticleFields fields, FieldTyper typer, DateTimeOffset publish, DateTimeOffset now)
    {
        var node = fields[ArticleKey.Updated];
        var updated = typer.For(ArticleKey.Updated).Instant(node, fields.WrittenKey(ArticleKey.Updated));
        if (updated > now)
            typer.For(ArticleKey.Updated).Report(DiagnosticCatalogue.UpdatedOutOfOrder, node!.Span, $"\"{fields.WrittenKey(ArticleKey.Updated)}\" lies in the future");
        else if ((IsBareDate(node) ? updated?.AddDays(1) : updated) < publish)
            typer.For(ArticleKey.Updated).Report(DiagnosticCatalogue.UpdatedOutOfOrder, node!.Span, $"\"{fields.WrittenKey(ArticleKey.Updated)}\" is before publication");
        return updated;
    }
}
