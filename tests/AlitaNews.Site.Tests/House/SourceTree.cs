namespace AlitaNews.Site.Tests.House;

/// <summary>The files of this repository, as the house rules see them: nothing that is built, fetched or kept by tools.</summary>
internal static class SourceTree
{
    private static readonly HashSet<string> Outside =
        new(StringComparer.Ordinal) { ".git", ".vs", ".idea", ".data", "bin", "obj", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts", "site.css", "lists.css" };

    /// <summary>The folder of the solution, found from where the tests were built.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every file below a folder, as paths from the root with <c>/</c> between the parts.</summary>
    public static IReadOnlyList<string> List(params string[] folders) =>
        [.. (folders.Length == 0 ? [""] : folders).SelectMany(static folder => Walk(Path.Combine(Root, folder)))
            .Select(static path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    /// <summary>The files below folders whose names end in one of the endings.</summary>
    public static IEnumerable<(string Path, string Text)> ReadAll(string[] folders, params string[] endings) =>
        List(folders).Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal))).Select(static path => (path, Read(path)));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<string> Walk(string folder)
    {
        if (!Directory.Exists(folder))
            return [];
        return Directory.EnumerateFiles(folder)
            .Where(static file => !Outside.Contains(Path.GetFileName(file)))
            .Concat(Directory.EnumerateDirectories(folder).Where(static child => !Outside.Contains(Path.GetFileName(child))).SelectMany(Walk));
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AlitaNews.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"no AlitaNews.sln above {AppContext.BaseDirectory}: the tests must run from a checkout");
    }
}
