using System.Globalization;
using System.Text.RegularExpressions;

namespace AlitaNews.Store.Embedded;

/// <summary>A folder that holds PostgreSQL's programs, and their major version.</summary>
internal sealed partial record PostgresBinaries(string Folder, int MajorVersion)
{
    private const int OldestSupported = 14;

    /// <summary>What to do where there is no PostgreSQL.</summary>
    public const string WaysOut =
        "install it (apt install postgresql, brew install postgresql), run the site with docker compose up, "
        + "or name a server of your own in ConnectionStrings__Postgres";

    /// <summary>The path of one of the programs.</summary>
    public string Program(string name) => Path.Combine(Folder, name);

    /// <summary>
    /// Finds the programs: the folder that is set, else the first place that has them. Where a database of a certain
    /// major version exists already, programs of that version come first.
    /// </summary>
    /// <exception cref="EmbeddedPostgresException">There are none, or the set folder holds none.</exception>
    public static async Task<PostgresBinaries> FindAsync(
        string? setting, string dataFolder, int? wantedMajor, CancellationToken cancel)
    {
        if (!string.IsNullOrWhiteSpace(setting))
        {
            return await FindInAsync(Path.GetFullPath(setting), cancel)
                ?? throw new EmbeddedPostgresException(
                    $"Alita__PostgresBin: {setting} was expected to be the folder of PostgreSQL {OldestSupported} or newer (initdb, pg_ctl, postgres).");
        }

        var others = new List<PostgresBinaries>();
        foreach (var folder in ListCandidates(dataFolder))
        {
            if (await FindInAsync(folder, cancel) is not { } found)
                continue;
            if (wantedMajor is null || found.MajorVersion == wantedMajor)
                return found;
            others.Add(found);
        }

        return others.FirstOrDefault()
            ?? await AskConfigurationAsync(cancel)
            ?? throw new EmbeddedPostgresException($"PostgreSQL was not found on this machine: {WaysOut}.");
    }

    // The developers' tool knows places that nobody else would think of.
    private static async Task<PostgresBinaries?> AskConfigurationAsync(CancellationToken cancel)
    {
        var answer = await OutsideProgram.RunAsync("pg_config", ["--bindir"], "/", account: null, cancel);
        return answer.Succeeded ? await FindInAsync(answer.Output, cancel) : null;
    }

    private static async Task<PostgresBinaries?> FindInAsync(string folder, CancellationToken cancel)
    {
        var server = Path.Combine(folder, "postgres");
        if (!File.Exists(server) || !File.Exists(Path.Combine(folder, "initdb")) || !File.Exists(Path.Combine(folder, "pg_ctl")))
            return null;

        var answer = await OutsideProgram.RunAsync(server, ["--version"], "/", account: null, cancel);
        var version = VersionNumber().Match(answer.Output);
        return answer.Succeeded && version.Success
            && int.Parse(version.ValueSpan, CultureInfo.InvariantCulture) is >= OldestSupported and var major
            ? new PostgresBinaries(folder, major)
            : null;
    }

    private static IEnumerable<string> ListCandidates(string dataFolder)
    {
        if (Environment.GetEnvironmentVariable("PG_BIN") is { Length: > 0 } named)
            yield return named;

        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
            yield return folder;

        string[] roots =
        [
            "/usr/lib/postgresql",                              // Debian and its children: one folder a version
            "/opt/homebrew/opt", "/usr/local/opt",              // Homebrew: postgresql@17
            "/home/linuxbrew/.linuxbrew/opt",
            Path.Combine(dataFolder, "postgresql"),             // what ./alita unpacked
            Path.Combine(PostgresFolder.SystemFolder, "postgresql"),
        ];
        foreach (var root in roots.Where(Directory.Exists))
        {
            foreach (var folder in Directory.EnumerateDirectories(root).Where(IsOfAVersion).OrderByDescending(VersionOf))
                yield return Path.Combine(folder, "bin");
        }

        yield return "/usr/pgsql/bin";
        yield return "/usr/local/pgsql/bin";
    }

    private static bool IsOfAVersion(string folder) => VersionedFolder().IsMatch(Path.GetFileName(folder));

    private static int VersionOf(string folder) =>
        int.Parse(VersionNumber().Match(Path.GetFileName(folder)).ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("[0-9]{1,4}", RegexOptions.CultureInvariant)]
    private static partial Regex VersionNumber();

    [GeneratedRegex(@"^(postgresql@)?[0-9]{1,4}(\.|$)", RegexOptions.CultureInvariant)]
    private static partial Regex VersionedFolder();
}
