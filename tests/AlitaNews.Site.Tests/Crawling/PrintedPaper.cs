using AlitaNews.Site.Tests.Pictures;
using AlitaNews.Site.Tests.Running;
using AlitaNews.Site.Tests.StructuredData;

namespace AlitaNews.Site.Tests.Crawling;

/// <summary>
/// One site for all tests that only read it, in Production: the founding story with its end, a picture, a topic, an author, a deleted piece, moves
/// and a draft. Nothing in it changes.
/// </summary>
public sealed class PrintedPaper : IAsyncLifetime
{
    /// <summary>The story with a picture.</summary>
    public const string Pictured = "/news/a-poster";

    internal NewsSite Site { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var files = FoundingStory.Files;
        var (path, text) = FoundingStory.Followup;
        files[path] = text;
        files["topics/alita-battle-angel-2.md"] = "---\nname: Alita 2\nkind: film\nsame-as: [https://data.example/alita-2]\n---\nA film that may be made.\n";
        files["sources/trade.md"] = "---\nname: The Trade\nkind: outlet\naliases: [the-trade]\n---\n";
        files["articles/film/2024-01-12-said.md"] = "---\ntitle: It was said\ndate: 2024-01-12\nsources: [{id: the-trade, role: origin, url: \"https://trade.example/said\"}]\nclaims:\n  - {id: said, text: Somebody said it, status: rumour, sources: [the-trade]}\n---\nSo.\n";
        files["topics/nobody-wrote-of-it.md"] = "---\nname: The quiet one\nkind: film\nsame-as: [https://data.example/quiet]\n---\nNothing is said of it yet.\n";
        files["articles/film/2024-01-11-believed.md"] =
            "---\ntitle: We believed it\ndate: 2024-01-11\ncorrections: [{date: 2024-01-30, type: retraction, text: It was invented.}]\n---\nSo.\n";
        files["authors/ido.md"] = "---\nname: Ido Daisuke\nrole: Editor\nsame-as: [https://social.example/ido]\n---\nRepairs things.\n";
        files["articles/film/2024-02-02-a-poster.md"] = """
            ---
            title: A poster, and what it shows
            date: 2024-02-02T10:00:00Z
            authors: [ido]
            topics: [alita-battle-angel-2]
            tags: [posters]
            social: { title: "A poster, shared", description: Look at it. }
            hero: { src: /media/poster.jpg, alt: A painted head, kind: concept-art, credit: Ada Ink, license: CC-BY-4.0, focus: "30,20", caption: A head. }
            ---
            It shows a head.
            """;
        files["articles/film/2024-01-05-a-draft.md"] = "---\ntitle: A draft\ndate: 2024-01-05\ndraft: true\n---\nx\n";
        files["articles/film/2024-01-06-gone.md"] = "---\ntitle: A story taken down\ndate: 2024-01-06\nremoved: { date: 2024-01-09, reason: It named a child. }\n---\nx\n";
        files["articles/film/2024-01-07-of-others.md"] = "---\ntitle: Of others\ndate: 2024-01-07\ncanonical: https://other.example/story\n---\nx\n";
        files["articles/film/2024-01-08-sent-on.md"] = "---\ntitle: Sent on\ndate: 2024-01-08\nredirect-to: /old/one\n---\nSee [the old one](/old/one) and [the story](/old/two).\n";
        files["articles/film/2024-01-10-with-links.md"] = "---\ntitle: With links\ndate: 2024-01-10\n---\nSee [one](/old/one), [two](/old/two), [three](/news/sent-on).\n";
        files["redirects.yaml"] = "/old/one: /old/two\n/old/two: /old/three\n/old/three: /rumours/alita-2-2023\n/old/circle: /old/square\n/old/square: /old/circle\n/old/away: https://other.example/\n/old/gone: { gone: Nobody reads it. }\n";
        Site = await NewsSite.StartAsync("2024-02-03T12:00:00Z", files, "--environment=Production");
        await Site.PutAsync("media/poster.jpg", PictureFiles.Jpeg(1600, 1000));
        await Site.SaveAsync();
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();

    /// <summary>Every address in every sitemap, with its date where it has one.</summary>
    internal async Task<IReadOnlyList<(string Path, string? Changed, IReadOnlyList<string> Pictures)>> ListAddressesAsync()
    {
        var found = new List<(string, string?, IReadOnlyList<string>)>();
        foreach (var part in Sitemap.Read(await Site.ReadAsync("/sitemap.xml")))
        {
            foreach (var entry in Sitemap.Read(await Site.ReadAsync(part.Path)))
                found.Add(entry);
        }

        return found;
    }
}
