using AlitaNews.Newsroom.Sources;

namespace AlitaNews.Store.Sources;

/// <summary>
/// Keeps the newest track records. They follow from every claim, and most editions leave them as they are: each edition says which one moved
/// them last (what time alone changes makes an edition too). They are computed when the first page asks, and the later ones cost nothing.
/// Safe for use by several threads.
/// </summary>
public sealed class RecordShelf
{
    private static readonly Kept Nothing = new(0, new TrackRecordBook([], [], static _ => null));
    private volatile Kept _kept = Nothing;

    /// <summary>Forgets them: the database went back, and the number will be that of another edition.</summary>
    public void Clear() => _kept = Nothing;

    /// <summary>The edition that moved the records at hand; 0: none are.</summary>
    internal long Moved => _kept.Moved;

    /// <summary>The records that an edition moved last, or null where others are at hand.</summary>
    internal TrackRecordBook? Find(long moved)
    {
        var kept = _kept;
        return kept.Moved == moved ? kept.Book : null;
    }

    /// <summary>Keeps the records that an edition moved.</summary>
    internal void Keep(long moved, TrackRecordBook book) => _kept = new Kept(moved, book);

    private sealed record Kept(long Moved, TrackRecordBook Book);
}
