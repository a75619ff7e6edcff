namespace AlitaNews.Bench;

/// <summary>Where things are.</summary>
internal static class Checkout
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Libraries and what servers write. Kept between runs: a library of 100,000 articles takes minutes to make.</summary>
    public static string Scratch { get; } = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "alitanews-bench")).FullName;

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AlitaNews.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The benchmarks run from a checkout.");
    }
}
