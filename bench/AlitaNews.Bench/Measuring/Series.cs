namespace AlitaNews.Bench.Measuring;

/// <summary>The values one thing had, round after round.</summary>
internal sealed class Series(string name, string unit)
{
    private readonly List<double> _values = [];

    public string Name => name;

    public string Unit => unit;

    public IReadOnlyList<double> Values => _values;

    public double Median => _values.Order().ElementAt(_values.Count / 2);

    public double Least => _values.Min();

    public double Most => _values.Max();

    public void Add(double value) => _values.Add(value);

    /// <summary>This divided by another, round by round: what the machine did meanwhile cancels out.</summary>
    public Series Over(Series other, string ratio)
    {
        var series = new Series(ratio, "×");
        foreach (var (mine, theirs) in _values.Zip(other._values))
            series.Add(mine / theirs);
        return series;
    }
}
