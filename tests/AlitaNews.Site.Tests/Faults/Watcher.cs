using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace AlitaNews.Site.Tests.Faults;

/// <summary>Reads addresses one after the other, without pause, as readers do, until disposed. Each answer must be a page.</summary>
internal sealed class Watcher : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Task _watching;
    private readonly List<double> _milliseconds = [];
    private readonly List<string> _failures = [];

    public Watcher(FaultSite site, params string[] addresses) => _watching = Task.Run(async () =>
    {
        for (var i = 0; !_end.IsCancellationRequested; i++)
        {
            var address = addresses[i % addresses.Length];
            var began = Stopwatch.GetTimestamp();
            try
            {
                using var answer = await site.Client.GetAsync(address);
                if (answer.StatusCode != HttpStatusCode.OK)
                    _failures.Add($"{address}: {(int)answer.StatusCode}");
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                _failures.Add($"{address}: {e.Message}");
            }

            _milliseconds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            await Task.Delay(10);
        }
    });

    /// <summary>Ends the watch: nobody may have been failed.</summary>
    /// <returns>What was seen, for the record.</returns>
    public async Task<string> EndAsync()
    {
        await _end.CancelAsync();
        await _watching;
        Assert.True(_failures.Count == 0, $"{_failures.Count} of {_milliseconds.Count} reads failed, the first: {_failures.FirstOrDefault()}");
        _milliseconds.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"{_milliseconds.Count} reads, p99 {_milliseconds[_milliseconds.Count * 99 / 100]:0} ms, worst {_milliseconds[^1]:0} ms");
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _watching;
        _end.Dispose();
    }
}
