using AlitaNews.Newsroom.Sources;

namespace AlitaNews.Store.Sources;

/// <summary>
/// Keeps the track records of one edition. They follow from every claim and change with editions only (what time alone changes makes an
/// edition too), so they are computed when the first page of an edition asks, and the later ones cost nothing. Safe for use by several threads.
/// </summary>
public sealed class RecordShelf
{
    private static readonly Kept Nothing = new(0, new TrackRecordBook([], [], static _ => null));
    private volatile Kept _kept = Nothing;

    /// <summary>Forgets them: the database went back, and the number will be that of another edition.</summary>
    public void Clear() => _kept = Nothing;

    /// <summary>The edition of the records at hand; 0: none are.</summary>
    internal long Edition => _kept.Edition;

    /// <summary>The records of an edition, or null where others are at hand.</summary>
    internal TrackRecordBook? Find(long edition)
    {
        var kept = _kept;
        return kept.Edition == edition ? kept.Book : null;
    }

    /// <summary>Keeps the records of an edition.</summary>
    internal void Keep(long edition, TrackRecordBook book) => _kept = new Kept(edition, book);

    private sealed record Kept(long Edition, TrackRecordBook Book);
}
