using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace AlitaNews.Web;

/// <summary>
/// Answers are given on the threads that watch the sockets, one for each core: a page at hand is sent in less time than it takes to wake another
/// thread for it (docs/decisions/0032). Everything else moves to <see cref="Workers"/>.
/// </summary>
public static class SocketThreads
{
    // Read by the runtime when the first socket is made; there is no other way to say it.
    private const string InlineCompletions = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>Says so to the runtime; before the first socket of the process.</summary>
    public static void Prepare() => Environment.SetEnvironmentVariable(InlineCompletions, "1");

    /// <summary>Says so to the server.</summary>
    public static void Configure(SocketTransportOptions transport) => transport.UnsafePreferInlineScheduling = true;
}
