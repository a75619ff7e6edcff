using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AlitaNews.Site.Tests.Announcing;

/// <summary>Stands in for the search engines: takes announcements, and answers as a test wants it.</summary>
internal sealed class SearchEngine : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<JsonObject> _heard = new();

    private SearchEngine()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.MapPost("/indexnow", async (HttpContext context) =>
        {
            _heard.Enqueue((await JsonNode.ParseAsync(context.Request.Body))!.AsObject());
            if (RetryAfter is { } seconds)
                context.Response.Headers.RetryAfter = seconds;
            context.Response.StatusCode = Status;
        });
    }

    /// <summary>How it answers.</summary>
    public int Status { get; set; } = StatusCodes.Status202Accepted;

    /// <summary>What it asks for when it refuses, or null.</summary>
    public string? RetryAfter { get; set; }

    /// <summary>The setting that points the site here.</summary>
    public string Setting => $"--Alita:IndexNowEndpoint={_server.Urls.First()}/indexnow";

    public static async Task<SearchEngine> StartAsync()
    {
        var engine = new SearchEngine();
        await engine._server.StartAsync();
        return engine;
    }

    /// <summary>What it was told since it was last asked.</summary>
    public IReadOnlyList<JsonObject> Listen()
    {
        var heard = new List<JsonObject>();
        while (_heard.TryDequeue(out var one))
            heard.Add(one);
        return heard;
    }

    /// <summary>The addresses of the one announcement since it was last asked, sorted.</summary>
    public IReadOnlyList<string> ListAddresses() =>
        [.. Assert.Single(Listen())["urlList"]!.AsArray().Select(static one => (string)one!).Order(StringComparer.Ordinal)];

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();
}
