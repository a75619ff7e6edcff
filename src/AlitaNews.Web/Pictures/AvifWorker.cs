using System.Collections.Concurrent;
using System.Threading.Channels;

namespace AlitaNews.Web.Pictures;

/// <summary>
/// Makes AVIFs behind the readers' backs, one at a time: each takes seconds. What is asked for first is made first; when the queue is full or the
/// process ends, the next reader asks again.
/// </summary>
public sealed class AvifWorker(PictureVariants variants, RenditionFolder kept, ILogger<AvifWorker> log) : BackgroundService
{
    private const int LongestQueue = 4_000;

    private readonly Channel<Rendition> _queue = Channel.CreateBounded<Rendition>(
        new BoundedChannelOptions(LongestQueue) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });

    private readonly ConcurrentDictionary<string, bool> _waiting = new(StringComparer.Ordinal);

    /// <summary>Asks for a rendition; returns at once.</summary>
    public void Ask(Rendition rendition)
    {
        if (_waiting.TryAdd(rendition.Key, true) && !_queue.Writer.TryWrite(rendition))
            _waiting.TryRemove(rendition.Key, out _);
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => SteadyWork.RunAsync(
        cancel => Task.Factory.StartNew(() => Work(cancel), cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default), log, stoppingToken);

    // A thread of its own, so that the encoder never holds one that a request could have.
    private void Work(CancellationToken cancel)
    {
        try
        {
            kept.Tidy(DateTime.UtcNow);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another instance tidies as well: what it removed is gone, and that is all that was wanted.
        }

        while (!cancel.IsCancellationRequested)
        {
            if (!_queue.Reader.TryRead(out var rendition))
            {
                if (!WaitForMore(cancel))
                    return;
                continue;
            }

            try
            {
                variants.Make(rendition);
            }
            finally
            {
                _waiting.TryRemove(rendition.Key, out _);
            }
        }
    }

    private bool WaitForMore(CancellationToken cancel)
    {
        try
        {
            return _queue.Reader.WaitToReadAsync(cancel).AsTask().GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
