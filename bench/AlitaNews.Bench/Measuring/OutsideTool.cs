using System.Diagnostics;

namespace AlitaNews.Bench.Measuring;

/// <summary>Programs that run and end.</summary>
internal static class OutsideTool
{
    /// <summary>What a program writes.</summary>
    /// <exception cref="InvalidOperationException">It is missing, or it failed.</exception>
    public static async Task<string> RunAsync(string program, IReadOnlyList<string> arguments)
    {
        using var process = Start(program, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? text : throw new InvalidOperationException($"{program} failed: {await errors}");
    }

    /// <summary>The CPU and wall seconds that a program takes from start to end.</summary>
    public static async Task<(double Cpu, double Wall)> TimeAsync(string program, IReadOnlyList<string> arguments)
    {
        // The shell's second line of times is that of its children that ended: of the program. In a pipe it would be a shell of its own, without children.
        var clock = Stopwatch.StartNew();
        var times = await RunAsync("bash", ["-c", "\"$0\" \"$@\" >/dev/null && times", program, .. arguments]);
        var wall = clock.Elapsed.TotalSeconds;
        return (times.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)[^2..].Sum(Seconds), wall);
    }

    private static Process Start(string program, IReadOnlyList<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException($"{program} is missing: install it (on Debian: apt install wrk nginx-light hugo nodejs postgresql-client)", e);
        }
    }

    // As the shell writes it: 0m1.234s.
    private static double Seconds(string time)
    {
        var parts = time.TrimEnd('s').Split('m');
        return (double.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture) * 60) + double.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
