using System.Text;
using AlitaNews.Web.Pages.Wire;

namespace AlitaNews.Site.Tests.Pages.Wire;

/// <summary>What is read on the connection, and what is left to the server.</summary>
public sealed class WireRequestTests
{
    [Fact]
    public void A_usual_request_is_read_in_full()
    {
        var bytes = "GET /news/a-story HTTP/1.1\r\nhost: Example.org:8080\r\nUser-Agent: A (b; c)\r\nACCEPT-ENCODING:  gzip, br \r\nIf-None-Match: \"x,y\"\r\nConnection: Keep-Alive\r\n\r\nGET /"u8;
        Assert.True(WireRequest.TryRead(bytes, out var request));
        Assert.Equal("/news/a-story", Encoding.ASCII.GetString(request.Path));
        Assert.Equal("Example.org:8080", Encoding.ASCII.GetString(request.Host));
        Assert.Equal("gzip, br", Encoding.ASCII.GetString(request.AcceptEncoding));
        Assert.Equal("\"x,y\"", Encoding.ASCII.GetString(request.IfNoneMatch));
        Assert.Equal(bytes.Length - "GET /".Length, request.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n")]
    [InlineData("GET / HTTP/1.0\r\nHost: a\r\n\r\n")]
    [InlineData("GET  / HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("get / HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /?page=2 HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /%61 HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /\u00e9 HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\nHost: a\n\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost:\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost:\r\nHost: a\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a b\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a:\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a:8x\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost : a\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n folded: b\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nX: a\nY: b\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nX: \u0001\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nConnection: keep-alive, upgrade\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nIf-Modified-Since: Sun, 01 Mar 2026 12:00:00 GMT\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nIf-None-Match: *\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nIf-None-Match: W/\"x\"\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nIf-None-Match: \"x\", \"y\"\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nAccept-Encoding: br\r\nAccept-Encoding: gzip\r\n\r\n")]
    public void Whatever_is_unusual_is_left_to_the_server(string request) =>
        Assert.False(WireRequest.TryRead(Encoding.Latin1.GetBytes(request), out _));

    [Fact]
    public void A_hundred_headers_are_read_and_one_more_is_left_to_the_server()
    {
        var ninetyNine = "GET / HTTP/1.1\r\nHost: a\r\n" + string.Concat(Enumerable.Range(0, 99).Select(static i => $"X{i}: b\r\n"));
        Assert.True(WireRequest.TryRead(Encoding.Latin1.GetBytes(ninetyNine + "\r\n"), out _));
        Assert.False(WireRequest.TryRead(Encoding.Latin1.GetBytes(ninetyNine + "Y: b\r\n\r\n"), out _));
    }
}
