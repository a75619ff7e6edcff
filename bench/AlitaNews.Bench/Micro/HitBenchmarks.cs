using System.Net;
using System.Net.Sockets;
using System.Text;
using AlitaNews.Store.Editions;
using AlitaNews.Web;
using AlitaNews.Web.Pages;
using AlitaNews.Web.Publishing;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace AlitaNews.Bench.Micro;

/// <summary>A cached page over a real socket, beside bare Kestrel writing as many bytes: here for what is allocated; times hold both ends.</summary>
public class HitBenchmarks
{
    private const string Path = "/news/page";
    private static readonly byte[] Page = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 500).Select(static i => $"<p>Line {i} of a page.</p>\n")));
    private readonly byte[] _answer = new byte[64 * 1024];
    private WebApplication? _site;
    private WebApplication? _bare;
    private Socket? _siteSocket;
    private Socket? _bareSocket;
    private byte[] _ask = [];
    private byte[] _askAgain = [];

    /// <summary>Starts both; the site without a database, with one page in its cache.</summary>
    [GlobalSetup]
    public async Task StartAsync()
    {
        _site = SiteHost.Create(["--urls=http://127.0.0.1:0", "--Alita:ManagementUrls=http://127.0.0.1:0"], static services => services.RemoveAll<IHostedService>());
        await _site.StartAsync();
        var entry = new PageEntry(Page, Coding.Brotli, new PageFacts(new EditionNumber(1), DateTimeOffset.UnixEpoch), "text/html; charset=utf-8", before: null);
        _site.Services.GetRequiredService<PageCache>().Keep(new PageKey(Path, ""), entry);
        _site.Services.GetRequiredService<CurrentEdition>().MoveTo(new EditionNumber(1), nextTick: null);
        var coded = entry.Find(Coding.Brotli)!;
        _siteSocket = Connect(new Uri(_site.Services.GetRequiredService<Listeners>().PublicAddress).Port);

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _bare = builder.Build();
        _bare.Run(context =>
        {
            context.Response.ContentLength = coded.Bytes.Length;
            var write = context.Response.BodyWriter.WriteAsync(coded.Bytes, CancellationToken.None);
            return write.IsCompletedSuccessfully ? Task.CompletedTask : write.AsTask();
        });
        await _bare.StartAsync();
        _bareSocket = Connect(new Uri(_bare.Urls.First()).Port);

        _ask = Encoding.ASCII.GetBytes($"GET {Path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip, deflate, br\r\nUser-Agent: bench\r\n\r\n");
        _askAgain = Encoding.ASCII.GetBytes($"GET {Path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip, deflate, br\r\nUser-Agent: bench\r\nIf-None-Match: {coded.Tag}\r\n\r\n");
    }

    /// <summary>Stops both.</summary>
    [GlobalCleanup]
    public async Task StopAsync()
    {
        _siteSocket?.Dispose();
        _bareSocket?.Dispose();
        await _site!.DisposeAsync();
        await _bare!.DisposeAsync();
    }

    /// <summary>The baseline.</summary>
    [Benchmark(Baseline = true)]
    public int BareKestrel() => Ask(_bareSocket!, _ask);

    /// <summary>A hit.</summary>
    [Benchmark]
    public int Hit() => Ask(_siteSocket!, _ask);

    /// <summary>A 304.</summary>
    [Benchmark]
    public int NotModified() => Ask(_siteSocket!, _askAgain);

    private static Socket Connect(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, port);
        return socket;
    }

    // Reads headers, then as many bytes as they announce; allocates nothing.
    private int Ask(Socket socket, byte[] request)
    {
        socket.Send(request);
        var read = 0;
        while (true)
        {
            read += socket.Receive(_answer.AsSpan(read));
            var answer = _answer.AsSpan(0, read);
            var end = answer.IndexOf("\r\n\r\n"u8);
            if (end < 0)
                continue;
            var length = answer[..end].IndexOf("Content-Length: "u8);
            var total = end + 4;
            if (length >= 0)
            {
                var digits = answer[(length + "Content-Length: ".Length)..];
                total += int.Parse(digits[..digits.IndexOf((byte)'\r')], System.Globalization.CultureInfo.InvariantCulture);
            }

            if (read >= total)
                return total;
        }
    }
}
