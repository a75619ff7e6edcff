using System.CommandLine;

namespace AlitaNews.Web.Verbs;

/// <summary>The settings on a command line: <c>--Alita:Content PATH</c>, <c>--urls=ADDRESS</c>.</summary>
public static class SettingArguments
{
    /// <summary>Set by <c>./alita</c> to the folder it was called from; it runs the program from the repository's root.</summary>
    public const string CallerFolderVariable = "ALITA_CALLER_FOLDER";

    private static readonly string[] HostKeys = ["urls", "environment", "contentRoot", "applicationName"];

    // A host that writes its configuration out as arguments (WebApplicationFactory) names the sections too, without a value.
    private static readonly string[] Sections = ["Alita", "ConnectionStrings"];
    private static readonly string[] FolderKeys = ["Alita:Content", "Alita:Data", "Alita:PostgresBin"];

    /// <summary>The folder that paths on the command line count from.</summary>
    public static string CallerFolder => Environment.GetEnvironmentVariable(CallerFolderVariable) is { Length: > 0 } folder ? folder : Directory.GetCurrentDirectory();

    /// <summary>The settings among the arguments, as <c>--key=value</c>, with absolute folders.</summary>
    /// <exception cref="SettingException">An argument is no setting.</exception>
    public static string[] Of(ParseResult parsed) => Read(parsed.UnmatchedTokens, CallerFolder);

    /// <summary>Reads settings from words; pure but for what <see cref="Path"/> does.</summary>
    /// <exception cref="SettingException">A word is no setting.</exception>
    public static string[] Read(IReadOnlyList<string> words, string callerFolder) =>
        Read(words, callerFolder, out var other) is { } settings && other is null
            ? settings
            : throw new SettingException($"\"{other}\" is no verb of this program; see --help.");

    /// <summary>Reads settings, and one other word, from words.</summary>
    /// <param name="words">The words.</param>
    /// <param name="callerFolder">Where relative folders count from.</param>
    /// <param name="other">A word that is no setting; null where there is none.</param>
    /// <exception cref="SettingException">A word is no setting, and not the only one.</exception>
    public static string[] Read(IReadOnlyList<string> words, string callerFolder, out string? other)
    {
        var settings = new List<string>();
        other = null;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (!word.StartsWith("--", StringComparison.Ordinal))
            {
                if (other is not null)
                    throw new SettingException($"\"{word}\" is one word too many; see --help.");
                other = word;
                continue;
            }

            var equals = word.IndexOf('=', StringComparison.Ordinal);
            var key = equals < 0 ? word[2..] : word[2..equals];
            if (equals == word.Length - 1 && Sections.Contains(key, StringComparer.OrdinalIgnoreCase))
                continue;
            if (!IsKnown(key))
                throw new SettingException($"--{key} is no option of this program; see --help.");
            if (equals < 0 && ++i == words.Count)
                throw new SettingException($"--{key} needs a value.");
            var value = equals < 0 ? words[i] : word[(equals + 1)..];
            if (FolderKeys.Contains(key, StringComparer.OrdinalIgnoreCase) && value.Length > 0)
                value = Path.GetFullPath(value, callerFolder);
            settings.Add($"--{key}={value}");
        }

        return [.. settings];
    }

    // Keys of our own section are checked to the letter, so that a typing error does not start a site with the default.
    private static bool IsKnown(string key) =>
        key.StartsWith("Alita:", StringComparison.OrdinalIgnoreCase)
            ? SettingsParser.Keys.Contains(key["Alita:".Length..])
            : key.Contains(':', StringComparison.Ordinal) || HostKeys.Contains(key, StringComparer.OrdinalIgnoreCase);
}
