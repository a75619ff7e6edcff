using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace AlitaNews.Site.Tests.Operations;

/// <summary>A stand-in for an OTLP collector that speaks HTTP/protobuf and remembers what it was told.</summary>
internal sealed class Collector : IDisposable
{
    private readonly HttpListener _listener = new();

    public Collector()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        }

        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = Task.Run(AnswerAsync);
    }

    public string Address { get; }

    /// <summary>The last value of each number, by its name and attributes: <c>alitanews.problems{severity=error}</c>.</summary>
    public ConcurrentDictionary<string, double> Numbers { get; } = new();

    /// <summary>The names of all spans.</summary>
    public ConcurrentBag<string> Spans { get; } = [];

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext call;
            try
            {
                call = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = new MemoryStream();
            await call.Request.InputStream.CopyToAsync(body);
            foreach (var scope in Message.Read(body.ToArray()).All(1).SelectMany(static resource => resource.All(2)))
            {
                if (call.Request.Url!.AbsolutePath == "/v1/metrics")
                    Remember(scope);
                else
                    Spans.Add(string.Join(',', scope.All(2).Select(static span => span.Text(5))));
            }

            call.Response.Close();
        }
    }

    // Gauges (5), sums (7) and histograms (9) have their points in field 1; attributes are field 7, or 9 of a histogram's.
    private void Remember(Message scope)
    {
        foreach (var metric in scope.All(2))
        {
            foreach (var (point, isHistogram) in metric.All(5).Concat(metric.All(7)).SelectMany(static data => data.All(1)).Select(static point => (point, false))
                         .Concat(metric.All(9).SelectMany(static data => data.All(1)).Select(static point => (point, true))))
            {
                var attributes = point.All(isHistogram ? 9 : 7).Select(static pair => $"{pair.Text(1)}={pair.All(2).FirstOrDefault()?.Text(1)}");
                var name = metric.Text(1) + (attributes.Any() ? "{" + string.Join(',', attributes) + "}" : "");
                Numbers[name] = isHistogram ? point.Whole(4) : point.Number(4) ?? point.Whole(6);
            }
        }
    }
}
