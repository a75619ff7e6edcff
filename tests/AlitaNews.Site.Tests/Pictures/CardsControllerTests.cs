using System.Net;
using System.Text;
using System.Xml.Linq;
using AlitaNews.Newsroom.Pictures;
using AlitaNews.Site.Tests.Running;

namespace AlitaNews.Site.Tests.Pictures;

public sealed class CardsControllerTests
{
    private const string Rumour = """
        ---
        id: story-one
        slug: alita-2
        title: Alita 2 set to start
        date: 2024-01-10
        spoiler: {SPOILER}
        hero: { src: hero.jpg, alt: A city, kind: concept-art, credit: Ada }
        claims:
          - { id: alita-2-shoots, text: Alita 2 shoots in 2024, status: rumour, due: 2024 }
        ---
        Words.
        """;

    private const string Verdict = """
        ---
        title: It did not happen
        date: 2025-02-01
        claims:
          - id: alita-2-shoots
            status: missed
            note: No shoot was listed.
            evidence: [{ url: "https://example.org/list", title: Listings, kind: document }]
        ---
        Words.
        """;

    [Fact]
    public async Task The_share_image_of_a_page_may_be_kept_for_ever_and_changes_its_address_with_the_status()
    {
        await using var site = await StartAsync("none");
        var before = await ImageOfAsync(site);
        Assert.Matches("^/cards/article/alita-2\\.[0-9a-f]{8}\\.png$", before.Path);
        Assert.Equal("RUMOUR: Alita 2 set to start – AlitaNews", before.Alt);
        var rumour = await PngAsync(site, before.Path, "public, max-age=31536000, immutable");
        Assert.Equal(rumour, await PngAsync(site, "/cards/article/alita-2.png", "public, max-age=60"));
        Assert.Equal(rumour, await PngAsync(site, "/cards/article/story-one.png", "public, max-age=60"));

        await site.MoveClockAsync("2025-03-01T12:00:00Z");
        await site.SaveAsync(("articles/verdict.md", Verdict));

        var after = await ImageOfAsync(site);
        Assert.NotEqual(before.Path, after.Path);
        Assert.Equal("DID NOT HAPPEN: Alita 2 set to start – AlitaNews", after.Alt);
        var missed = await PngAsync(site, "/cards/article/alita-2.png", "public, max-age=60");
        Assert.NotEqual(rumour, missed);
        Assert.Equal(missed, await PngAsync(site, "/cards/article/alita-2.01234567.png", "public, max-age=60"));
    }

    [Fact]
    public async Task A_spoiler_is_not_given_away_by_the_share_image()
    {
        await using var told = await StartAsync("none");
        await using var hidden = await StartAsync("major");

        var open = await PngAsync(told, "/cards/article/alita-2.png", "public, max-age=60");
        var covered = await PngAsync(hidden, "/cards/article/alita-2.png", "public, max-age=60");

        Assert.NotEqual(open, covered);
        Assert.True(covered.Length < open.Length, "without the picture there is less to draw");
    }

    [Fact]
    public async Task Claims_and_the_site_have_cards_and_what_is_not_there_has_none()
    {
        await using var site = await StartAsync("none");

        await PngAsync(site, "/cards/claim/alita-2-shoots.png", "public, max-age=60");
        await PngAsync(site, "/cards/site/front.png", "public, max-age=60");
        foreach (var address in (string[])["/cards/article/none.png", "/cards/claim/none.png", "/cards/site/x.png", "/cards/x/alita-2.png", "/cards/article/alita-2.gif", "/cards/article/.png"])
            Assert.Equal((404, address), ((await site.AskAsync(address)).Status, address));
    }

    [Fact]
    public async Task A_badge_says_todays_state_in_words_and_may_stand_on_other_sites()
    {
        await using var site = await StartAsync("none");
        using var answer = await site.Public.GetAsync("/claims/alita-2-shoots/badge.svg");
        var drawing = XDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(("image/svg+xml", "public, max-age=60"), (answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl?.ToString()));
        Assert.Equal("AlitaNews: RUMOUR – Alita 2 shoots in 2024", drawing.Root?.Attribute("aria-label")?.Value);
        Assert.Contains(drawing.Descendants(), static element => element.Value == "RUMOUR");
        Assert.Contains("frame-ancestors *", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        await site.MoveClockAsync("2025-03-01T12:00:00Z");
        Assert.Contains("OVERDUE RUMOUR", await site.ReadAsync("/claims/alita-2-shoots/badge.svg"), StringComparison.Ordinal);
        Assert.Equal(404, (await site.AskAsync("/claims/none/badge.svg")).Status);
    }

    [Fact]
    public async Task Every_source_that_a_page_offers_is_there()
    {
        await using var site = await StartAsync("none");
        using var page = await site.OpenPageAsync("/news/alita-2");

        var offered = page.QuerySelectorAll("source, img").Select(static element => element.GetAttribute("srcset")).OfType<string>()
            .SelectMany(static set => set.Split(", ").Select(static candidate => candidate.Split(' ')[0])).Distinct().ToList();

        Assert.NotEmpty(offered);
        foreach (var address in offered)
            Assert.Equal((200, address), ((await site.AskAsync(address)).Status, address));
    }

    private static async Task<NewsSite> StartAsync(string spoiler)
    {
        var site = await NewsSite.StartAsync("2024-01-11T12:00:00Z", new Dictionary<string, string> { ["site.yaml"] = "title: AlitaNews" });
        await site.PutAsync("articles/hero.jpg", PictureFiles.Jpeg(900, 600));
        await site.SaveAsync(("articles/alita.md", Rumour.Replace("{SPOILER}", spoiler, StringComparison.Ordinal)));
        return site;
    }

    private static async Task<(string Path, string? Alt)> ImageOfAsync(NewsSite site)
    {
        using var page = await site.OpenPageAsync("/news/alita-2");
        var address = page.QuerySelector("meta[property='og:image']")?.GetAttribute("content") ?? "";
        return (address[address.IndexOf("/cards/", StringComparison.Ordinal)..], page.QuerySelector("meta[property='og:image:alt']")?.GetAttribute("content"));
    }

    private static async Task<byte[]> PngAsync(NewsSite site, string address, string caching)
    {
        using var answer = await site.Public.GetAsync(address);
        var file = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {Encoding.UTF8.GetString(file)}");
        Assert.Equal(("image/png", caching), (answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl?.ToString()));
        Assert.True(ImageHeader.TryRead(file, file.Length, out var header, out var problem), problem);
        Assert.Equal((1200, 630), (header.Width, header.Height));
        return file;
    }
}
