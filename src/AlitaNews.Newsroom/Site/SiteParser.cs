using AlitaNews.Newsroom.Articles;
using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.FrontMatter;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Site;

/// <summary>Reads <c>site.yaml</c> (<c>content.md</c>, section 4). Everything is optional; what cannot be used counts as not written.</summary>
public sealed class SiteParser
{
    private const int MostMediaRoots = 100;

    private static readonly string[] Keys =
    [
        "title", "description", "base-url", "language", "timezone", "publisher", "author", "license", "policies", "verification", "report",
        "security", "robots", "llms", "media-roots", "expired", "figures", "guess-source-type", "typography", "wiki-links", "features",
        "confirmed-label-days", "grace", "claim-review", "feeds", "ads", "removed", "lint", "indexnow",
    ];

    private static readonly Dictionary<string, bool> Expired = new(StringComparer.Ordinal) { ["archive"] = false, ["gone"] = true };
    private static readonly Dictionary<string, bool> Figures = new(StringComparer.Ordinal) { ["title"] = false, ["pandoc"] = true };
    private static readonly Dictionary<string, bool> Feeds = new(StringComparer.Ordinal) { ["full"] = false, ["summary"] = true };

    private readonly FieldNode _map;
    private readonly DiagnosticBag _bag;
    private readonly ValueReader _values;

    private SiteParser(FieldNode map, DiagnosticBag bag, DateReader dates)
    {
        _map = map;
        _bag = bag;
        _values = new ValueReader(bag, dates);
    }

    /// <summary>The site; the defaults where the bag is blocked.</summary>
    public static SiteFile Parse(SourceFile file, DiagnosticBag bag)
    {
        var map = FrontMatterReader.ReadData(file, bag);
        if (bag.Blocked)
            return SiteFile.Default;
        var zone = ReadZone(map.Find("timezone"), bag);
        return new SiteParser(map, bag, DateReader.Find(zone) ?? DateReader.Utc).Read(zone);
    }

    private static string ReadZone(FieldNode? node, DiagnosticBag bag)
    {
        if (node is not { Kind: FieldKind.Text })
            return SiteFile.Default.TimeZone;
        if (SiteZone.Find(node.Text.Trim()) is { } zone)
            return zone.Id;
        bag.Add(DiagnosticCatalogue.UnknownZone, node.Span, SiteZone.Complaint(node.Text), "write an IANA name such as Europe/London");
        return SiteFile.Default.TimeZone;
    }

    private SiteFile Read(string zone)
    {
        CheckKeys(_map, "", Keys);
        var none = SiteFile.Default;
        var security = Map("security", "contact", "expires");
        var ads = Map("ads", "provider", "words");
        var provider = Line(ads, "provider");
        return new SiteFile
        {
            Title = Line(_map, "title") ?? none.Title,
            Description = Line(_map, "description"),
            BaseUrl = ReadBaseUrl(),
            Language = ReadLanguage() ?? none.Language,
            TimeZone = zone,
            Publisher = ReadPublisher(),
            Author = Line(_map, "author") is { } author && Slug.Of(author) is { Length: > 0 } id ? id : none.Author,
            License = Line(_map, "license"),
            Policies = ReadPolicies(none.Policies),
            Verification = ReadTexts("verification"),
            Report = Line(_map, "report"),
            SecurityContact = Line(security, "contact"),
            SecurityExpires = security is null ? null : _values.Instant(security.Find("expires"), "expires", endOfDay: true),
            Robots = ReadRobots(),
            Llms = Flag(_map, "llms") ?? none.Llms,
            MediaRoots = ReadMediaRoots() ?? none.MediaRoots,
            ExpiredIsGone = Choice("expired", Expired),
            PandocFigures = Choice("figures", Figures),
            GuessSourceType = Flag(_map, "guess-source-type") ?? none.GuessSourceType,
            Typography = Flag(_map, "typography") ?? none.Typography,
            WikiLinks = Flag(_map, "wiki-links") ?? none.WikiLinks,
            Features = List(_map, "features") ?? none.Features,
            ConfirmedLabelDays = Days("confirmed-label-days") ?? none.ConfirmedLabelDays,
            Grace = Days("grace") ?? none.Grace,
            ClaimReview = Flag(_map, "claim-review") ?? none.ClaimReview,
            FeedsAreSummaries = Choice("feeds", Feeds),
            AdProvider = provider is null or "none" ? null : provider,
            AdWords = List(ads, "words") ?? none.AdWords,
            RemovedIsSilent = Flag(Map("removed", "silent"), "silent") ?? none.RemovedIsSilent,
            LintCredit = Flag(Map("lint", "credit"), "credit") ?? none.LintCredit,
            IndexNowKey = Line(Map("indexnow", "key"), "key"),
        };
    }

    private string? ReadBaseUrl()
    {
        if (ArticleAddresses.ReadWebAddress(_map.Find("base-url"), _values, "base-url") is not { } text)
            return null;
        var uri = new Uri(text);
        if (uri.AbsolutePath is "/" && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0)
            return uri.GetLeftPart(UriPartial.Authority);
        _values.Report(DiagnosticCatalogue.WrongType, _map.Find("base-url")!.Span, "\"base-url\" must be an origin, without a path: https://example.org");
        return null;
    }

    // Every picture is looked for in each of them, in every round and for every page.
    private IReadOnlyList<string>? ReadMediaRoots()
    {
        var roots = List(_map, "media-roots");
        if (roots is not { Count: > MostMediaRoots })
            return roots;
        _values.Report(DiagnosticCatalogue.LimitExceeded, _map.Find("media-roots")!.Span, $"more than {MostMediaRoots} media roots", "name the folders above them");
        return null;
    }

    private string? ReadLanguage()
    {
        if (Line(_map, "language") is not { } written)
            return null;
        if (LanguageTag.Find(written) is { } tag)
            return tag;
        _values.Report(DiagnosticCatalogue.WrongType, _map.Find("language")!.Span, $"\"{written}\" is no language tag", "write one such as en, fr or pt-BR");
        return null;
    }

    private Publisher? ReadPublisher()
    {
        var node = _map.Find("publisher");
        if (node is { Kind: FieldKind.Text })
            return new Publisher(node.Text.Trim(), null, null, []);
        if (Map("publisher", "name", "url", "logo", "same-as") is not { } map)
            return null;
        var name = Line(map, "name");
        if (name is null)
            _values.Report(DiagnosticCatalogue.MissingValue, map.Span, "the publisher has no \"name\"");
        return name is null
            ? null
            : new Publisher(name, ArticleAddresses.ReadWebAddress(map.Find("url"), _values, "url"), Line(map, "logo"), List(map, "same-as") ?? []);
    }

    private Dictionary<string, string> ReadPolicies(IReadOnlyDictionary<string, string> defaults)
    {
        var policies = new Dictionary<string, string>(defaults, StringComparer.Ordinal);
        foreach (var field in Map("policies", [.. defaults.Keys])?.Fields ?? [])
        {
            var role = policies.Keys.FirstOrDefault(role => FieldKey.AreEqual(role, field.Key));
            if (role is not null && _values.Line(field.Value, field.Key) is { } page)
                policies[role] = Slug.Of(page.Trim('/'));
        }

        return policies;
    }

    private Dictionary<string, string> ReadTexts(string key)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in Map(key)?.Fields ?? [])
        {
            if (_values.Line(field.Value, field.Key) is { } text)
                texts[field.Key] = text;
        }

        return texts;
    }

    private Dictionary<string, IReadOnlyList<string>> ReadRobots()
    {
        var robots = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var field in Map("robots")?.Fields ?? [])
            robots[field.Key] = _values.Texts(field.Value, field.Key);
        return robots;
    }

    private int? Days(string key)
    {
        var days = _values.Number(_map.Find(key), key);
        if (days is null or (>= 0 and <= 36_500))
            return days;
        _values.Report(DiagnosticCatalogue.WrongType, _map.Find(key)!.Span, $"\"{key}\" must be a number of days, 0 or more");
        return null;
    }

    // A map of a closed set of keys; without any given, of any keys.
    private FieldNode? Map(string key, params string[] keys)
    {
        var node = _map.Find(key);
        if (node is null or { Kind: FieldKind.Empty })
            return null;
        if (node.Kind != FieldKind.Map)
        {
            _values.Report(DiagnosticCatalogue.WrongType, node.Span, $"\"{key}\" must be a map of keys and values");
            return null;
        }

        if (keys.Length > 0)
            CheckKeys(node, key + ".", keys);
        return node;
    }

    private void CheckKeys(FieldNode map, string prefix, string[] known)
    {
        foreach (var field in map.Fields)
        {
            if (!Array.Exists(known, key => FieldKey.AreEqual(key, field.Key)))
                _bag.Add(DiagnosticCatalogue.UnknownSiteKey, field.KeySpan, $"\"{prefix}{field.Key}\" is no key of the site{Suggestion.AsQuestion(field.Key.ToLowerInvariant(), known)}");
        }
    }

    private string? Line(FieldNode? map, string key) => _values.Line(map?.Find(key), key);

    private bool? Flag(FieldNode? map, string key) => _values.Flag(map?.Find(key), key);

    private IReadOnlyList<string>? List(FieldNode? map, string key) =>
        map?.Find(key) is { Kind: not FieldKind.Empty } node ? _values.Texts(node, key, ListSplit.AtCommas) : null;

    private bool Choice(string key, Dictionary<string, bool> words) => _values.Word(_map.Find(key), key, words) ?? false;
}
