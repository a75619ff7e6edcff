using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using AlitaNews.Site.Tests.Running;
using AlitaNews.Web.Pages;
using AlitaNews.Web.Search;

namespace AlitaNews.Site.Tests.Abuse;

/// <summary>What strangers may send: nothing of it is answered as a fault of ours, fills the memory, or costs other readers anything.</summary>
public sealed class AbuseTests(AbusedSite abused) : IClassFixture<AbusedSite>
{
    // The tests share a site; those that search come from addresses of their own, as its limit counts them.
    private const string Searcher = "127.0.0.3";
    private const string Neighbour = "127.0.0.2";

    private readonly NewsSite _site = abused.Site;
    private readonly int _port = abused.Site.Public.BaseAddress!.Port;

    [Fact]
    public async Task No_broken_request_is_answered_with_a_fault_of_ours()
    {
        var requests = BrokenRequests.All.ToList();
        Assert.True(requests.Count > 200);
        await _site.ReadAsync("/news/story");
        await _site.ReadAsync("/");
        await _site.ReadAsync("/rumours");
        await _site.ReadAsync("/feed.xml"); // a parameter that holds only U+0000 is none: these two are asked for below
        var cache = _site.Part<PageCache>();
        var pages = cache.Count;
        foreach (var some in requests.Chunk(16))
        {
            foreach (var (request, answer) in await Task.WhenAll(some.Select(async request => (Request: request, Answer: await RawHttp.SendAsync(_port, request, hangUp: true)))))
            {
                var shown = request[..Math.Min(request.Length, 200)];
                Assert.True(answer.Length == 0 || !answer.StartsWith("HTTP/", StringComparison.Ordinal) || RawHttp.StatusOf(answer) is >= 200 and < 500, $"{shown}\n{answer}");
                Assert.False(answer.Contains("Exception", StringComparison.Ordinal) || answer.Contains("\r\nServer:", StringComparison.OrdinalIgnoreCase), $"{shown}\n{answer}");

                // What was hidden in a body is nobody's request.
                Assert.True(!request.Contains("GET /healthz", StringComparison.Ordinal) || !answer.Contains("\r\n\r\nok\n", StringComparison.Ordinal), $"{shown}\n{answer}");
            }
        }

        Assert.Contains("Words", await _site.ReadAsync("/news/story"), StringComparison.Ordinal);

        // What strangers send wakes no operator, and nothing of it is kept.
        Assert.Empty(_site.Log.Lines);
        Assert.Equal(pages, cache.Count);
    }

    [Fact]
    public async Task No_odd_search_is_answered_with_a_fault_of_ours()
    {
        Assert.True(BrokenRequests.Searches.Count >= 32);
        foreach (var search in BrokenRequests.Searches)
        {
            var status = RawHttp.StatusOf(await GetAsync(Searcher, "/search?q=" + Uri.EscapeDataString(search)));
            Assert.True(status is 200 or 400, $"{search}: {status}");
        }

        Assert.Empty(_site.Log.Lines);
    }

    [Fact]
    public async Task A_body_of_100_MB_is_not_taken_in()
    {
        using var socket = await ConnectAsync();
        await socket.SendAsync("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 104857600\r\n\r\n"u8.ToArray());
        var part = new byte[64 * 1024];
        var taken = 0L;
        try
        {
            for (; taken < 100 * 1024 * 1024; taken += part.Length)
                await socket.SendAsync(part);
        }
        catch (SocketException)
        {
            // As it should: nobody listens any more.
        }

        Assert.InRange(taken, 0, 40L * 1024 * 1024);
    }

    [Fact]
    public async Task Addresses_without_end_leave_nothing_in_memory()
    {
        var cache = _site.Part<PageCache>();
        string[] forms = ["/rumours?topic=t{0}", "/rumours?source=s{0}", "/claims.json?topic=t{0}", "/claims.json?updated_since=2000-01-01T00:00:00.{0}Z", "/feed.xml?view=v{0}", "/news/n{0}", "/?page=9{0}", "/tags/t{0}", "/media/m{0}.jpg"];
        for (var i = 100; i < 110; i++)
        {
            foreach (var form in forms)
            {
                var address = string.Format(CultureInfo.InvariantCulture, form, i);
                await _site.AskAsync(address);
                var (path, query) = address.Split('?') is [var before, var after] ? (before, after) : (address, "");
                Assert.Null(cache.FindLast(new PageKey(path, KnownParameters.Canonical(path, "?" + query))));
            }

            // What means nothing is no part of an address at all.
            Assert.Equal("", KnownParameters.Canonical("/", $"?utm={i}"));
        }
    }

    [Fact]
    public async Task Who_floods_the_search_is_told_to_wait_and_nobody_else_notices()
    {
        HttpStatusCode last = default;
        for (var i = 0; i <= AbusedSite.SearchesPerMinute; i++)
        {
            // A name in a header is no other address.
            using var request = new HttpRequestMessage(HttpMethod.Get, i % 2 == 0 ? $"/search?q=film{i}" : $"/search?topic=film{i}");
            request.Headers.Add("X-Forwarded-For", $"203.0.113.{i}");
            using var answer = await _site.Public.SendAsync(request);
            last = answer.StatusCode;
            Assert.True(last == HttpStatusCode.OK || answer.Headers.RetryAfter is not null);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        Assert.Equal(200, (await _site.AskAsync("/news/story")).Status);
        Assert.Equal(200, (await _site.AskAsync("/search")).Status);
        Assert.Equal(200, RawHttp.StatusOf(await GetAsync(Neighbour, "/search?q=film")));
    }

    [Fact]
    public async Task Only_so_many_searches_work_at_once()
    {
        using var turns = new SearchTurns();
        var taken = new List<IDisposable>();
        while (taken.Count < 100 && await turns.FindAsync(CancellationToken.None) is { } turn)
            taken.Add(turn);
        Assert.InRange(taken.Count, 1, 8);

        var waiting = turns.FindAsync(CancellationToken.None);
        taken[0].Dispose();
        using var found = await waiting;
        Assert.NotNull(found);
        taken.ForEach(static turn => turn.Dispose());
    }

    [Fact]
    public async Task Slow_connections_are_closed_and_readers_do_not_wait_for_them()
    {
        byte[][] beginnings = ["GET / HTTP/1.1\r\nHost: local"u8.ToArray(), "GE"u8.ToArray(), "GET / HTTP/1.1\r\nHost: localhost\r\nX-"u8.ToArray(), "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\na"u8.ToArray()];
        var slow = await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            var socket = await ConnectAsync();
            await socket.SendAsync(beginnings[i % beginnings.Length]);
            return socket;
        }));
        var closed = Task.WhenAll(slow.Select(ReadAsync));
        while (!closed.IsCompleted)
        {
            Assert.Equal(200, (await _site.AskAsync("/news/story")).Status);
            await Task.WhenAny(closed, Task.Delay(100));
        }

        Assert.All(await closed, static answer => Assert.True(answer.Length == 0 || RawHttp.StatusOf(answer) is >= 400 and < 500));
        foreach (var socket in slow)
            socket.Dispose();
    }

    private static async Task<string> ReadAsync(Socket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(45));
        var answer = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            int read;
            while ((read = await socket.ReceiveAsync(buffer, patience.Token)) > 0)
                answer.Write(buffer, 0, read);
        }
        catch (SocketException)
        {
            // Closed as well.
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }

    private async Task<string> GetAsync(string from, string target)
    {
        using var socket = await ConnectAsync(from);
        await socket.SendAsync(Encoding.Latin1.GetBytes($"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        return await ReadAsync(socket);
    }

    private async Task<Socket> ConnectAsync(string? from = null)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        if (from is not null)
            socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
        await socket.ConnectAsync(IPAddress.Loopback, _port);
        return socket;
    }
}
