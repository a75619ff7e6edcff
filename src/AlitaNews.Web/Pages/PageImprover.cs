using System.Threading.Channels;

namespace AlitaNews.Web.Pages;

/// <summary>Compresses the pages that are read often again, as well as brotli can: one at a time, behind everything else.</summary>
public sealed class PageImprover(PageCache cache, ILogger<PageImprover> log) : BackgroundService
{
    /// <summary>The number of reads from which the best compression pays: it costs a hundred times the fastest.</summary>
    public const int WorthIt = 16;

    /// <summary>The same of a large page: one reader who comes back for it is no crawler.</summary>
    public const int WorthItIfLarge = 2;

    private readonly Channel<(PageKey Key, PageEntry Entry)> _waiting =
        Channel.CreateBounded<(PageKey, PageEntry)>(new BoundedChannelOptions(256) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    /// <summary>Asks for a page to be compressed better; forgotten where too many wait.</summary>
    public void Suggest(PageKey key, PageEntry entry)
    {
        entry.Improving = true;
        _waiting.Writer.TryWrite((key, entry));
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => SteadyWork.RunAsync(ImproveNextAsync, log, stoppingToken);

    private async Task ImproveNextAsync(CancellationToken cancel)
    {
        var (key, entry) = await _waiting.Reader.ReadAsync(cancel);
        if (cache.FindLast(key) == entry)
            cache.Improve(key, entry, Coding.Brotli);
    }
}
