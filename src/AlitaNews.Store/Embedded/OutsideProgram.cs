using System.ComponentModel;
using System.Diagnostics;

namespace AlitaNews.Store.Embedded;

/// <summary>Runs a program of the system to its end, as another account where asked, and keeps what it said.</summary>
internal static class OutsideProgram
{
    /// <summary>Runs <paramref name="program"/>; a program that cannot be started counts as failed.</summary>
    /// <param name="program">Path or name of the program.</param>
    /// <param name="arguments">Its arguments, one by one.</param>
    /// <param name="folder">The working folder; the account must be allowed to enter it.</param>
    /// <param name="account">The account to run as; null is our own.</param>
    /// <param name="cancel">Kills the program.</param>
    public static async Task<ProgramResult> RunAsync(
        string program, string[] arguments, string folder, string? account, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        if (account is not null)
            start.UserName = account;
        foreach (var name in start.Environment.Keys.Where(IsPostgresVariable).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";

        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            try
            {
                await process.WaitForExitAsync(cancel);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }

            return new ProgramResult(process.ExitCode, (await output).Trim(), (await errors).Trim());
        }
        catch (Win32Exception e)
        {
            return new ProgramResult(ProgramResult.NotStarted, "", $"{program} cannot be run: {e.Message}");
        }
    }

    // PGDATA, PGPORT and their like are about some other server of the caller.
    private static bool IsPostgresVariable(string name) => name.StartsWith("PG", StringComparison.Ordinal);
}

/// <summary>How a program ended and what it said.</summary>
internal sealed record ProgramResult(int ExitCode, string Output, string Errors)
{
    /// <summary>The exit code of a program that could not even be started.</summary>
    public const int NotStarted = 126;

    /// <summary>Whether the program did its work.</summary>
    public bool Succeeded => ExitCode == 0;

    /// <summary>The line of the output that says best what went wrong.</summary>
    public string Reason => ReasonIn((Errors + "\n" + Output).Split('\n'));

    /// <summary>The line among <paramref name="lines"/> that says best what went wrong, without the time before it.</summary>
    public static string ReasonIn(IReadOnlyCollection<string> lines) =>
        lines.Select(FindComplaint).FirstOrDefault(complaint => complaint is not null)
        ?? lines.FirstOrDefault(line => !string.IsNullOrWhiteSpace(line))?.Trim()
        ?? "it gave no reason";

    private static string? FindComplaint(string line) =>
        Complaints.Select(word => line.IndexOf(word, StringComparison.Ordinal)).Where(start => start >= 0).Select(start => line[start..].Trim()).FirstOrDefault();

    private static readonly string[] Complaints = ["FATAL:", "PANIC:", "error:", "ERROR:"];
}
