using System.Globalization;

namespace AlitaNews.Bench.Stage;

/// <summary>The site, built Release, on a library.</summary>
internal static class Site
{
    private static readonly string Program = Path.Combine(Checkout.Root, "src", "AlitaNews.Web", "bin", "Release", "net10.0", "AlitaNews.Web.dll");

    /// <summary>What the site asks of the runtime.</summary>
    public static readonly string RuntimeSettings = Path.ChangeExtension(Program, ".runtimeconfig.json");

    /// <summary>Further arguments for what has nothing to do with cached pages: the library is not brought into the cache meanwhile.</summary>
    public static readonly string[] SmallCache = ["--Alita:CacheMegabytes", "1"];

    /// <summary>The arguments that place it on a library and a port.</summary>
    public static string[] Arguments(Library library, int port) =>
    [
        "--Alita:Content", library.Content, "--Alita:Data", library.Data, "--urls", $"http://127.0.0.1:{port}", "--Alita:ManagementUrls",
        $"http://127.0.0.1:{Server.FindPort()}", "--Alita:SearchesPerMinute", "1000000",
    ];

    /// <summary>Starts the site and returns at once.</summary>
    public static Server Launch(Library library, params string[] more)
    {
        var port = Server.FindPort();
        return Server.Start("site", port, "dotnet", [Program, "serve", .. Arguments(library, port), .. more]);
    }

    /// <summary>Starts the site and waits until it serves, its database is known and nothing works behind it any more.</summary>
    public static async Task<Server> StartAsync(Library library, params string[] more)
    {
        var site = Launch(library, more);
        await site.WaitForAsync("/readyz");
        FindDatabase(site, library);
        await site.SettleAsync();
        return site;
    }

    /// <summary>Finds the PostgreSQL that the site started.</summary>
    public static void FindDatabase(Server site, Library library)
    {
        var file = Directory.EnumerateFiles(library.Data, "postmaster.pid", SearchOption.AllDirectories).Single();
        site.Database = int.Parse(File.ReadLines(file).First(), CultureInfo.InvariantCulture);
    }
}
