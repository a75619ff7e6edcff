using System.Globalization;
using AlitaNews.Bench.Measuring;

namespace AlitaNews.Bench.Stage;

/// <summary>What a speed-minded editor would take instead: Hugo, with templates for the same pages (<c>bench/hugo</c>).</summary>
internal static class Hugo
{
    private static readonly string Target = Path.Combine(Checkout.Scratch, "hugo");

    /// <summary>Builds a library's articles into an empty folder.</summary>
    /// <param name="library">The library.</param>
    /// <param name="related">Whether each article names those that are related, as the site's do.</param>
    public static Task<(double Cpu, double Wall)> BuildAsync(Library library, bool related)
    {
        if (Directory.Exists(Target))
            Directory.Delete(Target, recursive: true);
        return OutsideTool.TimeAsync("env", [$"HUGO_PARAMS_RELATED={(related ? "true" : "false")}", "hugo", .. Arguments(library), "--destination", Target, "--quiet"]);
    }

    /// <summary>Starts <c>hugo server</c>, which keeps its pages in memory, and waits until it serves.</summary>
    public static async Task<Server> ServeAsync(Library library)
    {
        var port = Server.FindPort();
        var server = Server.Start(
            "hugo-server", port, "hugo",
            ["server", .. Arguments(library), "--port", port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--disableLiveReload"]);
        await server.WaitForAsync("/");
        return server;
    }

    private static string[] Arguments(Library library) =>
        ["--source", Path.Combine(Checkout.Root, "bench", "hugo"), "--contentDir", library.Content, "--noBuildLock", "--buildFuture"];
}
