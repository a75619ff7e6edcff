using System.Globalization;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace AlitaNews.Web;

/// <summary>
/// Pages at hand are sent on the threads that watch the sockets: that takes less time than to wake another thread for it (docs/decisions/0032).
/// Only connections that say so (<see cref="AnswerHere"/>) are served there, and nothing on them may ever wait; all other sockets, those of the database
/// above all, go on on the pool.
/// </summary>
public static class SocketThreads
{
    // Read by the runtime when the first socket is made. Of itself it takes one thread for thirty cores: enough for those who only wake others.
    private const string Count = "DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT";
    private static volatile bool _isMissing;

    /// <summary>Asks the runtime for one such thread a core; before the first socket of the process.</summary>
    public static void Prepare()
    {
        if (Environment.GetEnvironmentVariable(Count) is null)
            Environment.SetEnvironmentVariable(Count, Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Whoever is woken by a socket goes on where it was woken, wherever that is; and is not woken once more to fetch what arrived.</summary>
    public static void Configure(SocketTransportOptions transport)
    {
        transport.UnsafePreferInlineScheduling = true;

        // 4 KB for each connection that waits, a call of the system less for each request.
        transport.WaitForDataBeforeAllocatingBuffer = false;
    }

    /// <summary>Whether this socket wakes who waits for it on the thread that watches, or on the pool. Nothing happens on a runtime that has no such choice.</summary>
    public static void AnswerHere(Socket socket, bool here)
    {
        if (_isMissing)
            return;
        try
        {
            SetInline(socket, here);
        }
        catch (MissingMethodException)
        {
            _isMissing = true;
        }
    }

    // The runtime's own switch, which has no public name.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_PreferInlineCompletions")]
    private static extern void SetInline(Socket socket, bool value);
}
