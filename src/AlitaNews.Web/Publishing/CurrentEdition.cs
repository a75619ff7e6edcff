using AlitaNews.Newsroom.Site;
using AlitaNews.Store.Editions;

namespace AlitaNews.Web.Publishing;

/// <summary>Which edition this instance shows, and until when. Reads take no lock; safe for use by several threads.</summary>
public sealed class CurrentEdition
{
    private readonly Lock _moving = new();
    private volatile Showing? _showing;
    private volatile TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Action<EditionNumber>[] _listeners = [];

    /// <summary>Whether an edition is loaded; until then the site is live but not ready.</summary>
    public bool Loaded => _showing is not null;

    /// <summary>The number of the edition, or the default before one is loaded.</summary>
    public EditionNumber Number => _showing?.Number ?? default;

    /// <summary>When something will change by itself (a publication, an expiry, a due date), or null when nothing is waiting.</summary>
    public DateTimeOffset? NextTick => _showing?.NextTick;

    /// <summary>What <c>site.yaml</c> says in this edition.</summary>
    public SiteFile Site => _showing?.Site ?? SiteFile.Default;

    /// <summary>Calls <paramref name="moved"/> after every move, on the thread that moved; it must be quick and must not throw.</summary>
    public void Subscribe(Action<EditionNumber> moved)
    {
        lock (_moving)
            _listeners = [.. _listeners, moved];
    }

    /// <summary>Waits until this edition, or a later one, is shown.</summary>
    public async Task WaitForAsync(EditionNumber number, CancellationToken cancel)
    {
        while (Number.Value < number.Value)
        {
            var moved = _moved.Task;
            if (Number.Value < number.Value)
                await moved.WaitAsync(cancel);
        }
    }

    /// <summary>Shows another edition from now on. Every page filled later is of it.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="nextTick">When something will change by itself, or null.</param>
    /// <param name="site">What <c>site.yaml</c> says; null: the defaults.</param>
    public void MoveTo(EditionNumber number, DateTimeOffset? nextTick, SiteFile? site = null)
    {
        lock (_moving)
        {
            var before = _showing;
            _showing = new Showing(number, nextTick, site ?? SiteFile.Default);
            if (before?.Number == number)
                return;
            foreach (var listener in _listeners)
                listener(number);
            var waiting = _moved;
            _moved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.SetResult();
        }
    }

    // One object, so that a reader never sees the number of one edition with the tick of another.
    private sealed record Showing(EditionNumber Number, DateTimeOffset? NextTick, SiteFile Site);
}
