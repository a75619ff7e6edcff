using System.Collections.Concurrent;
using AlitaNews.Store.Editions;
using AlitaNews.Store.Pictures;
using AlitaNews.Web.Publishing;

namespace AlitaNews.Web.Pictures;

/// <summary>Remembers which picture stands at which address, for one edition. While the database is away it answers from the one before. Thread-safe.</summary>
public sealed class PictureFinder(PictureQueries queries, CurrentEdition edition, TimeProvider time)
{
    private const int MostRemembered = 20_000;

    private volatile Remembered _known = new(default, new(StringComparer.Ordinal));

    /// <summary>Finds the picture at an address.</summary>
    /// <param name="address">What follows <c>/media/</c>, decoded.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The picture, or null where none of this edition stands there.</returns>
    public async Task<StoredPicture?> FindAsync(string address, CancellationToken cancel)
    {
        var number = edition.Number;
        var known = _known;
        if (known.Edition == number && known.Pictures.TryGetValue(address, out var remembered))
            return remembered;
        StoredPicture? found;
        try
        {
            found = await queries.FindAsync(address, time.GetUtcNow(), cancel);
        }
        catch (Exception) when (!cancel.IsCancellationRequested && known.Pictures.TryGetValue(address, out remembered))
        {
            return remembered;
        }

        if (known.Edition != number || known.Pictures.Count >= MostRemembered)
            _known = known = new Remembered(number, new(StringComparer.Ordinal));
        // What is not there is not remembered: strangers can ask for names without end.
        if (found is not null)
            known.Pictures[address] = found;
        return found;
    }

    private sealed record Remembered(EditionNumber Edition, ConcurrentDictionary<string, StoredPicture> Pictures);
}
