using System.Net;
using AlitaNews.Site.Tests.Running;

namespace AlitaNews.Site.Tests.Pages;

/// <summary>Two listeners, and what each serves.</summary>
public sealed class ListenerTests : IAsyncLifetime
{
    private RunningSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await RunningSite.StartUnloadedAsync();
        _site.Probe.Show("page", "a page");
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Until_an_edition_is_loaded_the_site_lives_but_is_not_ready()
    {
        foreach (var listener in new[] { _site.Public, _site.Management })
        {
            Assert.Equal(HttpStatusCode.OK, (await listener.GetAsync("/healthz")).StatusCode);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await listener.GetAsync("/readyz")).StatusCode);
        }

        using var early = await _site.Public.GetAsync("/probe/page");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, early.StatusCode);
        Assert.NotNull(early.Headers.RetryAfter);
        Assert.Equal("no-store", early.Headers.GetValues("Cache-Control").Single());

        _site.Edition.MoveTo(new(1), nextTick: null);
        Assert.Equal(HttpStatusCode.OK, (await _site.Public.GetAsync("/readyz")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _site.Management.GetAsync("/readyz")).StatusCode);
        Assert.Equal("a page", await _site.Public.GetStringAsync("/probe/page"));
    }

    [Fact]
    public async Task The_desk_is_only_on_the_management_listener_and_pages_are_only_on_the_public_one()
    {
        _site.Edition.MoveTo(new(1), nextTick: null);
        Assert.Equal("a page", await _site.Public.GetStringAsync("/probe/page"));
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Public.GetAsync("/desk/probe")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Public.GetAsync("/desk")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Management.GetAsync("/probe/page")).StatusCode);
        using var desk = await _site.Management.GetAsync("/desk/probe");
        Assert.Equal("desk", await desk.Content.ReadAsStringAsync());
        Assert.Equal("no-store", desk.Headers.GetValues("Cache-Control").Single());
        Assert.Equal(HttpStatusCode.OK, (await _site.Management.GetAsync("/site.css")).StatusCode);
    }

    [Fact]
    public async Task A_forged_host_does_not_open_the_desk()
    {
        _site.Edition.MoveTo(new(1), nextTick: null);
        var management = _site.Management.BaseAddress!.Authority;
        var answer = await RawHttp.SendAsync(_site.PublicPort, $"GET /desk/probe HTTP/1.1\r\nHost: {management}\r\nConnection: close\r\n\r\n");
        Assert.Equal(404, RawHttp.StatusOf(answer));
    }

    [Theory]
    [InlineData("Origin: http://localhost:5081", 200)]
    [InlineData("Origin: http://127.0.0.1", 200)]
    [InlineData("Origin: https://evil.example", 400)]
    [InlineData("Origin: null", 400)]
    public async Task The_desk_answers_no_page_of_another_site(string origin, int status) =>
        Assert.Equal(status, RawHttp.StatusOf(await RawHttp.GetAsync(_site.Management.BaseAddress!.Port, "/desk/probe", origin)));

    [Fact]
    public async Task The_desk_answers_no_other_name() =>
        Assert.Equal(400, RawHttp.StatusOf(await RawHttp.SendAsync(_site.Management.BaseAddress!.Port, "GET /desk/probe HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")));

    [Fact]
    public async Task Style_sheets_are_sent_whole_from_a_build_and_in_production()
    {
        _site.Edition.MoveTo(new(1), nextTick: null);
        using var plain = await _site.AskAsync("/site.css", "Accept-Encoding", "identity");
        using var packed = await _site.AskAsync("/site.css", "Accept-Encoding", "gzip, br");
        Assert.Equal(HttpStatusCode.OK, plain.StatusCode);
        Assert.NotEmpty(await plain.Content.ReadAsByteArrayAsync());
        Assert.NotEmpty(await packed.Content.ReadAsByteArrayAsync());
    }
}
