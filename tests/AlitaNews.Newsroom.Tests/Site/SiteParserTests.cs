using AlitaNews.Newsroom.Diagnostics;
using AlitaNews.Newsroom.Pages;
using AlitaNews.Newsroom.Pictures;
using AlitaNews.Newsroom.Site;
using AlitaNews.Newsroom.Sources;
using AlitaNews.Newsroom.Text;

namespace AlitaNews.Newsroom.Tests.Site;

public class SiteParserTests
{
    private static (T Value, string[] Places) Parse<T>(string path, string text, Func<SourceFile, DiagnosticBag, T> parse)
    {
        var file = SourceFile.FromText(path, text);
        var bag = new DiagnosticBag(file);
        var value = parse(file, bag);
        return (value, [.. bag.Items.Select(d => $"{d.Line}:{d.Column} {d.Code}")]);
    }

    private static (SiteFile Site, string[] Places) Site(string yaml) => Parse("site.yaml", yaml, SiteParser.Parse);

    [Fact]
    public void An_empty_file_is_the_default()
    {
        var (site, places) = Site("");
        Assert.Empty(places);
        Assert.Equal(("AlitaNews", "en", "UTC", "newsroom", 30), (site.Title, site.Language, site.TimeZone, site.Author, site.ConfirmedLabelDays));
        Assert.Equal("how-we-verify", site.Policies["verification"]);
    }

    [Fact]
    public void More_media_roots_than_anybody_has_are_refused_since_every_picture_is_looked_for_in_each()
    {
        var written = Enumerable.Range(0, 101).Select(static i => $"r{i}").ToList();
        Assert.Empty(Site($"media-roots: [{string.Join(", ", written.Take(100))}]\n").Places);
        var (site, places) = Site($"media-roots: [{string.Join(", ", written)}]\n");
        Assert.Equal(["1:14 AN0102"], places);
        Assert.Equal(SiteFile.Default.MediaRoots, site.MediaRoots);
    }

    [Fact]
    public void Every_key_is_read()
    {
        var (site, places) = Site(
            """
            title: T
            description: D
            base-url: https://news.example/
            language: fr
            timezone: Europe/Paris
            publisher: {name: P, url: https://p.example, logo: /l.png, same-as: [https://s.example]}
            author: desk
            license: CC0-1.0
            policies: {ethics: our-ethics}
            verification: {google: abc}
            report: mail@example.org
            security: {contact: "mailto:s@example.org", expires: 2030-01-01}
            robots: {GPTBot: [Disallow /], "*": Allow /}
            llms: true
            media-roots: [pics]
            expired: gone
            figures: pandoc
            guess-source-type: false
            typography: true
            wiki-links: true
            features: [math]
            confirmed-label-days: 7
            grace: 3
            claim-review: true
            feeds: summary
            ads: {provider: none, words: [Anzeige]}
            removed: {silent: true}
            lint: {credit: false}
            indexnow: {key: k}
            """);
        Assert.Empty(places);
        Assert.Equal(("https://news.example", "Europe/Paris", "our-ethics", "corrections-policy"), (site.BaseUrl, site.TimeZone, site.Policies["ethics"], site.Policies["corrections"]));
        Assert.True(site is { ExpiredIsGone: true, PandocFigures: true, GuessSourceType: false, Typography: true, WikiLinks: true, ClaimReview: true, FeedsAreSummaries: true });
        Assert.True(site is { RemovedIsSilent: true, LintCredit: false, Llms: true, Grace: 3, ConfirmedLabelDays: 7, AdProvider: null, IndexNowKey: "k" });
        Assert.Equal(("Anzeige", "pics", "Disallow /", "Allow /"), (site.AdWords[0], site.MediaRoots[0], site.Robots["GPTBot"][0], site.Robots["*"][0]));
        Assert.Equal(new DateTimeOffset(2030, 1, 1, 23, 0, 0, TimeSpan.Zero), site.SecurityExpires);
    }

    [Theory]
    [InlineData("titel: x", "1:1 AN0703")]
    [InlineData("ads: {word: x}", "1:7 AN0703")]
    [InlineData("timezone: Nowhere", "1:11 AN0207")]
    [InlineData("base-url: news.example", "1:11 AN0311")]
    [InlineData("base-url: https://news.example/x", "1:11 AN0108")]
    [InlineData("expired: later", "1:10 AN0109")]
    [InlineData("grace: -1", "1:8 AN0108")]
    [InlineData("policies: none", "1:11 AN0108")]
    [InlineData("title: [", "1:8 AN0103")]
    public void What_cannot_be_used_is_named_and_the_default_holds(string yaml, string place) => Assert.Equal([place], Site(yaml).Places);

    [Fact]
    public void Redirects_lead_somewhere_or_say_why_not()
    {
        const string Yaml = "/Old/: /news/new\n/gone: {gone: Never true}\n/away: https://example.org/\n/a: /a\nhttps://x.example/: /b\n/bad: nowhere\n/old: /c\n";
        var (redirects, places) = Parse("redirects.yaml", Yaml, (file, bag) => RedirectsParser.Parse(file, SiteFile.Default, bag));
        Assert.Equal(["4:5 AN0310", "5:1 AN0310", "6:7 AN0310", "7:1 AN0105"], places);
        Assert.Equal(["/old /news/new ", "/gone  Never true", "/away https://example.org/ "], redirects.Select(r => $"{r.From} {r.To} {r.Reason}"));
    }

    [Fact]
    public void A_source_file_is_read()
    {
        var (source, places) = Parse("sources/anon.md", "---\nname: Anon\nkind: anonymous-class\non-record: false\nretired: yes\naliases: [old-anon]\nbeet: film\n---\n", SourceParser.Parse);
        Assert.Equal(["7:1 AN0106"], places);
        Assert.Equal(("anon", SourceKind.AnonymousClass, true, "old-anon"), (source!.Piece.Id, source.Piece.Kind, source.Piece.Retired, source.Piece.Aliases[0]));
    }

    [Fact]
    public void A_page_is_read()
    {
        var (page, places) = Parse("pages/about.md", "---\nstandfirst: Who *we* are\nnoindex: true\n---\n# About us\n", (file, bag) => StandingPageParser.Parse(file, SiteFile.Default, bag));
        Assert.Empty(places);
        Assert.Equal(("about", "About", true, false), (page!.Piece.Name, page.Piece.Title, page.Piece.NoIndex, page.TitleWritten));
        Assert.Equal("Who *we* are", page.Standfirst!.Text);
    }

    [Fact]
    public void A_section_may_have_a_cascade()
    {
        var (section, places) = Parse("articles/film/_index.md", "---\ntitle: Film\ncascade:\n  kicker: Film\n---\n", (file, bag) => StandingPageParser.ParseSection(file, "film", bag));
        Assert.Empty(places);
        Assert.Equal(("film", "Film", "Film"), (section!.Piece.Id, section.Piece.Title, section.Cascade!.Find("kicker")!.Text));
    }

    [Fact]
    public void A_sidecar_is_read()
    {
        var (facts, places) = Parse("media/a.jpg.yaml", "credit: Jane\nkind: photo\nauthenticity: fake\nkindd: x\n", static (file, bag) => PictureFields.ParseSidecar(file, bag, out _, out _));
        Assert.Equal(["4:1 AN0106"], places);
        Assert.Equal(("Jane", PictureKind.Photo, PictureAuthenticity.Fake), (facts.Credit, facts.Kind, facts.Authenticity));
    }
}
