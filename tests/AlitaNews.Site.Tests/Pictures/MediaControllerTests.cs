using System.Net;
using System.Net.Http.Headers;
using AlitaNews.Newsroom.Pictures;
using AlitaNews.Site.Tests.Postgres;
using AlitaNews.Site.Tests.Running;
using AlitaNews.Web.Pictures;

namespace AlitaNews.Site.Tests.Pictures;

public sealed class MediaControllerTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private const string ForEver = "public, max-age=31536000, immutable";
    private PictureSite _pictures = null!;

    private HttpClient Public => _pictures.Site.Public;

    public async Task InitializeAsync()
    {
        await using (var connection = await database.News.OpenWriterAsync(CancellationToken.None))
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "truncate media, sidecar, article, address cascade";
            await command.ExecuteNonQueryAsync();
        }

        _pictures = await PictureSite.StartAsync(database);
    }

    public async Task DisposeAsync() => await _pictures.DisposeAsync();

    [Fact]
    public async Task An_original_is_served_as_it_is_with_ranges_and_validators()
    {
        var file = PictureFiles.Jpeg(300, 200);
        await _pictures.AddAsync("media/a/Über uns.jpg", file);
        const string Address = "/media/a/%C3%9Cber%20uns.jpg";

        using var whole = await Public.GetAsync(Address);
        Assert.Equal(file, await whole.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/jpeg", whole.Content.Headers.ContentType?.MediaType);
        Assert.Equal("bytes", whole.Headers.AcceptRanges.Single());
        Assert.Equal("public, max-age=60", whole.Headers.CacheControl?.ToString());

        using var part = await Public.SendAsync(new HttpRequestMessage(HttpMethod.Get, Address) { Headers = { Range = new RangeHeaderValue(10, 19) } });
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(file[10..20], await part.Content.ReadAsByteArrayAsync());

        using var beyond = await _pictures.Site.AskAsync(Address, "Range", "bytes=99999999-");
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        Assert.Equal(file.Length, beyond.Content.Headers.ContentRange?.Length);
        Assert.Equal(("text/html", "no-store"), (beyond.Content.Headers.ContentType?.MediaType, beyond.Headers.CacheControl?.ToString()));
        Assert.Contains("No such part", await beyond.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var odd in (string[])["lines=1-2", "bytes=5-2", "bytes=a-b", "bytes="])
            Assert.Equal(HttpStatusCode.OK, (await _pictures.Site.AskAsync(Address, "Range", odd)).StatusCode);

        foreach (var tags in (string[])[whole.Headers.ETag!.ToString(), "W/" + whole.Headers.ETag, "\"x\", " + whole.Headers.ETag, "*"])
            Assert.Equal(HttpStatusCode.NotModified, (await _pictures.Site.AskAsync(Address, "If-None-Match", tags)).StatusCode);

        using var head = await Public.SendAsync(new HttpRequestMessage(HttpMethod.Head, Address));
        Assert.Equal((HttpStatusCode.OK, (long?)file.Length), (head.StatusCode, head.Content.Headers.ContentLength));
        using var post = await Public.PostAsync(Address, null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
    }

    [Fact]
    public async Task A_rendition_is_made_when_it_is_asked_for_and_may_be_kept_for_ever()
    {
        var print = await _pictures.AddAsync("media/a.jpg", PictureFiles.Jpeg(1000, 500), """{"credit":"Ada Ink","caption":"At *night*"}""");

        using var answer = await Public.GetAsync($"/media/a.jpg/{print}-480.webp");
        var file = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal(("image/webp", ForEver), (answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl?.ToString()));
        Assert.True(ImageHeader.TryRead(file, file.Length, out var header, out _));
        Assert.Equal((480, 240), (header.Width, header.Height));
        Assert.Equal(("Ada Ink", "At night"), (EmbeddedCaption.Read(file)?.Credit, EmbeddedCaption.Read(file)?.Caption));
        Assert.Equal(HttpStatusCode.NotModified, (await _pictures.Site.AskAsync($"/media/a.jpg/{print}-480.webp", "If-None-Match", answer.Headers.ETag!.ToString())).StatusCode);
        Assert.Equal("image/jpeg", (await Public.GetAsync($"/media/a.jpg/{print}-1000.jpg")).Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task An_avif_that_is_not_made_yet_is_answered_with_the_webp_of_its_size()
    {
        var print = await _pictures.AddAsync("media/a.jpg", PictureFiles.Jpeg(300, 150));
        var address = $"/media/a.jpg/{print}-300.avif";

        using (var early = await Public.GetAsync(address))
            Assert.Equal(("image/webp", "no-cache"), (early.Content.Headers.ContentType?.MediaType, early.Headers.CacheControl?.ToString()));

        await _pictures.Site.Part<AvifWorker>().StartAsync(CancellationToken.None);
        HttpResponseMessage answer;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        do
        {
            answer = await Public.GetAsync(address, patience.Token);
        }
        while (answer.Content.Headers.ContentType?.MediaType != "image/avif");
        Assert.Equal(ForEver, answer.Headers.CacheControl?.ToString());
        await _pictures.Site.Part<AvifWorker>().StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task The_address_of_an_earlier_state_shows_the_present_one_and_is_not_kept()
    {
        var old = await _pictures.AddAsync("media/a.png", PictureFiles.Png(300, 150));
        await _pictures.AddAsync("media/a.png", PictureFiles.Flat(1, 2, 3));

        using var answer = await Public.GetAsync($"/media/a.png/{old}-60.webp");

        Assert.Equal((HttpStatusCode.OK, "public, max-age=60"), (answer.StatusCode, answer.Headers.CacheControl?.ToString()));
    }

    [Fact]
    public async Task A_picture_that_only_looks_whole_is_replaced_by_a_plane_of_its_size()
    {
        var damaged = PictureFiles.Png(900, 600);
        damaged.AsSpan(2_000, 400).Fill(0x5A);
        var print = await _pictures.AddAsync("media/a.png", damaged);

        using var answer = await Public.GetAsync($"/media/a.png/{print}-480.webp");
        var plane = await answer.Content.ReadAsByteArrayAsync();

        Assert.True(ImageHeader.TryRead(plane, plane.Length, out var header, out _));
        Assert.Equal((480, 320, "no-cache"), (header.Width, header.Height, answer.Headers.CacheControl?.ToString()));
    }

    [Fact]
    public async Task Nothing_but_known_pictures_is_ever_opened()
    {
        var print = await _pictures.AddAsync("media/a.jpg", PictureFiles.Jpeg(1000, 500));
        await File.WriteAllTextAsync(Path.Combine(_pictures.Content, "site.yaml"), "title: x");
        await File.WriteAllBytesAsync(Path.Combine(_pictures.Content, "media", "unknown.jpg"), PictureFiles.Jpeg(30, 20));
        string[] nothing =
        [
            "/media/", "/media/unknown.jpg", "/media/site.yaml", "/media/..%2fsite.yaml", "/media/%2e%2e/site.yaml", "/media/..%5csite.yaml", "/media//a.jpg", "/media/a.jpg/",
            $"/media/a.jpg/{print}-481.webp", $"/media/a.jpg/{print}-1200.webp", $"/media/a.jpg/{print}-480.png", $"/media/a.jpg/{print}-480.gif",
            "/media/" + new string('a', 1500), "/media/%2Fetc%2Fpasswd", "/media/a.jpg%20", "/media/A.jpg",
        ];

        foreach (var address in nothing)
            Assert.Equal((404, address), (RawHttp.StatusOf(await RawHttp.GetAsync(_pictures.Site.PublicPort, address)), address));
        foreach (var address in (string[])["/media/a%00.jpg", "/media/a%0a.jpg", "/media/%ff.jpg"])
            Assert.Equal((400, address), (RawHttp.StatusOf(await RawHttp.GetAsync(_pictures.Site.PublicPort, address)), address));
    }

    [Fact]
    public async Task A_link_that_leads_out_of_the_folder_is_not_followed()
    {
        var file = PictureFiles.Jpeg(300, 200);
        var print = await _pictures.AddAsync("media/a.jpg", file);
        var outside = Path.Combine(_pictures.Data, "outside.jpg");
        Directory.CreateDirectory(_pictures.Data);
        await File.WriteAllBytesAsync(outside, file);
        var path = Path.Combine(_pictures.Content, "media/a.jpg");
        File.Delete(path);
        File.CreateSymbolicLink(path, outside);

        Assert.Equal(HttpStatusCode.NotFound, (await Public.GetAsync("/media/a.jpg")).StatusCode);
        Assert.Equal("no-cache", (await Public.GetAsync($"/media/a.jpg/{print}-300.webp")).Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task A_drawing_is_served_in_a_sandbox()
    {
        await _pictures.AddAsync("media/a.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><script>alert(1)</script></svg>"u8.ToArray());

        using var answer = await Public.GetAsync("/media/a.svg");

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("sandbox;", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("articles/film/x/index.md", "articles/film/x/a.jpg", "/media/the-x/a.jpg")]
    [InlineData("articles/film/x.md", "articles/film/x/more/a.jpg", "/media/the-x/more/a.jpg")]
    [InlineData("articles/film/x.md", "articles/film/a.jpg", "/media/the-x/a.jpg")]
    [InlineData("articles/film/x.md", "articles/film/a.jpg", "/media/once-x/a.jpg")]
    [InlineData("articles/film/x.md", "../static/a.jpg", "/media/static/a.jpg")]
    [InlineData("articles/film/x.md", "articles/b/a.jpg", "/media/articles/b/a.jpg")]
    public async Task Pictures_of_articles_stand_below_their_slug(string article, string picture, string address)
    {
        await AddArticleAsync(article, "the-x", draft: false);
        await _pictures.RunAsync("insert into address (path, origin, file, article) values ('/news/once-x', 'was', $1, 'x')", article);
        await _pictures.AddAsync(picture, PictureFiles.Jpeg(300, 200));

        Assert.Equal(HttpStatusCode.OK, (await Public.GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("/media/the-x/a.jpg")]
    [InlineData("/media/articles/film/x/a.jpg")]
    public async Task Pictures_of_a_draft_are_for_the_desk_alone(string address)
    {
        await AddArticleAsync("articles/film/x/index.md", "the-x", draft: true);
        await _pictures.AddAsync("articles/film/x/a.jpg", PictureFiles.Jpeg(300, 200));

        Assert.Equal(HttpStatusCode.NotFound, (await Public.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _pictures.Site.Management.GetAsync(address)).StatusCode);
    }

    private Task AddArticleAsync(string path, string slug, bool draft) => _pictures.RunAsync(
        """
        insert into article (id, slug, path, stem, title, kind, section, date, publish, updated, draft, unlisted, noindex, claims, sources, topics, links, media,
                             authors, hero, card, piece, text_hash, body, text_changed)
        values ('x', $1, $2, 'x', 'X', 'news', 'film', '2024-01-01Z', '2024-01-01Z', '2024-01-01Z', $3, false, false, '{}', '{}', '{}', '{}', '{}',
                '{}', '{}', '{}', '{}', '\x00', '', '2024-01-01Z')
        """,
        slug, path, draft);
}
