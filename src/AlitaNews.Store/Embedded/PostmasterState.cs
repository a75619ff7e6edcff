using System.Diagnostics;
using System.Globalization;

namespace AlitaNews.Store.Embedded;

/// <summary>What the server's own notes say about its process, held against the processes there are.</summary>
/// <param name="ProcessId">The process, where one of ours is alive.</param>
/// <param name="Status">What it says of itself: starting, ready, stopping.</param>
internal sealed record PostmasterState(int? ProcessId, string Status)
{
    /// <summary>Whether a server of this folder is alive.</summary>
    public bool IsAlive => ProcessId is not null;

    /// <summary>Whether it takes connections.</summary>
    public bool IsReady => IsAlive && Status == "ready";

    /// <summary>Reads the note in the cluster.</summary>
    public static PostmasterState Read(PostgresFolder folder)
    {
        var lines = ReadLines(folder.PostmasterFile);
        return new PostmasterState(FindLiving(lines, folder), lines.Length > 7 ? lines[7].Trim() : "starting");
    }

    /// <summary>
    /// Removes what a killed server left behind, so that the next one starts although a process of that number lives
    /// (or is a zombie that nobody has collected yet). Only for those who hold the start lock, with no server alive.
    /// </summary>
    public static void ClearStale(PostgresFolder folder)
    {
        // A server whose data folder was deleted under it keeps the socket for up to a minute, with nothing left to serve.
        if (FindLiving(ReadLines(folder.SocketLock), folder) is { } orphan)
        {
            using var process = Process.GetProcessById(orphan);
            process.Kill();
            process.WaitForExit(TimeSpan.FromSeconds(5));
        }

        File.Delete(folder.PostmasterFile);
        File.Delete(folder.Socket);
        File.Delete(folder.SocketLock);
    }

    private static int? FindLiving(string[] lines, PostgresFolder folder) =>
        lines.Length > 0 && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var id) && id > 0 && IsServerOf(id, folder)
            ? id
            : null;

    private static bool IsServerOf(int id, PostgresFolder folder)
    {
        if (!OperatingSystem.IsLinux())
            return IsAnyServer(id);

        try
        {
            // The command line is empty for a zombie, and anybody may read it (the working folder is for the owner only).
            return File.ReadAllText($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/cmdline").Split('\0').Contains(folder.Cluster);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsAnyServer(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string[] ReadLines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
    }
}
