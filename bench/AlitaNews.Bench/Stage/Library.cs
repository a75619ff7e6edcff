using System.Security.Cryptography;
using AlitaNews.Bench.Measuring;

namespace AlitaNews.Bench.Stage;

/// <summary>A content folder of generated articles, and beside it a data folder into which they were taken up once.</summary>
/// <param name="Content">The content folder.</param>
/// <param name="Data">The data folder.</param>
internal sealed record Library(string Content, string Data)
{
    // A database of another schema would be brought up to date; of one that never shipped it could not.
    private static readonly string Schema = Convert.ToHexStringLower(SHA256.HashData(
        [.. Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src", "AlitaNews.Store", "Migrations"), "*.sql").Order(StringComparer.Ordinal).SelectMany(File.ReadAllBytes)]))[..12];

    /// <summary>The library of so many articles; made where it was not there.</summary>
    public static async Task<Library> OfAsync(int articles)
    {
        var folder = Path.Combine(Checkout.Scratch, articles.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var library = new Library(Path.Combine(folder, "content"), Path.Combine(folder, "data-" + Schema));

        // Written last.
        if (!Directory.Exists(Path.Combine(library.Content, "pages")))
            await OutsideTool.RunAsync("node", [Path.Combine(Checkout.Root, "bench", "make-corpus.mjs"), "--count", $"{articles}", "--out", library.Content, "--quiet"]);

        // Taken up by a site that ends again: nothing of that work is to be measured in the next.
        if (!Directory.Exists(library.Data))
            await (await Site.StartAsync(library, Site.SmallCache)).DisposeAsync();
        return library;
    }

    /// <summary>Asks the PostgreSQL that a site started for it, in the server's own words.</summary>
    public Task<string> AskAsync(params string[] commands) =>
        OutsideTool.RunAsync("psql", ["-h", Path.Combine(Data, "pg", "run"), "-U", "alita", "-d", "postgres", "-Atq", .. commands.SelectMany(static command => new[] { "-c", command })]);

    /// <summary>The files of its articles, oldest year first.</summary>
    public IReadOnlyList<string> ListArticles() =>
        [.. Directory.EnumerateFiles(Path.Combine(Content, "articles"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    /// <summary>The address of an article.</summary>
    public static string AddressOf(string file) => "/news/" + Path.GetFileNameWithoutExtension(file);

    /// <summary>The same content with an empty database.</summary>
    public Library WithoutData()
    {
        var data = Path.Combine(Checkout.Scratch, "empty");
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
        return this with { Data = data };
    }
}
