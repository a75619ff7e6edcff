using AlitaNews.Newsroom.Sources;

namespace AlitaNews.Newsroom.Claims;

/// <summary>
/// What one article says about one claim, with what the fold needs to know of the article and of the sources. An event exists only from
/// its article's publish instant; events of drafts are not given to the fold. Immutable.
/// </summary>
public sealed record ClaimEvent
{
    /// <summary>The order in which events are folded: date, publish instant, article, position.</summary>
    public static IComparer<ClaimEvent> FoldOrder { get; } = Comparer<ClaimEvent>.Create(static (a, b) =>
    {
        var order = a.OrderedAt.CompareTo(b.OrderedAt);
        if (order == 0)
            order = a.Publish.CompareTo(b.Publish);
        if (order == 0)
            order = string.CompareOrdinal(a.Article, b.Article);
        return order == 0 ? a.Position.CompareTo(b.Position) : order;
    });

    /// <summary>The claim's canonical id: merges and aliases are resolved (<see cref="ClaimIds"/>).</summary>
    public required string Claim { get; init; }

    /// <summary>The article's id.</summary>
    public required string Article { get; init; }

    /// <summary>The article's slug.</summary>
    public required string Slug { get; init; }

    /// <summary>The article's file.</summary>
    public required string Path { get; init; }

    /// <summary>The line of the entry in the file, from 1.</summary>
    public int Line { get; init; } = 1;

    /// <summary>The column of the entry in the file, from 1.</summary>
    public int Column { get; init; } = 1;

    /// <summary>Line and column of the value of <c>text</c>, else of the entry.</summary>
    public (int Line, int Column) TextAt { get; init; } = (1, 1);

    /// <summary>Line and column of the value of <c>status</c>, else of the entry.</summary>
    public (int Line, int Column) StatusAt { get; init; } = (1, 1);

    /// <summary>The place of the entry among the article's claims.</summary>
    public int Position { get; init; }

    /// <summary>When the article becomes public.</summary>
    public required DateTimeOffset Publish { get; init; }

    /// <summary>The article's date.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>What is said.</summary>
    public required ClaimEntry Entry { get; init; }

    /// <summary>Who says so, with roles after the default rule (<see cref="SourceVoice.List"/>).</summary>
    public IReadOnlyList<SourceVoice> Voices { get; init; } = [];

    /// <summary>Whether one of its sources may settle a claim: its file says official, document or on the record.</summary>
    public bool Vouched { get; init; }

    /// <summary>The instant by which it is ordered: when it became true in the world.</summary>
    public DateTimeOffset OrderedAt => Entry.AsOf ?? Date;

    /// <summary>The instant that counts for track records: back-dating cannot pre-date a prediction.</summary>
    public DateTimeOffset ScoredAt => OrderedAt > Publish ? OrderedAt : Publish;

    /// <summary>Whether it has what closing a claim needs.</summary>
    public bool HasEvidence => Vouched || Entry.Evidence.Count > 0;
}
