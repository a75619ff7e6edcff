using System.Text;
using AlitaNews.Site.Tests.Running;
using AlitaNews.Store.Editions;

namespace AlitaNews.Site.Tests.Pages.Wire;

/// <summary>Pages that leave before the server sees the request: the same answers to the last byte, and the server's turn whenever something is unusual.</summary>
public sealed class WireHitsTests : IAsyncLifetime
{
    private const string Page = "/probe/page";
    private const string Text = "<!doctype html><title>A page</title><p>A page that is long enough to be worth compressing, compressing, compressing.</p>";
    private RunningSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await RunningSite.StartAsync();
        _site.Probe.Show("page", Text);
        await _site.Public.GetStringAsync(Page);
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("br")]
    [InlineData("gzip, deflate, br, zstd")]
    [InlineData("gzip;q=1, br;q=0")]
    [InlineData("identity")]
    [InlineData("")]
    public async Task The_answer_is_the_one_that_the_server_gives(string accepted)
    {
        await using var wire = await RawConnection.OpenAsync(_site.PublicPort);
        await using var server = await RawConnection.OpenAsync(_site.PublicPort);
        var header = "Accept-Encoding: " + accepted;

        // Something unusual that changes nothing.
        var expected = await server.AskAsync(RawConnection.Get(Page + "?utm=1", header));
        Assert.False(expected.IsFromTheWire);
        for (var i = 0; i < 3; i++)
        {
            var answer = await wire.AskAsync(RawConnection.Get(Page, header));
            Assert.True(answer.IsFromTheWire);
            Assert.Equal(expected.Facts, answer.Facts);
            Assert.Equal(expected.Body, answer.Body);
        }
    }

    [Fact]
    public async Task A_tag_that_is_still_true_brings_304_and_any_other_the_page()
    {
        await using var wire = await RawConnection.OpenAsync(_site.PublicPort);
        await using var server = await RawConnection.OpenAsync(_site.PublicPort);
        var first = await wire.AskAsync(RawConnection.Get(Page, "Accept-Encoding: br"));
        var tag = first.Head.Split("\r\n").Single(static line => line.StartsWith("ETag: ", StringComparison.Ordinal))["ETag: ".Length..];
        var expected = await server.AskAsync(RawConnection.Get(Page + "?utm=1", "Accept-Encoding: br", "If-None-Match: " + tag));

        var unchanged = await wire.AskAsync(RawConnection.Get(Page, "Accept-Encoding: br", "If-None-Match: " + tag, "If-Modified-Since: Sun, 01 Mar 2020 12:00:00 GMT"));
        Assert.True(unchanged.IsFromTheWire);
        Assert.StartsWith("HTTP/1.1 304 ", unchanged.Head, StringComparison.Ordinal);
        Assert.Equal(expected.Facts, unchanged.Facts);
        Assert.Empty(unchanged.Body);

        var changed = await wire.AskAsync(RawConnection.Get(Page, "Accept-Encoding: gzip", "If-None-Match: " + tag));
        Assert.True(changed.IsFromTheWire);
        Assert.StartsWith("HTTP/1.1 200 ", changed.Head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_that_arrive_together_or_in_pieces_are_answered_in_order()
    {
        _site.Probe.Show("other", "<!doctype html><title>Another</title>");
        await using var connection = await RawConnection.OpenAsync(_site.PublicPort);
        await connection.SendAsync(RawConnection.Get(Page) + RawConnection.Get(Page) + RawConnection.Get("/probe/other") + RawConnection.Get(Page));
        Assert.Equal(Text, Encoding.UTF8.GetString((await connection.ReadAsync()).Body));
        Assert.Equal(Text, Encoding.UTF8.GetString((await connection.ReadAsync()).Body));
        Assert.Contains("Another", Encoding.UTF8.GetString((await connection.ReadAsync()).Body), StringComparison.Ordinal);
        Assert.Equal(Text, Encoding.UTF8.GetString((await connection.ReadAsync()).Body));

        await using var slow = await RawConnection.OpenAsync(_site.PublicPort);
        var request = RawConnection.Get(Page);
        await slow.SendAsync(request[..20]);
        await slow.SendAsync(request[20..]);
        Assert.Equal(Text, Encoding.UTF8.GetString((await slow.ReadAsync()).Body));
    }

    [Fact]
    public async Task A_page_of_another_edition_is_made_anew()
    {
        await using var connection = await RawConnection.OpenAsync(_site.PublicPort);
        Assert.True((await connection.AskAsync(RawConnection.Get(Page))).IsFromTheWire);
        _site.Probe.Show("page", "<!doctype html><title>Later</title>");
        _site.Edition.MoveTo(new EditionNumber(2), nextTick: null);
        var answer = await connection.AskAsync(RawConnection.Get(Page));
        Assert.False(answer.IsFromTheWire);
        Assert.Contains("Later", Encoding.UTF8.GetString(answer.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_takes_a_large_page_in_small_sips_gets_all_of_it()
    {
        var random = new Random(7);
        var large = string.Concat(Enumerable.Range(0, 400_000).Select(_ => (char)random.Next('a', 'z')));
        _site.Probe.Show("large", large);
        await _site.Public.GetStringAsync("/probe/large");
        await using var connection = await RawConnection.OpenAsync(_site.PublicPort, receiveBuffer: 2048);
        for (var i = 0; i < 3; i++)
        {
            var answer = await connection.AskAsync(RawConnection.Get("/probe/large"));
            Assert.True(answer.IsFromTheWire);
            Assert.Equal(large, Encoding.UTF8.GetString(answer.Body));
        }
    }

    [Fact]
    public async Task Whoever_names_another_host_is_refused_as_ever()
    {
        await using var connection = await RawConnection.OpenAsync(_site.PublicPort);
        var answer = await connection.AskAsync($"GET {Page} HTTP/1.1\r\nHost: evil.example\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 400 ", answer.Head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_proxy_speaks_for_readers_the_server_answers()
    {
        await using var site = await RunningSite.StartAsync("--Alita:TrustedProxies=127.0.0.1");
        site.Probe.Show("page", Text);
        await site.Public.GetStringAsync(Page);
        await using var connection = await RawConnection.OpenAsync(site.PublicPort);
        var answer = await connection.AskAsync(RawConnection.Get(Page, "X-Forwarded-Proto: https"));
        Assert.False(answer.IsFromTheWire);
        Assert.Contains("Strict-Transport-Security", answer.Head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_collector_wants_to_hear_of_requests_the_server_sees_them()
    {
        await using var site = await RunningSite.StartAsync("--OTEL_EXPORTER_OTLP_METRICS_ENDPOINT=http://127.0.0.1:9");
        site.Probe.Show("page", Text);
        await site.Public.GetStringAsync(Page);
        await using var connection = await RawConnection.OpenAsync(site.PublicPort);
        Assert.False((await connection.AskAsync(RawConnection.Get(Page))).IsFromTheWire);
    }

    [Fact]
    public async Task A_site_that_stops_closes_connections_that_wait()
    {
        await using var site = await RunningSite.StartAsync();
        site.Probe.Show("page", Text);
        await site.Public.GetStringAsync(Page);
        await using var connection = await RawConnection.OpenAsync(site.PublicPort);
        Assert.True((await connection.AskAsync(RawConnection.Get(Page))).IsFromTheWire);
        var stopping = site.DisposeAsync().AsTask();
        Assert.True(await connection.IsClosedAsync());
        await stopping;
    }
}
