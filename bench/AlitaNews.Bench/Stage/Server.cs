using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using AlitaNews.Bench.Measuring;

namespace AlitaNews.Bench.Stage;

/// <summary>A server on loopback that was started for a benchmark, with all processes that work for it. Ends with it.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>How long nothing must have happened before a server counts as settled.</summary>
    public static readonly TimeSpan SettledFor = TimeSpan.FromSeconds(2);

    private readonly Process _process;

    private Server(Process process, string address)
    {
        _process = process;
        Address = address;
        Client = new HttpClient { BaseAddress = new Uri(address), Timeout = Patience };
    }

    public string Address { get; }

    public HttpClient Client { get; }

    public int Id => _process.Id;

    /// <summary>A process that works for it without being its child: PostgreSQL.</summary>
    public int? Database { get; set; }

    /// <summary>The CPU time of the server alone.</summary>
    public double Cpu => ProcessClock.CpuSeconds(Id);

    /// <summary>The CPU time of the server and its database.</summary>
    public double CpuOfAll => Cpu + (Database is { } database ? ProcessClock.CpuSeconds(database) : 0);

    /// <summary>A free port.</summary>
    public static int FindPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts a program that will listen on a port; what it says goes to a file.</summary>
    public static Server Start(string name, int port, string program, IEnumerable<string> arguments)
    {
        var log = Path.Combine(Checkout.Scratch, name + ".log");
        var start = new ProcessStartInfo("bash", ["-c", "exec \"$@\" >\"$0\" 2>&1", log, program, .. arguments]) { WorkingDirectory = Checkout.Root };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        return new Server(Process.Start(start)!, $"http://127.0.0.1:{port}");
    }

    /// <summary>Waits until an address answers with success, and with this text where one is given.</summary>
    public async Task<string> WaitForAsync(string path, string? text = null)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            if (_process.HasExited || clock.Elapsed > Patience)
                throw new InvalidOperationException($"{Address}{path} never came: see the logs in {Checkout.Scratch}");
            try
            {
                using var answer = await Client.GetAsync(path);
                var page = await answer.Content.ReadAsStringAsync();
                if (answer.IsSuccessStatusCode && (text is null || page.Contains(text, StringComparison.Ordinal)))
                    return page;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(5);
        }
    }

    /// <summary>Waits until nothing works in the background any more.</summary>
    public async Task SettleAsync()
    {
        for (var before = CpuOfAll; ;)
        {
            await Task.Delay(SettledFor);
            var now = CpuOfAll;
            if (now - before < 0.25) // a look at 100,000 files every now and then is no work
                return;
            before = now;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            // A signal to end, not to die: the database ends with the site.
            using var kill = Process.Start("kill", [$"{Id}"]);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }
}
