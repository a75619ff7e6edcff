using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Site;

/// <summary>An entry of <c>redirects.yaml</c>.</summary>
/// <param name="From">The old root-relative address, in the spelling in which addresses are compared.</param>
/// <param name="To">Where it leads: root-relative or absolute; null: what stood there is gone.</param>
/// <param name="Reason">Why it is gone, or null.</param>
/// <param name="Span">Where the entry stands.</param>
public sealed record Redirect(string From, string? To, string? Reason, TextSpan Span);

/// <summary>Reads <c>redirects.yaml</c>: a map of old paths to new ones, addresses, or <c>{gone: reason}</c>.</summary>
public static class RedirectsParser
{
    /// <summary>The entries in the order written; those that cannot be used are reported and left out.</summary>
    public static IReadOnlyList<Redirect> Parse(SourceFile file, SiteFile site, DiagnosticBag bag)
    {
        var values = new ValueReader(bag, DateReader.Utc);
        var redirects = new List<Redirect>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in FrontMatterReader.ReadData(file, bag, mayBeLong: true).Fields)
        {
            if (OldAddress.Find(field.Key, site.BaseUrl) is not { } from)
                bag.Add(DiagnosticCatalogue.BadRedirect, field.KeySpan, $"\"{field.Key}\" is not an address of this site that can be answered", "write a path such as /old/name");
            else if (!seen.Add(from))
                bag.Add(DiagnosticCatalogue.DuplicateKey, field.KeySpan, $"the old address {from} is given twice; the first counts");
            else if (ReadTarget(field, from, site.BaseUrl, values) is { } redirect)
                redirects.Add(redirect);
        }

        return redirects;
    }

    private static Redirect? ReadTarget(Field field, string from, string? baseUrl, ValueReader values)
    {
        if (field.Value.Kind == FieldKind.Map && field.Value.Find("gone") is { } gone)
        {
            values.CheckKeys(field.Value, "a redirect", ["gone"]);
            var reason = ValueReader.FindFlag(gone) is null ? values.Line(gone, "gone") : null;
            return new Redirect(from, null, reason, field.KeySpan);
        }

        var target = field.Value.Kind == FieldKind.Text ? field.Value.Text.Trim() : "";
        if (!ArticleAddresses.IsTarget(target))
        {
            if (field.Value.Kind == FieldKind.Map)
                values.CheckKeys(field.Value, "a redirect", ["gone"]);
            values.Report(DiagnosticCatalogue.BadRedirect, field.Value.Span, $"{from} leads nowhere", "write a path, an address that begins with https://, or {gone: reason}");
            return null;
        }

        if (OldAddress.Find(target) != from)
            return new Redirect(from, OldAddress.Target(target, baseUrl), null, field.KeySpan);
        values.Report(DiagnosticCatalogue.BadRedirect, field.Value.Span, $"{from} leads to itself");
        return null;
    }
}
