using AlitaNews.Web.Publishing;
using AlitaNews.Web.Telemetry;

namespace AlitaNews.Web.Pages;

/// <summary>The pages of the current edition that can be sent at once, and the note that somebody read one. Thread-safe, without locks.</summary>
public sealed class PagesAtHand(PageCache cache, CurrentEdition edition, PageImprover improver, SiteMeter meter)
{
    /// <summary>The page, or null. Who finds one sends it: it is counted as read.</summary>
    public PageEntry? Find(PageKey key)
    {
        if (!edition.Loaded || cache.Find(key, edition.Number) is not { } entry)
            return null;
        meter.CountHit();
        if (!entry.Read)
            entry.Read = true;
        if (entry.Hits < PageImprover.WorthIt)
            entry.Hits++;
        if (!entry.Improving && entry.Hits >= (entry.IsLarge ? PageImprover.WorthItIfLarge : PageImprover.WorthIt))
            improver.Suggest(key, entry);
        return entry;
    }
}
