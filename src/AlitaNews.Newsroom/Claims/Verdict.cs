namespace AlitaNews.Newsroom.Claims;

/// <summary>What one article shows of its primary claim at an instant: the banner's state and words, and the headline's label. Immutable.</summary>
public sealed record Verdict
{
    /// <summary>An article without a primary claim: no banner, no label.</summary>
    public static Verdict None { get; } = new();

    /// <summary>The banner's state.</summary>
    public ClaimDisplay Display { get; private init; }

    /// <summary>The label before the headline, for example <c>OVERDUE RUMOUR</c>; null: none.</summary>
    public string? Label { get; private init; }

    /// <summary>When the label goes by itself; null: it does not.</summary>
    public DateTimeOffset? LabelEnds { get; private init; }

    /// <summary>"When published (10 January 2023): rumour. Since 1 February 2024: did not happen."; null where nothing moved.</summary>
    public string? Moved { get; private init; }

    /// <summary>"Was due by the end of 2023. We have found no confirmation."; null where there is nothing to say.</summary>
    public string? Due { get; private init; }

    /// <summary>The newest instant after publication at which banner, label or due flag changed: one of those that make <c>dateModified</c>. Null: none.</summary>
    public DateTimeOffset? ChangedAt { get; private init; }

    /// <summary>The label's state for <c>data-label</c>; <see cref="ClaimDisplay.None"/> without a label.</summary>
    public ClaimDisplay LabelDisplay => Label is null ? ClaimDisplay.None : Display;

    /// <summary>A headline with its label, as titles and feeds carry it.</summary>
    public string Headline(string title) => Label is null ? title : $"{Label}: {title}";

    /// <summary>The verdict of an article.</summary>
    /// <param name="own">The status of the article's own last event for its primary claim; null: it has no primary claim.</param>
    /// <param name="published">When the article became public.</param>
    /// <param name="then">The claim's state at that instant, or null.</param>
    /// <param name="now">The claim's state now, or null.</param>
    /// <param name="at">Now.</param>
    /// <param name="rules">The site's rules.</param>
    public static Verdict Of(ClaimStatus? own, DateTimeOffset published, ClaimState? then, ClaimState? now, DateTimeOffset at, ClaimRules rules)
    {
        if (own is not { } said || now is null || now.Display == ClaimDisplay.None)
            return None;

        var labelEnds = now.Display == ClaimDisplay.Confirmed ? rules.Zone.AddDays(now.DisplayedSince, rules.ConfirmedLabelDays) : (DateTimeOffset?)null;
        var labelled = (said.IsOpen() || said.ToDisplay() != now.Display) && (labelEnds is null || at < labelEnds);
        return new Verdict
        {
            Display = now.Display,
            Label = labelled ? VerdictWords.Label(now.Display, now.Status) : null,
            LabelEnds = labelled ? labelEnds : null,
            Moved = Tell(said, published, then, now, rules),
            Due = VerdictWords.Due(now),
            ChangedAt = now.ChangedAt > published ? now.ChangedAt : null,
        };
    }

    private static string? Tell(ClaimStatus own, DateTimeOffset published, ClaimState? then, ClaimState now, ClaimRules rules)
    {
        // An editor's lock knows no date: what the article itself said is then all that is known of the day it appeared.
        var shownThen = then is null or { Locked: true } ? own.ToDisplay() : then.Display;
        if (shownThen == now.Display)
            return null;
        var since = now.DisplayedSince > published ? $"Since {Day(now.DisplayedSince)}" : "Now";
        return $"When published ({Day(published)}): {VerdictWords.InText(shownThen)}. {since}: {VerdictWords.InText(now.Display)}.";

        string Day(DateTimeOffset instant) => VerdictWords.Day(rules.Zone.DayOf(instant));
    }
}
