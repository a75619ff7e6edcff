using AlitaNews.Store.Embedded;
using AlitaNews.Web;
using Microsoft.Extensions.Hosting;

namespace AlitaNews.Bench.Stage;

/// <summary>The site with a cache that holds nothing, so that every request makes its page; in a process of its own.</summary>
internal static class UncachedSite
{
    /// <summary>The word that makes this program that site.</summary>
    public const string Word = "uncached-site";

    // Less than nothing: the cache keeps no page, and who would fill it ahead takes it for full.
    private const int NoBytes = -100;

    /// <summary>Starts it on a library.</summary>
    public static async Task<Server> StartAsync(Library library)
    {
        var port = Server.FindPort();
        var server = Server.Start("uncached", port, "dotnet", ["exec", "--runtimeconfig", Site.RuntimeSettings, typeof(UncachedSite).Assembly.Location, Word, library.Data, .. Site.Arguments(library, port)]);
        await server.WaitForAsync("/readyz");
        Site.FindDatabase(server, library);
        await server.SettleAsync();
        return server;
    }

    /// <summary>Is it.</summary>
    public static async Task RunAsync(string data, string[] arguments)
    {
        SocketThreads.Prepare();
        await using var database = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresSettings { DataFolder = data }, Console.Error.WriteLine, CancellationToken.None);
        var settings = SettingsParser.Load(arguments) with { ConnectionString = database.ConnectionString, CacheBytes = NoBytes };
        await using var site = SiteHost.Create(arguments, settings, adjust: null);
        await site.StartAsync(CancellationToken.None);
        await site.WaitForShutdownAsync(CancellationToken.None);
    }
}
