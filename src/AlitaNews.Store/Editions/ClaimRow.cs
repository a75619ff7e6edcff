using AlitaNews.Newsroom.Claims;
using AlitaNews.Newsroom.Rules;

namespace AlitaNews.Store.Editions;

/// <summary>What the store held of a claim's present state before a round replaces it.</summary>
internal sealed record StateBefore
{
    public required string Claim { get; init; }

    public long Version { get; init; }

    public required string Piece { get; init; }
}

/// <summary>What only a claim's own page shows.</summary>
internal sealed record ClaimPiece
{
    public ClaimFile? File { get; init; }

    public IReadOnlyList<string> Supersedes { get; init; } = [];

    public IReadOnlyList<WrongVerdict> WrongVerdicts { get; init; } = [];
}

/// <summary>A claim, under its own id or one that was merged into it, as its rows stand in the store.</summary>
internal sealed record ClaimRow
{
    public required string Id { get; init; }

    public string? MergedInto { get; init; }

    public required FoldedClaim Claim { get; init; }

    public required IReadOnlyList<long> Versions { get; init; }

    /// <summary>Makes the rows of a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="id">The id under which they stand.</param>
    /// <param name="before">What the store held under that id, or null.</param>
    /// <param name="now">The site's clock.</param>
    public static ClaimRow Of(FoldedClaim claim, string id, StateBefore? before, DateTimeOffset now)
    {
        var states = claim.Timeline.States;
        var versions = new long[states.Count];
        for (var i = 1; i < versions.Length; i++)
            versions[i] = versions[i - 1] + (states[i].TellsTheSameAs(states[i - 1]) ? 0 : 1);

        // Numbers go on from where readers saw them: the state of now is the old version, or the next where it tells something else.
        var current = claim.Timeline.FindAt(now);
        var index = current is null ? 0 : Array.IndexOf([.. states], current);
        var start = 1L;
        if (before is not null && versions.Length > 0)
        {
            var same = current is not null && current.TellsTheSameAs(Pieces.Read(before.Piece, Pieces.Default.ClaimState));
            start = before.Version + (same ? 0 : 1) - versions[index];
        }

        for (var i = 0; i < versions.Length; i++)
            versions[i] += start;
        return new ClaimRow { Id = id, MergedInto = id == claim.Id ? null : claim.Id, Claim = claim, Versions = versions };
    }

    /// <summary>The instants of the future at which it changes a page by itself.</summary>
    public IEnumerable<(DateTimeOffset At, string Subject)> ListTicks(DateTimeOffset now, ClaimRules rules) =>
        Claim.Timeline.ListTicks(rules).Where(at => at > now).Select(at => (at, "claim:" + Id));
}
