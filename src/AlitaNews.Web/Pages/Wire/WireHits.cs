using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace AlitaNews.Web.Pages.Wire;

/// <summary>
/// Answers usual requests for pages at hand where they arrive: on the connection, before the server makes a request of them (docs/decisions/0032).
/// Everything else, and all that comes after it on the same connection, is the server's. For connections without TLS that no proxy speaks for, as long as no collector wants to hear of every request.
/// </summary>
public sealed class WireHits(PagesAtHand pages, PageCache cache, AcceptedHosts hosts, WireHead head, SiteSettings settings)
{
    /// <summary>The most bytes of a head; more than twice what any has: none holds words of an editor or a reader.</summary>
    internal const int LongestHead = 4 * 1024;

    // Where requests are traced or counted for somebody, the server has to see them.
    private readonly bool _isOff = settings.TrustedProxies.Count > 0 || settings.ExportTraces || settings.ExportMetrics;

    /// <summary>Takes its place around a connection.</summary>
    public ConnectionDelegate Around(ConnectionDelegate next) => connection =>
        !_isOff && connection.Features.Get<IConnectionSocketFeature>() is { Socket: var socket }
            ? new WireConnection(connection, socket, this).RunAsync(next)
            : next(connection);

    /// <summary>Finds the answer to the request that the bytes begin with.</summary>
    /// <param name="bytes">What has arrived.</param>
    /// <param name="accepted">What the connection asked for last.</param>
    /// <param name="answer">The answer.</param>
    /// <returns>How many bytes the request has; 0: this is one for the server.</returns>
    internal int Find(ReadOnlySpan<byte> bytes, AcceptedCoding accepted, out WireAnswer answer)
    {
        answer = default;
        if (!WireRequest.TryRead(bytes, out var request)
            || !hosts.IsPublic(Encoding.ASCII.GetString(request.Host))
            || accepted.Of(request.AcceptEncoding) is not { } coding)
        {
            return 0;
        }

        var key = new PageKey(Encoding.ASCII.GetString(request.Path), string.Empty);
        if (pages.Find(key) is not { } entry)
            return 0;
        var page = cache.In(key, entry, coding);
        answer = new WireAnswer(entry, page, coding, Ascii.Equals(request.IfNoneMatch, page.Tag.ToString()));
        return request.Length;
    }

    /// <summary>Writes all of an answer but the page itself.</summary>
    /// <returns>How many bytes were written.</returns>
    internal int WriteHead(in WireAnswer answer, Span<byte> into)
    {
        if (answer.IsKnown)
            return head.WriteUnchanged(into, answer.Page);
        var own = head.Of(answer.Entry, answer.Page, answer.Coding);
        var now = head.Now();
        own.CopyTo(into);
        now.CopyTo(into[own.Length..]);
        return own.Length + now.Length;
    }
}

/// <summary>The answer to a request.</summary>
/// <param name="Entry">The page.</param>
/// <param name="Page">The page in the coding that was asked for.</param>
/// <param name="Coding">That coding.</param>
/// <param name="IsKnown">Whether the reader has it.</param>
internal readonly record struct WireAnswer(PageEntry Entry, CodedPage Page, Coding Coding, bool IsKnown);

/// <summary>What was asked for last on a connection, and what was chosen for it: it is the same nearly always.</summary>
internal sealed class AcceptedCoding
{
    private byte[] _header = [];
    private Coding? _coding = Coding.Identity;

    /// <summary>The coding to choose for <c>Accept-Encoding</c>, or null.</summary>
    public Coding? Of(ReadOnlySpan<byte> header)
    {
        if (!header.SequenceEqual(_header))
        {
            _header = header.ToArray();
            _coding = AcceptEncoding.Choose(header.IsEmpty ? default : Encoding.ASCII.GetString(header));
        }

        return _coding;
    }
}
