namespace AlitaNews.Store.Embedded;

/// <summary>
/// The account the server runs as. PostgreSQL refuses to run as root, so root hands over to an account without rights.
/// </summary>
internal static class PostgresAccount
{
    private const string Root = "root";

    /// <summary>The account to run as in a folder that may exist already; null is our own.</summary>
    public static async Task<string?> FindForAsync(string folder, CancellationToken cancel)
    {
        if (!Environment.IsPrivilegedProcess)
            return null;

        var owner = Directory.Exists(folder) ? await RunAsRootAsync("stat", ["-c", "%U", folder], cancel) : Root;
        return owner is Root or "UNKNOWN" ? FindUnprivileged() : owner;
    }

    /// <summary>Gives a folder to the account and closes it to everyone else.</summary>
    public static async Task GiveAsync(string folder, string? account, CancellationToken cancel)
    {
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (account is not null)
            await RunAsRootAsync("chown", [$"{account}:", folder], cancel);
    }

    /// <summary>Whether the account can get into the folder: every folder above it has to let it through.</summary>
    public static async Task<bool> CanEnterAsync(string folder, string? account, CancellationToken cancel) =>
        account is null || (await OutsideProgram.RunAsync("/usr/bin/env", ["test", "-x", folder], "/", account, cancel)).Succeeded;

    private static string FindUnprivileged() =>
        File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    private static async Task<string> RunAsRootAsync(string program, string[] arguments, CancellationToken cancel)
    {
        var result = await OutsideProgram.RunAsync(program, arguments, "/", account: null, cancel);
        return result.Succeeded
            ? result.Output
            : throw new EmbeddedPostgresException($"The database folder cannot be prepared: {result.Reason}.");
    }
}
