using Microsoft.Playwright;

namespace AlitaNews.Site.Tests.Browser;

/// <summary>The browser that the machine has: <c>ALITA_CHROMIUM</c>, else the first of the usual names on the path. Tests install nothing.</summary>
internal static class Chromium
{
    private const string Variable = "ALITA_CHROMIUM";
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    /// <summary>Starts it without a window.</summary>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Find(Environment.GetEnvironmentVariable(Variable), Environment.GetEnvironmentVariable("PATH") ?? ""),

        // The sandbox refuses to start for root.
        Args = Environment.UserName == "root" ? ["--no-sandbox"] : [],
    });

    /// <summary>The program to start.</summary>
    /// <exception cref="InvalidOperationException">There is none, and how to get one.</exception>
    public static string Find(string? configured, string path)
    {
        if (!string.IsNullOrEmpty(configured))
            return File.Exists(configured) ? configured : throw new InvalidOperationException($"{Variable} names {configured}, and there is no such file.");
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(static folder => Names.Select(name => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)))
            .FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                $"The browser tests need Chromium: `apt-get install --no-install-recommends chromium`, or name the program with {Variable}.");
    }
}
