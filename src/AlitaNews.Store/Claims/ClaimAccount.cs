using AlitaNews.Newsroom.Claims;
using AlitaNews.Store.Articles;

namespace AlitaNews.Store.Claims;

/// <summary>The beginning of an interval of a claim's states.</summary>
internal sealed record ShiftRow
{
    public DateTimeOffset FromAt { get; init; }

    public string? Status { get; init; }

    public required string Display { get; init; }

    public ClaimDisplay Shown => Enum.Parse<ClaimDisplay>(Display, ignoreCase: true);

    public ClaimStatus? Folded => Status is null ? null : Enum.Parse<ClaimStatus>(Status, ignoreCase: true);
}

/// <summary>What an article said of a claim, with the article as it is today.</summary>
internal sealed record SaidRow
{
    public DateTimeOffset Publish { get; init; }

    public required string Piece { get; init; }

    public string? Slug { get; init; }

    public string? Title { get; init; }

    public bool Gone { get; init; }

    public ClaimEvent Event => Pieces.Read(Piece, Pieces.Default.ClaimEvent);
}

/// <summary>Tells a claim's story from its intervals and from what articles said. Pure.</summary>
internal static class ClaimAccount
{
    /// <summary>The moments, the newest first.</summary>
    /// <param name="shifts">The intervals up to now, in the order of time.</param>
    /// <param name="said">What was said up to now.</param>
    /// <param name="held">The articles whose verdicts wait for evidence.</param>
    public static IReadOnlyList<ClaimMoment> List(IReadOnlyList<ShiftRow> shifts, IReadOnlyCollection<SaidRow> said, IReadOnlyCollection<string> held)
    {
        var moments = new List<ClaimMoment>();
        var byPublish = said.ToLookup(static row => row.Publish);
        ShiftRow? before = null;
        foreach (var shift in shifts)
        {
            var now = new ClaimMoment
            {
                At = shift.FromAt,
                Was = before?.Shown ?? ClaimDisplay.None,
                WasStatus = before?.Folded,
                Display = shift.Shown,
                Status = shift.Folded,
            };

            // Of articles that came out together only the last is told to have brought what came of them all.
            var together = byPublish[shift.FromAt].OrderBy(static row => row.Event, ClaimEvent.FoldOrder).ToList();
            for (var i = 0; i < together.Count; i++)
            {
                var entry = together[i].Event;
                var by = new Carrier(together[i].Slug ?? entry.Slug, together[i].Title ?? entry.Slug, entry.Publish, together[i].Gone);
                var last = i == together.Count - 1;
                moments.Add(now with
                {
                    Display = last ? now.Display : now.Was,
                    Status = last ? now.Status : now.WasStatus,
                    Said = entry.Entry,
                    By = by,
                    Held = entry.Entry.Status is { } status && !status.IsOpen() && held.Contains(entry.Article),
                });
            }

            if (together.Count == 0 && now.Moved)
                moments.Add(now);
            before = shift;
        }

        moments.Reverse();
        return moments;
    }

    /// <summary>Each source with each of its parts, where it was first heard.</summary>
    public static IReadOnlyList<HeardVoice> ListVoices(IEnumerable<SaidRow> said, ClaimReader claims)
    {
        var voices = new List<HeardVoice>();
        foreach (var row in said.OrderBy(static row => row.Publish).ThenBy(static row => row.Event, ClaimEvent.FoldOrder))
        {
            var entry = row.Event;
            var by = new Carrier(row.Slug ?? entry.Slug, row.Title ?? entry.Slug, entry.Publish, row.Gone);
            foreach (var (mention, voice) in entry.Entry.Sources.Zip(entry.Voices))
            {
                var source = SourceReader.Show(mention, claims);
                if (!voices.Exists(heard => heard.Source.Id == source.Id && heard.Role == voice.Role))
                    voices.Add(new HeardVoice(source, voice.Role, row.Publish, by));
            }
        }

        return voices;
    }
}
