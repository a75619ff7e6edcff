using System.Globalization;
using System.Text;

namespace AlitaNews.Bench.Measuring;

/// <summary>What a benchmark found: written to the console while it grows, and into <c>bench/results</c> at its end.</summary>
internal sealed class Report(string name, string about)
{
    private readonly StringBuilder _rows = new();
    private readonly string _machine = Machine.Describe();

    /// <summary>Adds a figure, or a ratio, with what it has to be.</summary>
    public void Add(Series series, string bound = "")
    {
        var row = string.Create(
            CultureInfo.InvariantCulture, $"| {series.Name} | {Text(series.Median)} {series.Unit} | {Text(series.Least)}–{Text(series.Most)} | {series.Values.Count} | {bound} |");
        Console.WriteLine(row);
        _rows.Append(row).Append('\n');
    }

    /// <summary>Adds one figure that was taken once.</summary>
    public void Add(string what, double value, string unit, string bound = "")
    {
        var series = new Series(what, unit);
        series.Add(value);
        Add(series, bound);
    }

    /// <summary>Writes the file.</summary>
    public async Task WriteAsync()
    {
        var text = $"""
            # {name}

            {about}

            {_machine}

            | what | median | spread | rounds | bound |
            | --- | --- | --- | --- | --- |
            {_rows}
            """;
        await File.WriteAllTextAsync(Path.Combine(Checkout.Root, "bench", "results", name + ".md"), text.TrimEnd() + "\n");
    }

    private static string Text(double value) => value.ToString(value < 10 ? "0.00" : value < 1000 ? "0.0" : "#,0", CultureInfo.InvariantCulture);
}
