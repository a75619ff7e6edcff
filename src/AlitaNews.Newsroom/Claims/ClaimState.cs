namespace AlitaNews.Newsroom.Claims;

/// <summary>
/// What is true of a claim during one interval of time. A claim's states follow one another without gap or overlap; the last has no end.
/// Immutable.
/// </summary>
public sealed record ClaimState
{
    /// <summary>The first instant of the interval.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The first instant after it; null: no end is known.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The folded status, without what dates, relations and conflicts add; while disputed the one before the conflict. Null: only mentioned.</summary>
    public ClaimStatus? Status { get; init; }

    /// <summary>What readers are shown.</summary>
    public ClaimDisplay Display { get; init; }

    /// <summary>What else is true of it.</summary>
    public ClaimFlags Flags { get; init; }

    /// <summary>Whether a change waits for evidence.</summary>
    public bool Held { get; init; }

    /// <summary>The articles whose closing of the claim is held, whether or not another has settled it since.</summary>
    public IReadOnlyList<string> HeldArticles { get; init; } = [];

    /// <summary>Whether an editor set the status in the claim's file, above all articles.</summary>
    public bool Locked { get; init; }

    /// <summary>The due period now, as written, <c>none</c> included; null: never given.</summary>
    public string? Due { get; init; }

    /// <summary>The first due period, as written: the one that is scored. Null: never given.</summary>
    public string? FirstDue { get; init; }

    /// <summary>When the due period ends, or null.</summary>
    public DateTimeOffset? DueEnds { get; init; }

    /// <summary>When the first due period ends, or null.</summary>
    public DateTimeOffset? FirstDueEnds { get; init; }

    /// <summary>When an open claim becomes overdue: the end of the due period and the days of grace; or null.</summary>
    public DateTimeOffset? OverdueFrom { get; init; }

    /// <summary>Open more than 90 days after the end of its first due period: it counts as a miss.</summary>
    public bool ExpiredUnsettled { get; init; }

    /// <summary>The article whose event brought the status; null where an editor's lock did, or none has one.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>The instant that counts as settling for track records; null while open.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>The article that became public at <see cref="From"/> and opened the interval; null: the clock did, or a newer claim that replaces this one.</summary>
    public string? OpenedBy { get; init; }

    /// <summary>The newest instant at which display, label or due flag changed: what moves the dates of pages with its banner.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>What was displayed before <see cref="DisplayedSince"/>; <see cref="ClaimDisplay.None"/> at the beginning.</summary>
    public ClaimDisplay Was { get; init; }

    /// <summary>Since when the display is what it is.</summary>
    public required DateTimeOffset DisplayedSince { get; init; }

    /// <summary>The newest instant at which anything was said of it or changed: what moves the date of its own page.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Claims that replace it.</summary>
    public IReadOnlyList<string> SupersededBy { get; init; } = [];

    /// <summary>What is said of it.</summary>
    public required ClaimWording Wording { get; init; }

    /// <summary>Whether the status is a verdict that stands: closed and not in dispute.</summary>
    public bool IsSettled => Status is { } status && !status.IsOpen() && Display != ClaimDisplay.Disputed;

    /// <summary>Whether readers are told the same in both: display, flags, due date and wording. If not, the claim has a new version.</summary>
    public bool TellsTheSameAs(ClaimState other) =>
        Display == other.Display && Flags == other.Flags && Due == other.Due && Wording.Text == other.Wording.Text;

    /// <summary>Whether banner and label are the same in both.</summary>
    internal bool LooksLike(ClaimState other) =>
        Display == other.Display
        && Flags.HasFlag(ClaimFlags.Overdue) == other.Flags.HasFlag(ClaimFlags.Overdue)
        && (Display != ClaimDisplay.Overdue || Status == other.Status);
}
