using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AlitaNews.Site.Tests.Running;

/// <summary>One connection on which one request follows another, byte by byte as the test says.</summary>
internal sealed class RawConnection : IAsyncDisposable
{
    private readonly CancellationTokenSource _timeout = new(TimeSpan.FromSeconds(30));
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp);
    private byte[] _arrived = [];

    /// <summary>Connects.</summary>
    /// <param name="port">Where to.</param>
    /// <param name="receiveBuffer">How much the system takes in before anybody reads; 0: as usual.</param>
    public static async Task<RawConnection> OpenAsync(int port, int receiveBuffer = 0)
    {
        var connection = new RawConnection();
        if (receiveBuffer > 0)
            connection._socket.ReceiveBufferSize = receiveBuffer;
        await connection._socket.ConnectAsync(IPAddress.Loopback, port, connection._timeout.Token);
        return connection;
    }

    /// <summary>A request as a browser or a crawler writes it.</summary>
    public static string Get(string target, params string[] headers) =>
        $"GET {target} HTTP/1.1\r\nHost: localhost\r\nUser-Agent: Test\r\n{string.Concat(headers.Select(static h => h + "\r\n"))}\r\n";

    public async Task SendAsync(string bytes) => await _socket.SendAsync(Encoding.Latin1.GetBytes(bytes), _timeout.Token);

    /// <summary>Sends a request and reads the answer.</summary>
    public async Task<RawAnswer> AskAsync(string request)
    {
        await SendAsync(request);
        return await ReadAsync();
    }

    /// <summary>Reads one answer.</summary>
    public async Task<RawAnswer> ReadAsync()
    {
        int end;
        while ((end = _arrived.AsSpan().IndexOf("\r\n\r\n"u8)) < 0)
            await ReadMoreAsync();
        var head = Encoding.Latin1.GetString(_arrived, 0, end);
        var length = head.Split("\r\n").Where(static line => line.StartsWith("Content-Length: ", StringComparison.Ordinal)).Select(static line => int.Parse(line[16..], CultureInfo.InvariantCulture)).SingleOrDefault();
        while (_arrived.Length < end + 4 + length)
            await ReadMoreAsync();
        var body = _arrived[(end + 4)..(end + 4 + length)];
        _arrived = _arrived[(end + 4 + length)..];
        return new RawAnswer(head, body);
    }

    /// <summary>Whether the other side closes.</summary>
    public async Task<bool> IsClosedAsync() => await _socket.ReceiveAsync(new byte[1], _timeout.Token) == 0;

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _timeout.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task ReadMoreAsync()
    {
        var buffer = new byte[16 * 1024];
        var read = await _socket.ReceiveAsync(buffer, _timeout.Token);
        if (read == 0)
            throw new IOException("The site closed the connection.");
        _arrived = [.. _arrived, .. buffer.AsSpan(0, read)];
    }
}

/// <summary>An answer.</summary>
/// <param name="Head">Status line and headers.</param>
/// <param name="Body">The bytes behind them.</param>
internal sealed record RawAnswer(string Head, byte[] Body)
{
    /// <summary>
    /// Whether it was given on the connection, before the server made a request of it. Nothing that readers see may tell the two apart; but here the date
    /// comes last, where the server writes it first.
    /// </summary>
    public bool IsFromTheWire => Head.Split("\r\n")[^1].StartsWith("Date: ", StringComparison.Ordinal);

    /// <summary>Status line and headers in a fixed order, without the moment.</summary>
    public string Facts => string.Join("\n", Head.Split("\r\n").Where(static line => !line.StartsWith("Date: ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
}
