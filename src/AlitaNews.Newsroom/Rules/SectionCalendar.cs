namespace AlitaNews.Newsroom.Rules;

/// <summary>A section of which many articles end soon.</summary>
/// <param name="Section">Its id; may be empty.</param>
/// <param name="Ending">How many end soon.</param>
/// <param name="All">How many it has.</param>
internal sealed record MassExpiry(string Section, int Ending, int All);

/// <summary>How many articles each section has, and which of them end. Not safe for use by several threads.</summary>
internal sealed class SectionCalendar
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);
    private const double Many = 0.05;

    private readonly Dictionary<string, int> _sizes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Section, DateTimeOffset Expires)> _ending = new(StringComparer.Ordinal);

    /// <summary>An article came.</summary>
    public void Put(FileFacts facts)
    {
        if (!Counts(facts))
            return;
        var article = facts.Article!;
        _sizes[article.Section] = _sizes.GetValueOrDefault(article.Section) + 1;
        if (article.Expires is { } end)
            _ending[facts.Path] = (article.Section, end);
    }

    /// <summary>An article went.</summary>
    public void Remove(FileFacts facts)
    {
        if (!Counts(facts))
            return;
        _sizes[facts.Article!.Section]--;
        _ending.Remove(facts.Path);
    }

    /// <summary>Sections that lose more than a twentieth of their articles within thirty days.</summary>
    public IEnumerable<MassExpiry> ListMassExpiries(DateTimeOffset now) => _ending.Values
        .GroupBy(static one => one.Section, StringComparer.Ordinal)
        .OrderBy(static section => section.Key, StringComparer.Ordinal)
        .Select(section => new MassExpiry(
            section.Key,
            section.Count(one => one.Expires > now && one.Expires <= now + Soon),
            _sizes[section.Key] - section.Count(one => one.Expires <= now)))
        .Where(static section => section.Ending > section.All * Many);

    private static bool Counts(FileFacts facts) => facts is { Vanished: false, Article: { Draft: false, Removed: false } };
}
