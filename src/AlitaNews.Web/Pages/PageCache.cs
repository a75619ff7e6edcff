using System.Collections.Concurrent;
using System.IO.Compression;
using AlitaNews.Store.Editions;

namespace AlitaNews.Web.Pages;

/// <summary>
/// Whole pages by key. A page of an older edition is not found any more, but kept: it is what readers get while the database does not answer.
/// Bounded by bytes; pages that nobody read since the last look go first. Reading takes no lock.
/// </summary>
public sealed class PageCache(long bound)
{
    // A page this large would push out too many others.
    private const int LargestShare = 8;
    private readonly ConcurrentDictionary<PageKey, PageEntry> _pages = new();
    private readonly Queue<PageKey> _order = new();
    private readonly Lock _changing = new();
    private long _bytes;

    /// <summary>A cache of the configured size.</summary>
    public PageCache(SiteSettings settings)
        : this(settings.CacheBytes)
    {
    }

    /// <summary>What all pages hold in memory, keys included.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>The number of pages, of all editions.</summary>
    public int Count => _pages.Count;

    /// <summary>Whether the next pages would push out others.</summary>
    public bool IsNearlyFull => Bytes > bound / 10 * 9;

    /// <summary>The page of this edition, or null.</summary>
    public PageEntry? Find(PageKey key, EditionNumber edition) => FindLast(key) is { } entry && entry.Edition == edition ? entry : null;

    /// <summary>The page as it was last seen, of whatever edition, or null.</summary>
    public PageEntry? FindLast(PageKey key) => _pages.GetValueOrDefault(key);

    /// <summary>The pages that readers asked for, to fill them again when the edition has moved.</summary>
    public IReadOnlyList<PageKey> ListRead() => [.. _pages.Where(p => p.Value.Read).OrderByDescending(p => p.Value.Hits).Select(p => p.Key)];

    /// <summary>Keeps a page and makes room for it.</summary>
    public void Keep(PageKey key, PageEntry entry)
    {
        if (entry.Size > bound / LargestShare)
            return;
        lock (_changing)
        {
            if (_pages.TryGetValue(key, out var before))
            {
                // An old fill that ends late must not win.
                if (before.Edition.Value > entry.Edition.Value)
                    return;
                _bytes -= before.Accounted;
                entry.Read = before.Read;
                entry.Hits = before.Hits;
            }
            else
            {
                _order.Enqueue(key);
            }

            _pages[key] = entry;
            entry.Accounted = 0;
            Account(key, entry);
        }
    }

    /// <summary>Takes no page for one of a current edition any more: the numbers begin again from a lower one. All are kept as the last bytes they are.</summary>
    public void Outdate()
    {
        lock (_changing)
        {
            foreach (var entry in _pages.Values)
                entry.Outdate();
        }
    }

    /// <summary>The page in a coding, made where it was not there.</summary>
    public CodedPage In(PageKey key, PageEntry entry, Coding coding) => entry.Find(coding) ?? Make(key, entry, coding);

    /// <summary>Compresses a page again, as well as it can be done; slow.</summary>
    public void Improve(PageKey key, PageEntry entry, Coding coding)
    {
        entry.Make(coding, CompressionLevel.SmallestSize);
        lock (_changing)
            Account(key, entry);
    }

    private CodedPage Make(PageKey key, PageEntry entry, Coding coding)
    {
        lock (entry)
        {
            if (entry.Find(coding) is { } made)
                return made;
            var page = entry.Make(coding, CompressionLevel.Fastest);
            lock (_changing)
                Account(key, entry);
            return page;
        }
    }

    private void Account(PageKey key, PageEntry entry)
    {
        if (_pages.GetValueOrDefault(key) != entry)
            return; // not kept: a search, or replaced since
        var size = entry.Size + (sizeof(char) * (key.Path.Length + key.Query.Length));
        _bytes += size - entry.Accounted;
        entry.Accounted = size;
        MakeRoom();
    }

    // A clock: whoever was read since the hand last came by gets another round.
    private void MakeRoom()
    {
        while (_bytes > bound && _order.TryDequeue(out var oldest))
        {
            var entry = _pages[oldest];
            if (entry.Read)
            {
                entry.Read = false;
                _order.Enqueue(oldest);
            }
            else
            {
                _pages.TryRemove(oldest, out _);
                _bytes -= entry.Accounted;
            }
        }
    }
}
