using System.Net;
using System.Text.RegularExpressions;
using AlitaNews.Site.Tests.Running;

namespace AlitaNews.Site.Tests.Pages;

/// <summary>What is refused, and how.</summary>
public sealed class RequestGateTests : IAsyncLifetime
{
    private RunningSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await RunningSite.StartAsync("--Alita:AllowedHosts=also.example", "--Alita:BaseUrl=https://news.example");
        _site.Probe.Show("page", "a page");
        _site.Probe.Show("search", "found");
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData(2048, 404)]
    [InlineData(2049, 414)]
    [InlineData(8000, 414)]
    [InlineData(60_000, 414)]
    public async Task An_address_has_at_most_2_KB(int length, int status) =>
        Assert.Equal(status, RawHttp.StatusOf(await RawHttp.GetAsync(_site.PublicPort, "/probe/" + new string('a', length - "/probe/".Length))));

    [Theory]
    [InlineData(15_000, 200)]
    [InlineData(17_000, 431)]
    [InlineData(40_000, 431)]
    [InlineData(100_000, 431)]
    public async Task Headers_have_at_most_16_KB_on_kept_pages_too(int length, int status)
    {
        Assert.Equal("a page", await _site.Public.GetStringAsync("/probe/page"));
        Assert.Equal(status, RawHttp.StatusOf(await RawHttp.GetAsync(_site.PublicPort, "/probe/page", "X-Long: " + new string('a', length))));
    }

    [Theory]
    [InlineData("GET /probe/page HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello", 413)]
    [InlineData("POST /probe/page HTTP/1.1\r\nHost: localhost\r\nContent-Length: 104857600\r\n\r\nhello", 413)]
    [InlineData("POST /probe/page HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", 413)]
    [InlineData("POST /probe/page HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", 405)]
    [InlineData("DELETE /probe/page HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 405)]
    [InlineData("OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 405)]
    [InlineData("get /probe/page HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 405)]
    [InlineData("TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 405)]
    [InlineData("GET /probe/page HTTP/1.1\r\nConnection: close\r\n\r\n", 400)]
    [InlineData("GET /probe/page HTTP/1.0\r\n\r\n", 400)]
    [InlineData("GET /a%00b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 400)]
    [InlineData("GET /%FF HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 400)]
    [InlineData("GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 400)]
    [InlineData("GET /probe/page HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n", 413)]
    [InlineData("GET http://localhost/probe/page HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 200)]
    [InlineData("NONSENSE\r\n\r\n", 400)]
    public async Task Odd_requests_get_a_plain_answer(string request, int status)
    {
        var answer = await RawHttp.SendAsync(_site.PublicPort, request);
        Assert.Equal(status, RawHttp.StatusOf(answer));
        if (status == 405)
            Assert.Contains("Allow: GET, HEAD", answer, StringComparison.Ordinal);
        if (status >= 400)
            AssertIsShortPage(answer);
    }

    [Fact]
    public async Task A_megabyte_of_query_is_refused_with_a_page()
    {
        var answer = await RawHttp.GetAsync(_site.PublicPort, "/?q=" + new string('a', 30_000));
        Assert.Equal(414, RawHttp.StatusOf(answer));
        AssertIsShortPage(answer);
    }

    [Theory]
    [InlineData("*;q=0")]
    [InlineData("identity;q=0")]
    public async Task Who_accepts_no_coding_is_told_so_with_a_page(string codings)
    {
        for (var i = 0; i < 2; i++)
        {
            var answer = await RawHttp.GetAsync(_site.PublicPort, "/probe/page", "Accept-Encoding: " + codings);
            Assert.Equal(406, RawHttp.StatusOf(answer));
            AssertIsShortPage(answer);
        }
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task Who_watches_gets_the_same_headers(string path) =>
        Assert.Contains("X-Content-Type-Options: nosniff", await RawHttp.GetAsync(_site.PublicPort, path), StringComparison.Ordinal);

    [Theory]
    [InlineData("/probe%2Fpage")]
    [InlineData("/probe%2fpage")]
    [InlineData("/..%2f..%2fetc/passwd")]
    public async Task A_slash_inside_a_name_leads_nowhere_at_once(string target) =>
        Assert.Equal(404, RawHttp.StatusOf(await RawHttp.GetAsync(_site.PublicPort, target)));

    private static void AssertIsShortPage(string answer)
    {
        foreach (var part in new[] { "Content-Type: text/html; charset=utf-8", "Content-Security-Policy: default-src 'none'", "Cache-Control: no-store", "<h1>", "Request <code>", "<footer" })
            Assert.Contains(part, answer, StringComparison.Ordinal);
        Assert.InRange(answer.Length, 1000, 8000);
    }

    [Fact]
    public async Task A_chunk_with_a_bare_line_feed_does_not_smuggle_a_second_request()
    {
        var answer = await RawHttp.SendAsync(
            _site.PublicPort,
            "POST /probe/page HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n2;\nxx\r\n5f\r\n0\r\n\r\nGET /probe/page HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Single(Regex.Matches(answer, "HTTP/1.1 "));
        Assert.DoesNotContain("a page", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("LocalHost:5080", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("127.1.2.3:80", 200)]
    [InlineData("[::1]:80", 200)]
    [InlineData("news.example", 200)]
    [InlineData("News.Example:443", 200)]
    [InlineData("also.example", 200)]
    [InlineData("evil.example", 400)]
    [InlineData("news.example.evil.example", 400)]
    [InlineData("localhost.evil.example", 400)]
    [InlineData("", 400)]
    public async Task Only_our_own_names_are_answered(string host, int status)
    {
        Assert.Equal("a page", await _site.Public.GetStringAsync("/probe/page"));
        string Request(string path) => $"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n";
        Assert.Equal(status, RawHttp.StatusOf(await RawHttp.SendAsync(_site.PublicPort, Request("/probe/page"))));
        Assert.Equal(200, RawHttp.StatusOf(await RawHttp.SendAsync(_site.PublicPort, Request("/healthz"))));
        Assert.Equal(200, RawHttp.StatusOf(await RawHttp.SendAsync(_site.PublicPort, Request("/readyz"))));
    }

    [Fact]
    public async Task Forwarded_headers_of_strangers_count_for_nothing()
    {
        var answer = await RawHttp.GetAsync(_site.PublicPort, "/probe/page", "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https", "X-Forwarded-For: 10.0.0.1");
        Assert.Equal(200, RawHttp.StatusOf(answer));
        Assert.DoesNotContain("Strict-Transport-Security", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forwarded_headers_of_a_trusted_proxy_count()
    {
        await using var site = await RunningSite.StartAsync("--Alita:TrustedProxies=127.0.0.0/8");
        site.Probe.Show("page", "a page");
        for (var i = 0; i < 2; i++)
            Assert.Contains("Strict-Transport-Security", await RawHttp.GetAsync(site.PublicPort, "/probe/page", "X-Forwarded-Proto: https"), StringComparison.Ordinal);
        Assert.Equal(400, RawHttp.StatusOf(await RawHttp.GetAsync(site.PublicPort, "/probe/page", "X-Forwarded-Host: evil.example")));
    }

    [Theory]
    [InlineData("/probe/page")]
    [InlineData("/probe/nowhere")]
    [InlineData("/%FF")]
    public async Task Every_answer_carries_the_headers_that_keep_readers_safe(string path)
    {
        for (var i = 0; i < 2; i++)
        {
            var answer = await RawHttp.GetAsync(_site.PublicPort, path);
            Assert.Contains("Content-Security-Policy: default-src 'none'", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", answer, StringComparison.Ordinal);
            foreach (var header in new[] { "X-Content-Type-Options: nosniff", "Referrer-Policy: ", "Permissions-Policy: ", "Cross-Origin-Opener-Policy: same-origin" })
                Assert.Contains(header, answer, StringComparison.Ordinal);
            Assert.DoesNotContain("\r\nServer:", answer, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("X-Robots-Tag", answer, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Anything_but_production_is_not_for_robots()
    {
        await using var site = await RunningSite.StartAsync("--environment=Staging");
        site.Probe.Show("page", "a page");
        for (var i = 0; i < 2; i++)
            Assert.Contains("X-Robots-Tag: noindex", await RawHttp.GetAsync(site.PublicPort, "/probe/page"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_searches_without_end_is_told_to_wait_and_may_still_read()
    {
        await using var site = await RunningSite.StartAsync("--Alita:SearchesPerMinute=5");
        site.Probe.Show("search", "found");
        site.Probe.Show("page", "a page");
        for (var i = 0; i < 5; i++)
            Assert.Equal("found", await site.Public.GetStringAsync($"/search?q={i}"));
        using var refused = await site.Public.GetAsync("/search?q=again");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal("a page", await site.Public.GetStringAsync("/probe/page"));
    }

    [Theory]
    [InlineData("/Probe/Page/", "/probe/page")]
    [InlineData("/probe//page.md?utm=1", "/probe/page")]
    [InlineData("//evil.example/", "/evil.example")]
    [InlineData("/?page=1", "/")]
    [InlineData("/PROBE/Caf%C3%89", "/probe/caf%C3%A9")]
    [InlineData("/rumours/?page=01&status=rumour", "/rumours?status=rumour")]
    public async Task Another_spelling_is_sent_to_the_right_one(string target, string location)
    {
        var answer = await RawHttp.GetAsync(_site.PublicPort, target);
        Assert.Equal(308, RawHttp.StatusOf(answer));
        Assert.Contains($"\r\nLocation: {location}\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("Cache-Control: public, max-age=60", answer, StringComparison.Ordinal);
    }
}
