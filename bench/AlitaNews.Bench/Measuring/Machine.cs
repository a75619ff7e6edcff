using System.Globalization;
using System.Runtime.InteropServices;

namespace AlitaNews.Bench.Measuring;

/// <summary>The machine and its state, without its name.</summary>
internal static class Machine
{
    /// <summary>Cores, processor, memory, system, runtime and the load of the last minute.</summary>
    public static string Describe()
    {
        var processor = Value("/proc/cpuinfo", "model name");
        var memory = double.Parse(Value("/proc/meminfo", "MemTotal").Split(' ')[0], CultureInfo.InvariantCulture) / 1024 / 1024;
        var load = File.ReadAllText("/proc/loadavg").Split(' ')[0];
        var system = Value("/etc/os-release", "PRETTY_NAME", '=').Trim('"');
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores of {processor}, {memory:0} GB, {system}, {RuntimeInformation.FrameworkDescription}; load {load} when it began; {DateTime.UtcNow:yyyy-MM-dd}.");
    }

    private static string Value(string file, string key, char separator = ':') =>
        File.ReadLines(file).FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?.Split(separator, 2)[1].Trim() ?? "?";
}
