namespace AlitaNews.Site.Tests.Abuse;

/// <summary>Requests that no browser would send, as bytes.</summary>
internal static class BrokenRequests
{
    private const string Host = "Host: localhost\r\n";
    private const string Close = "Connection: close\r\n";

    private static readonly string[] Whole =
    [
        // No HTTP, or another one.
        "GET /\r\n", "GET /\r\n\r\n", "GET / HTTP/1.0\r\n\r\n", $"GET / HTTP/2.0\r\n{Host}\r\n", $"GET / HTTP/3.0\r\n{Host}\r\n", $"GET / HTTP/1.2\r\n{Host}\r\n", $"GET / HTTP/9\r\n{Host}\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003",
        new('\0', 100), "\r\n\r\n\r\nnothing\r\n\r\n", $" / HTTP/1.1\r\n{Host}\r\n", $"GET  / HTTP/1.1\r\n{Host}\r\n", $"GET / HTTP/1.1 \r\n{Host}\r\n", "NONSENSE\r\n\r\n", new string('A', 100_000),

        // Two lengths, or none that can be trusted: each has let a second request through somewhere.
        $"POST / HTTP/1.1\r\n{Host}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\n{Host}\r\n", $"GET / HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n5c\r\nGET /healthz HTTP/1.1\r\n\r\n0\r\n\r\n",
        $"POST / HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\n\r\n2;\nxx\r\n5f\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\n{Host}\r\n", $"POST / HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\n\r\nzz\r\n", $"POST / HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nx",
        $"POST / HTTP/1.0\r\n{Host}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", $"POST / HTTP/1.1\r\n{Host}Transfer-Encoding: chunked\r\n\r\n1\rx\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\n{Host}\r\n",
    ];

    private static readonly string[] Headers =
    [
        "Content-Length: 0\r\nContent-Length: 5", "Content-Length: -1", "Content-Length: 99999999999999999999999", "Content-Length: 0, 5", "Content-Length: 0x5", "Content-Length: 1e3", "Transfer-Encoding: identity", "Transfer-Encoding: xchunked",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", "Transfer-Encoding : chunked", "X-A: b\r\n c", "X-A : b", "X-A: b\0c", "X\0A: b", "X-A: b\rc", "XA", ": x", "X-A: \u00ff\u00fe", "X-(A): b", "Accept-Encoding: \u00ff",
        "Host: evil.example", Host.TrimEnd(), "Range: bytes=-", "Range: bytes=5-1", "If-None-Match: W/", "If-None-Match: \"", "If-Modified-Since: Mon, 99 Foo 9999 99:99:99 GMT", "Accept-Encoding: br;q=", "Accept-Encoding: ;;;,,,", "Accept-Encoding: *;q=0",
        "Expect: x", "Upgrade: websocket\r\nConnection: Upgrade", "Upgrade: h2c\r\nHTTP2-Settings: x", "X-Forwarded-For: \u00ff", "X-Forwarded-Proto: javascript", "X-Original-URL: /desk", "X-Rewrite-Url: /desk", "X-HTTP-Method-Override: DELETE", "Forwarded: for=x;host=evil",
        "traceparent: 00-00000000000000000000000000000000-0000000000000000-ff", "tracestate: =,=", "baggage: \0", "Connection: keep-alive, close, \u0001", "Cookie: =;=;=", "Authorization: Basic =", "Trailer: Host", "TE: trailers, x", "Date: x",
        "If-Range: x", "If-Range: Mon, 99 Foo 9999 99:99:99 GMT", "If-Unmodified-Since: never", "If-Match: W/\"", "If-None-Match: *, \"a", "Accept: ;;;,,,", "Accept: */*;q=2;q=-1", "Accept: " + string.Concat(Enumerable.Repeat("a/b;q=0.1,", 1500)), "Accept-Language: *;q=NaN", "Accept-Charset: \u00ff",
        "Range: bytes=0-0,-1,5-", "Range: lines=1-2", "Range: bytes=99999999999999999999-", "Range: bytes=-0", "Range: bytes=9999999-", "If-Modified-Since: Thu, 01 Jan 9999 00:00:00 GMT",
        string.Concat(Enumerable.Range(0, 200).Select(static i => $"X-{i}: y\r\n")) + "X: y", "X: " + new string('a', 200_000), "Range: bytes=" + string.Join(',', Enumerable.Repeat("0-0", 500)), "If-None-Match: " + string.Concat(Enumerable.Repeat("\"a\",", 1500)),
    ];

    private static readonly string[] Targets =
    [
        "", "*", "?", "??", "localhost", "http://evil.example/", "http://", "https://localhost:443/", "ftp://localhost/", "http://u:p@localhost/", "/%00", "/%zz", "/%", "/%2", "/%c0%af", "/%ff", "/%ED%A0%80", "/\u00ff", "/a b", "/a\tb", "/a\0b", "/..%2f..%2fetc/passwd", "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd", "/media/..%5c..%5csite.yaml", "/media/%2e%2e/site.yaml", "/media/%00.jpg", "/media/x.jpg%0d%0aX:y", "/a\\b", "//", "///", "/<script>", "/{x}", "/?%", "/?page=%zz", "/?page=99999999999999999999", "/?page=-1", "/?page=1.5", "/?page=", "/?page[]=1",
        "/rumours?status=%00", "/rumours?topic=%27", "/rumours?topic=" + new string('a', 1500), "/archive/0000", "/archive/99999999999/1", "/archive/2024/13", "/claims/%00", "/claims.json?due_before=x", "/claims.json?updated_since=9999-12-31T23:59:59%2B14:00", "/claims.json?updated_since=0001-01-01T00:00:00%2B14:00",
        "/claims.json?due_before=0001-01-01", "/claims.json?due_before=9999-12-31", "/claims.json?page=2147483648", "/cards/x/y.png", "/cards/article/%00.png", "/sitemaps/articles-9999-99.xml", "/sitemaps/articles-0000-00.xml", "/feed.xml?view=%00", "/topics/%2e%2e", "/desk", "/%64esk", "/DESK/problems.json",
        "/NEWS/Story", "/%4eews/story", "/?utm=%00", "/news/story?x=%zz&y", "/news/story?" + new string('&', 1500), "/news/story?" + new string('x', 1_000_000), "/appsettings.json", "/.env", "/%252e", "/con", "/a:b", "/%E2%80%AE", "/news/e%CC%81", "/" + new string('/', 1500), "/" + new string('a', 3000), "/?q=" + new string('a', 1_000_000), "/search?q=" + new string('+', 1900), "/search?q=a&page=2147483647", "/search?q=a&year=99999", "/search?q=%ED%A0%80",
    ];

    private static readonly string[] Methods = ["POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "OPTIONS", "PROPFIND", "get", "G<T", "G\0T", "", new('A', 5000)];

    /// <summary>All of them.</summary>
    public static IEnumerable<string> All =>
    [
        .. Whole,
        .. Headers.Select(static header => $"GET / HTTP/1.1\r\n{Host}{Close}{header}\r\n\r\n"),
        .. Headers.Select(static header => $"GET /media/x.jpg HTTP/1.1\r\n{Close}{header}\r\n{Host}\r\n"),
        .. Headers.Select(static header => $"GET /site.css HTTP/1.1\r\n{Host}{Close}{header}\r\n\r\n"),
        .. Targets.Select(static target => $"GET {target} HTTP/1.1\r\n{Host}{Close}\r\n"),
        .. Methods.Select(static method => $"{method} / HTTP/1.1\r\n{Host}{Close}\r\n"),
        .. ((string[])["", "Host:\r\n", "Host: a b\r\n", "Host: localhost, evil.example\r\n", "Host: localhost@evil.example\r\n", "Host: [::1\r\n", "Host: l\u00f6calhost\r\n", "Host: localhost:99999\r\n", "Host: evil.example\r\n"])
            .Select(static host => $"GET / HTTP/1.1\r\n{host}{Close}\r\n"),
    ];

    /// <summary>Searches that have brought down searches elsewhere.</summary>
    public static IReadOnlyList<string> Searches { get; } =
    [
        new('-', 33), "a " + new string('-', 32), string.Concat(Enumerable.Repeat("- ", 33)), "a" + string.Concat(Enumerable.Repeat("--", 60)), "\0", "a\0b", "\u0001\u0002", "'", "''", "\"", "\"\"\"", "\" \" \"", "\\", "\\\\'", "%", "_", "*", "a:*", "a & b", "a | | b", "!!!", "!(a", "((((((((", "a <-> b", "a <99999> b",
        "or", "or or or", "-or -and -not", "-a -b -c", "\U0001F916", "日本語", "\u202Egnp", "\uFEFF", string.Concat(Enumerable.Repeat("film ", 40)), new('a', 200), string.Concat(Enumerable.Repeat("a ", 100)), "<script>alert(1)</script>", "'; drop table article; --", "{{7*7}}", "$1", "null", "NaN", "e\u0301", "a\u0301\u0301\u0301",
    ];
}
