using System.Globalization;

namespace AlitaNews.Bench.Measuring;

/// <summary>What the kernel knows about processes.</summary>
internal static class ProcessClock
{
    private const double TicksPerSecond = 100;

    /// <summary>The CPU time of a process, of its children that ended, and of those that live.</summary>
    public static double CpuSeconds(int process)
    {
        var all = Directory.EnumerateDirectories("/proc")
            .Select(static folder => int.TryParse(Path.GetFileName(folder), out var id) ? Read(id) : null)
            .OfType<Times>()
            .ToLookup(static times => times.Parent);
        return Read(process) is { } root ? Sum(root, all) / TicksPerSecond : 0;
    }

    /// <summary>The memory of a process in megabytes, pages that others use as well counted in part.</summary>
    public static double Megabytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/smaps_rollup").First(static l => l.StartsWith("Pss:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    private static double Sum(Times process, ILookup<int, Times> all) => process.Ticks + all[process.Id].Sum(child => Sum(child, all));

    private static Times? Read(int process)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{process}/stat");

            // The name may hold spaces and brackets.
            var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
            return new Times(process, int.Parse(fields[1], CultureInfo.InvariantCulture), fields[11..15].Sum(static f => double.Parse(f, CultureInfo.InvariantCulture)));
        }
        catch (IOException)
        {
            return null; // it ended meanwhile
        }
    }

    private sealed record Times(int Id, int Parent, double Ticks);
}
