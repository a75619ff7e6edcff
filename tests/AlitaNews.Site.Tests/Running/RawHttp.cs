using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AlitaNews.Site.Tests.Running;

/// <summary>Sends bytes as they are, for requests that no well-behaved client would make.</summary>
internal static class RawHttp
{
    /// <summary>Sends a request and reads until the other side closes; the request should say <c>Connection: close</c>.</summary>
    /// <param name="port">Where to.</param>
    /// <param name="request">The bytes.</param>
    /// <param name="hangUp">Whether to say at once that nothing more will come, so that nobody waits for the rest of half a request.</param>
    public static async Task<string> SendAsync(int port, string request, bool hangUp = false)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port, timeout.Token);
        var answer = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            await socket.SendAsync(Encoding.Latin1.GetBytes(request), timeout.Token);
            if (hangUp)
                socket.Shutdown(SocketShutdown.Send);
            int read;
            while ((read = await socket.ReceiveAsync(buffer, timeout.Token)) > 0)
                answer.Write(buffer, 0, read);
        }
        catch (SocketException)
        {
            // Refused requests may end in a reset; what was said before counts.
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }

    /// <summary>Asks for a target with further header lines.</summary>
    public static Task<string> GetAsync(int port, string target, params string[] headers) =>
        SendAsync(port, $"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{string.Concat(headers.Select(h => h + "\r\n"))}\r\n");

    /// <summary>The status of an answer.</summary>
    public static int StatusOf(string answer) => answer.Length > 12 ? int.Parse(answer.AsSpan(9, 3)) : 0;
}
