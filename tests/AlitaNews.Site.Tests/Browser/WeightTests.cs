using System.IO.Compression;
using System.Security.Cryptography;
using AngleSharp.Html.Parser;

namespace AlitaNews.Site.Tests.Browser;

/// <summary>What a story costs readers on a thin line.</summary>
[Collection(BrowserTests.Name)]
public sealed class WeightTests(ReadingRoom room)
{
    private const int Limit = 30 * 1024;

    [Fact]
    public async Task A_story_with_its_styles_scripts_and_font_weighs_at_most_30_KB()
    {
        var (weight, html) = await WeighAsync(Paper.Story);
        using var page = new HtmlParser().ParseDocument(html);
        var parts = page.QuerySelectorAll("link[rel=stylesheet], script[src]").Select(static part => part.GetAttribute("href") ?? part.GetAttribute("src")!).ToList();
        Assert.Equal(3, parts.Count);

        foreach (var part in parts)
            weight += (await WeighAsync(part)).Weight;
        weight += (await room.Http.GetByteArrayAsync(page.QuerySelector("link[as=font]")!.GetAttribute("href"))).Length;

        Assert.InRange(weight, 1, Limit);
    }

    [Fact]
    public async Task A_story_does_without_the_styles_of_lists_which_every_other_page_has()
    {
        foreach (var (address, sheets) in new[] { (Paper.Story, 1), ("/", 2), ("/rumours", 2), ("/search", 2), ("/nothing-here", 2) })
        {
            using var answer = await room.Http.GetAsync(address);
            using var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            Assert.Equal((address, sheets), (address, page.QuerySelectorAll("link[rel=stylesheet]").Length));
            Assert.All(page.QuerySelectorAll("link[rel=stylesheet]"), static sheet => Assert.Matches("^/(site|lists)(\\.[a-z0-9]+)?\\.css$", sheet.GetAttribute("href")!));
        }
    }

    [Fact]
    public async Task The_font_is_kept_for_a_year_under_a_name_made_of_its_bytes()
    {
        using var page = new HtmlParser().ParseDocument(await room.Http.GetStringAsync(Paper.Story));
        var address = page.QuerySelector("link[as=font]")!.GetAttribute("href")!;
        using var answer = await room.Http.GetAsync(address);

        Assert.Equal(["public, max-age=31536000, immutable"], answer.Headers.NonValidated["Cache-Control"]);
        Assert.Contains($".{Convert.ToHexStringLower(SHA256.HashData(await answer.Content.ReadAsByteArrayAsync()))[..8]}.", address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_page_asks_for_the_font_as_early_as_a_story_does()
    {
        using var story = new HtmlParser().ParseDocument(await room.Http.GetStringAsync(Paper.Story));
        using var answer = await room.Http.GetAsync("/nothing-here");
        using var error = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

        Assert.Equal(story.QuerySelector("link[as=font]")!.OuterHtml, error.QuerySelector("link[as=font]")!.OuterHtml);
    }

    [Fact]
    public async Task Styles_and_scripts_are_compressed_beforehand_and_kept_for_a_year_under_a_name_made_of_their_bytes()
    {
        using var page = new HtmlParser().ParseDocument(await room.Http.GetStringAsync(Paper.Story));
        foreach (var part in page.QuerySelectorAll("link[rel=stylesheet], script[src]").Select(static part => part.GetAttribute("href") ?? part.GetAttribute("src")!))
        {
            foreach (var (asked, sent) in new[] { ("br", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip"), ("identity", null) })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, part);
                request.Headers.TryAddWithoutValidation("Accept-Encoding", asked);
                using var answer = await room.Http.SendAsync(request);
                Assert.Equal(sent, answer.Content.Headers.ContentEncoding.SingleOrDefault());
                Assert.Equal("max-age=31536000, immutable", answer.Headers.NonValidated["Cache-Control"].ToString());
                Assert.Equal(["Accept-Encoding"], answer.Headers.Vary);
            }
        }
    }

    private async Task<(long Weight, string Text)> WeighAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.Add(new("br"));
        using var answer = await room.Http.SendAsync(request);
        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        await using var plain = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var text = new StreamReader(plain);
        return (bytes.Length, await text.ReadToEndAsync());
    }
}
