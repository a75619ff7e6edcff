using System.Globalization;
using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Site;
using AlitaNews.Newsroom.Sources;

namespace AlitaNews.Newsroom.Tests.Claims;

/// <summary>Short words for writing down what articles said about one claim.</summary>
internal static class Story
{
    public static readonly ClaimRules London = new(SiteZone.Find("Europe/London")!);

    /// <summary>An instant: <c>2023-06-01</c> or <c>2023-06-01 16:00</c>, London time.</summary>
    public static DateTimeOffset At(string text)
    {
        var parts = text.Split(' ');
        var start = London.Zone.StartOf(DateOnly.ParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture));
        return parts.Length == 1 ? start : start + TimeOnly.ParseExact(parts[1], "HH:mm", CultureInfo.InvariantCulture).ToTimeSpan();
    }

    /// <summary>What an article says: its id, its date, the status and whatever is given beside it.</summary>
    public static ClaimEvent Says(
        string article,
        string date,
        string? status,
        string? due = null,
        string? asOf = null,
        string? publish = null,
        string? note = null,
        bool evidence = false,
        bool vouched = false,
        string? after = null,
        int? grace = null,
        string source = "insider",
        SourceRole role = SourceRole.Origin,
        string claim = "shoot",
        string? text = "The shoot starts",
        string? type = null) => new()
        {
            Claim = claim,
            Article = article,
            Slug = article,
            Path = $"articles/{article}.md",
            Date = At(date),
            Publish = At(publish ?? date),
            Vouched = vouched,
            Voices = source.Length == 0 ? [] : [new SourceVoice(source, role)],
            Entry = new ClaimEntry
            {
                Id = claim,
                Text = text,
                Status = status is null ? null : ClaimVocabulary.FindStatus(status) ?? throw new ArgumentException(status),
                Due = due,
                AsOf = asOf is null ? null : At(asOf),
                Note = note,
                Evidence = evidence ? [new Evidence("https://example.org/proof")] : [],
                After = after is null ? [] : [after],
                Grace = grace,
                Test = due is null ? null : "A notice",
                Type = type,
            },
        };

    public static ClaimTimeline Fold(params ClaimEvent[] events) => ClaimTimeline.Build(null, events, [], London);

    /// <summary>Display, flags and held at an instant, for example <c>rumour slipped (held)</c>.</summary>
    public static string Shown(this ClaimTimeline timeline, string at) => Shown(timeline.FindAt(At(at)));

    public static string Shown(ClaimState? state) => state is null
        ? "nothing"
        : string.Join(' ', [state.Display.Word(), .. state.Flags.Words(), .. state.Held ? ["(held)"] : Array.Empty<string>()]);

    public static string Codes(this ClaimTimeline timeline) => string.Join(' ', timeline.Reports.Select(static report => report.Rule.Code));
}
