using System.IO.Compression;
using System.Net;
using System.Text;
using AlitaNews.Site.Tests.Running;
using Microsoft.AspNetCore.Mvc;

namespace AlitaNews.Site.Tests.Pages;

/// <summary>What readers of a page get, from the first to the last byte of a real connection.</summary>
public sealed class CachedPagesTests : IAsyncLifetime
{
    private const string Text = "<!doctype html><title>A page</title><p>A page that is long enough to be worth compressing, compressing, compressing.</p>";
    private RunningSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await RunningSite.StartAsync();
        _site.Probe.Show("page", Text);
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("br", "br", "-br\"")]
    [InlineData("gzip", "gzip", "-gz\"")]
    [InlineData("gzip;q=1, br;q=0", "gzip", "-gz\"")]
    [InlineData("deflate", "", "\"")]
    public async Task A_page_comes_in_the_coding_that_is_liked_best_before_and_after_it_is_kept(string accepted, string coding, string tagEnd)
    {
        string? tag = null;
        for (var i = 0; i < 3; i++)
        {
            using var answer = await _site.AskAsync("/probe/page", "Accept-Encoding", accepted);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(coding, string.Join(",", answer.Content.Headers.ContentEncoding));
            Assert.Equal("Accept-Encoding", answer.Headers.Vary.Single());
            Assert.EndsWith(tagEnd, answer.Headers.ETag!.Tag, StringComparison.Ordinal);
            Assert.False(answer.Headers.ETag.IsWeak);
            Assert.Equal(tag ??= answer.Headers.ETag.Tag, answer.Headers.ETag.Tag);
            Assert.Equal(Text, Decode(await answer.Content.ReadAsByteArrayAsync(), coding));
            Assert.Equal("public, max-age=60, stale-while-revalidate=600, stale-if-error=86400", answer.Headers.GetValues("Cache-Control").Single());
            Assert.Equal("Sun, 01 Mar 2026 12:00:00 GMT", answer.Content.Headers.GetValues("Last-Modified").Single());
            Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
            Assert.Equal("rumour", answer.Headers.GetValues("Claim-Status").Single());
        }

        Assert.Equal(1, _site.Probe.Asked("page"));
    }

    [Fact]
    public async Task Whoever_accepts_nothing_gets_406()
    {
        using var answer = await _site.AskAsync("/probe/page", "Accept-Encoding", "identity;q=0");
        Assert.Equal(HttpStatusCode.NotAcceptable, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.GetValues("Cache-Control").Single());
    }

    [Fact]
    public async Task The_tag_that_was_sent_brings_304_and_another_does_not()
    {
        using var first = await _site.AskAsync("/probe/page", "Accept-Encoding", "br");
        var tag = first.Headers.ETag!.Tag;
        foreach (var list in new[] { tag, "W/" + tag, "\"x\", " + tag, "*" })
        {
            var answer = await RawHttp.GetAsync(_site.PublicPort, "/probe/page", "Accept-Encoding: br", "If-None-Match: " + list);
            Assert.Equal(304, RawHttp.StatusOf(answer));
            Assert.Contains("ETag: " + tag, answer, StringComparison.Ordinal);
            Assert.Contains("Vary: Accept-Encoding", answer, StringComparison.Ordinal);
            Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
        }

        Assert.Equal(200, RawHttp.StatusOf(await RawHttp.GetAsync(_site.PublicPort, "/probe/page", "Accept-Encoding: gzip", "If-None-Match: " + tag)));
        Assert.Equal(200, RawHttp.StatusOf(await RawHttp.GetAsync(_site.PublicPort, "/probe/page", "Accept-Encoding: br", "If-None-Match: \"x\"")));
    }

    [Theory]
    [InlineData("If-Modified-Since: Sun, 01 Mar 2026 12:00:00 GMT", 304)]
    [InlineData("If-Modified-Since: Sun, 01 Mar 2026 11:59:59 GMT", 200)]
    [InlineData("If-Modified-Since: yesterday", 200)]
    [InlineData("If-None-Match: \"x\"\r\nIf-Modified-Since: Sun, 01 Mar 2026 12:00:00 GMT", 200)]
    [InlineData("Range: bytes=0-3", 200)]
    public async Task Dates_count_only_without_tags_and_pages_have_no_ranges(string header, int status)
    {
        for (var i = 0; i < 2; i++)
            Assert.Equal(status, RawHttp.StatusOf(await RawHttp.GetAsync(_site.PublicPort, "/probe/page", header)));
    }

    [Fact]
    public async Task Head_is_get_without_the_body()
    {
        for (var i = 0; i < 2; i++)
        {
            using var answer = await _site.AskAsync("/probe/page", "Accept-Encoding", "identity", HttpMethod.Head);
            Assert.Equal(Text.Length, answer.Content.Headers.ContentLength);
            Assert.NotNull(answer.Headers.ETag);
            Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        }

        Assert.Equal(1, _site.Probe.Asked("page"));
    }

    [Fact]
    public async Task Unknown_parameters_are_the_same_page_and_reach_nobody()
    {
        string? seen = null;
        _site.Probe["query"] = context =>
        {
            seen = context.Request.QueryString.Value;
            return Task.FromResult(ProbePages.Page(context, Text));
        };
        for (var i = 0; i < 20; i++)
            Assert.Equal(Text, await _site.Public.GetStringAsync($"/probe/query?utm={i}&x=%1E&%FF=%00"));
        Assert.Equal(1, _site.Probe.Asked("query"));
        Assert.Equal(string.Empty, seen);
    }

    [Fact]
    public async Task Any_number_of_readers_wait_for_one_fill_and_one_who_leaves_does_not_matter()
    {
        var asked = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        _site.Probe["slow"] = async context =>
        {
            asked.TrySetResult();
            await go.Task;
            return ProbePages.Page(context, Text);
        };
        using var leaving = new CancellationTokenSource();
        var first = _site.Public.GetAsync("/probe/slow", leaving.Token);
        await asked.Task;
        var others = Enumerable.Range(0, 30).Select(_ => _site.Public.GetStringAsync("/probe/slow")).ToArray();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        go.SetResult();
        Assert.All(await Task.WhenAll(others), text => Assert.Equal(Text, text));
        Assert.Equal(1, _site.Probe.Asked("slow"));
    }

    [Fact]
    public async Task A_new_edition_shows_new_pages_and_keeps_the_tag_of_those_that_did_not_change()
    {
        _site.Probe.Show("other", "before");
        using var first = await _site.Public.GetAsync("/probe/page");
        Assert.Equal("before", await _site.Public.GetStringAsync("/probe/other"));

        _site.Probe.Show("page", Text, edition: 2);
        _site.Probe.Show("other", "after", edition: 2);
        _site.Edition.MoveTo(new(2), nextTick: null);
        using var second = await _site.Public.GetAsync("/probe/page");
        Assert.Equal("after", await _site.Public.GetStringAsync("/probe/other"));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task A_page_of_an_edition_that_is_not_the_current_one_is_shown_but_not_kept()
    {
        _site.Probe.Show("lagging", "old", edition: 0);
        Assert.Equal("old", await _site.Public.GetStringAsync("/probe/lagging"));
        Assert.Equal("old", await _site.Public.GetStringAsync("/probe/lagging"));
        Assert.Equal(2, _site.Probe.Asked("lagging"));
    }

    [Fact]
    public async Task A_reader_who_comes_after_the_edition_moved_does_not_get_a_fill_that_began_before()
    {
        var asked = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        _site.Probe["slow"] = async context =>
        {
            asked.TrySetResult();
            await go.Task;
            return ProbePages.Page(context, "old");
        };
        var early = _site.Public.GetStringAsync("/probe/slow");
        await asked.Task;
        _site.Probe.Show("slow", "new", edition: 2);
        _site.Edition.MoveTo(new(2), nextTick: null);
        Assert.Equal("new", await _site.Public.GetStringAsync("/probe/slow"));
        go.SetResult();
        Assert.Equal("old", await early);
        Assert.Equal("new", await _site.Public.GetStringAsync("/probe/slow"));
    }

    [Fact]
    public async Task While_the_database_does_not_answer_readers_get_the_last_bytes_or_503()
    {
        Assert.Equal(Text, await _site.Public.GetStringAsync("/probe/page"));
        _site.Edition.MoveTo(new(2), nextTick: null);
        _site.Probe["page"] = _ => throw new TimeoutException("away");
        _site.Probe["never-seen"] = _ => throw new TimeoutException("away");
        Assert.Equal(Text, await _site.Public.GetStringAsync("/probe/page"));
        using var unseen = await _site.Public.GetAsync("/probe/never-seen");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, unseen.StatusCode);
        Assert.NotNull(unseen.Headers.RetryAfter);
        Assert.Equal("no-store", unseen.Headers.GetValues("Cache-Control").Single());

        _site.Probe.Show("page", "back", edition: 2);
        Assert.Equal("back", await _site.Public.GetStringAsync("/probe/page"));
    }

    [Fact]
    public async Task A_database_that_hangs_does_not_make_readers_hang_who_can_have_the_last_bytes()
    {
        Assert.Equal(Text, await _site.Public.GetStringAsync("/probe/page"));
        _site.Edition.MoveTo(new(2), nextTick: null);
        var never = new TaskCompletionSource<IActionResult>();
        _site.Probe["page"] = _ => never.Task;
        Assert.Equal(Text, await _site.Public.GetStringAsync("/probe/page"));
        never.SetException(new TimeoutException());
    }

    [Fact]
    public async Task A_mistake_of_ours_is_500_without_internals_and_is_not_kept()
    {
        _site.Probe["broken"] = _ => throw new InvalidOperationException("secret");
        using var answer = await _site.Public.GetAsync("/probe/broken");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.Contains("Request <code>", text, StringComparison.Ordinal);
        _site.Probe.Show("broken", "mended");
        Assert.Equal("mended", await _site.Public.GetStringAsync("/probe/broken"));
    }

    [Fact]
    public async Task What_is_no_page_is_passed_on_and_not_kept()
    {
        _site.Probe["moved"] = _ => Task.FromResult<IActionResult>(new RedirectResult("/probe/page", permanent: true));
        _site.Probe["gone"] = _ => Task.FromResult<IActionResult>(new ContentResult { StatusCode = 410, Content = "It stood here.", ContentType = "text/html" });
        for (var i = 1; i <= 2; i++)
        {
            using var moved = await _site.Public.GetAsync("/probe/moved");
            Assert.Equal(HttpStatusCode.MovedPermanently, moved.StatusCode);
            Assert.Equal("/probe/page", moved.Headers.Location!.OriginalString);
            Assert.Equal("public, max-age=60", moved.Headers.GetValues("Cache-Control").Single());
            using var gone = await _site.Public.GetAsync("/probe/gone");
            Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
            Assert.Equal("It stood here.", await gone.Content.ReadAsStringAsync());
            Assert.Equal("public, max-age=60", gone.Headers.GetValues("Cache-Control").Single());
            using var missing = await _site.Public.GetAsync("/probe/missing");
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
            Assert.Equal("no-store", missing.Headers.GetValues("Cache-Control").Single());
            Assert.Equal(i, _site.Probe.Asked("moved"));
        }
    }

    private static string Decode(byte[] bytes, string coding)
    {
        using Stream reader = coding switch
        {
            "br" => new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress),
            "gzip" => new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress),
            _ => new MemoryStream(bytes),
        };
        using var text = new StreamReader(reader, Encoding.UTF8);
        return text.ReadToEnd();
    }
}
