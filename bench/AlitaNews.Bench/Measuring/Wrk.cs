using System.Globalization;
using System.Text.RegularExpressions;

namespace AlitaNews.Bench.Measuring;

/// <summary>Load by wrk.</summary>
internal static partial class Wrk
{
    /// <summary>Asks one address as fast as it is answered.</summary>
    /// <param name="address">What is asked for.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="connections">Over how many connections.</param>
    /// <param name="more">Further arguments: headers, a script.</param>
    public static async Task<Load> RunAsync(string address, int seconds, int connections, params string[] more)
    {
        var text = await OutsideTool.RunAsync("wrk", ["-t1", $"-c{connections}", $"-d{seconds}s", "--latency", .. more, address]);
        if (Trouble().Match(text) is { Success: true } trouble)
            throw new InvalidOperationException($"{address}: {trouble.Value.Trim()}");
        var total = Total().Match(text);
        var slow = Slow().Match(text);
        return new Load(
            double.Parse(total.Groups[1].Value, CultureInfo.InvariantCulture),
            double.Parse(slow.Groups[1].Value, CultureInfo.InvariantCulture) * slow.Groups[2].Value switch { "us" => 0.001, "ms" => 1, _ => 1000 });
    }

    /// <summary>Writes the script that asks for paths in turn.</summary>
    /// <returns>Its file.</returns>
    public static async Task<string> WriteTurnsAsync(string name, IEnumerable<string> paths)
    {
        var script = Path.Combine(Checkout.Scratch, name + ".lua");
        await File.WriteAllTextAsync(script, $$"""
            local paths = { {{string.Join(", ", paths.Select(static path => $"\"{path}\""))}} }
            local n = 0
            request = function()
                n = n % #paths + 1
                return wrk.format("GET", paths[n])
            end
            """);
        return script;
    }

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Total();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex Slow();

    [GeneratedRegex(@"(Non-2xx or 3xx responses|Socket errors).*")]
    private static partial Regex Trouble();
}

/// <summary>What a load came to.</summary>
/// <param name="Requests">How many requests were answered.</param>
/// <param name="P99">The 99th percentile of the latency, in milliseconds.</param>
internal sealed record Load(double Requests, double P99);
